#include "crypto/keyfile.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/seeded_random.h"
#include "tests/support/worked_examples.h"

namespace minhtin {
namespace {

SecretString secret(std::string text) {
    return SecretString(std::move(text));
}

LockedSecret locked() {
    SeededRandom random("keyfile");
    return lock_secret(secret("Kw8Q1uF5iBqpLLhPvzA5DJ"), secret("ba cây chụm lại"), "uuid|1", random);
}

std::optional<std::string> opened(const LockedSecret& l, std::string passphrase = "ba cây chụm lại",
                                  std::string_view label = "uuid|1") {
    const auto s = unlock_secret(l, secret(std::move(passphrase)), label);
    if (!s) return std::nullopt;
    return s->expose();
}

TEST(Keyfile, opens_with_the_passphrase) {
    EXPECT_EQ(opened(locked()), "Kw8Q1uF5iBqpLLhPvzA5DJ");
}

TEST(Keyfile, empty_secret_and_passphrase_are_ordinary) {
    SeededRandom random("keyfile empty");
    EXPECT_EQ(opened(lock_secret(secret(""), secret(""), "", random), "", ""), "");
}

TEST(Keyfile, another_passphrase_or_label_is_refused) {
    EXPECT_FALSE(opened(locked(), "ba cây chụm lạj"));
    EXPECT_FALSE(opened(locked(), ""));
    EXPECT_FALSE(opened(locked(), "ba cây chụm lại", "uuid|2"));
}

// The argon2 run that each of these costs is why not every bit is tried but every byte is.
TEST(Keyfile, every_changed_byte_is_refused) {
    LockedSecret l = locked();
    const auto flip = [&](std::uint8_t& byte) {
        byte ^= 0x80;
        EXPECT_FALSE(opened(l));
        byte ^= 0x80;
    };
    for (auto& b : l.ciphertext) flip(b);
    for (auto& b : l.parameters.salt) flip(b);
    for (auto& b : l.parameters.nonce) flip(b);
}

TEST(Keyfile, shorter_and_longer_ones_are_refused) {
    LockedSecret l = locked();
    l.ciphertext.push_back(0);
    EXPECT_FALSE(opened(l));
    l = locked();
    l.ciphertext.pop_back();
    EXPECT_FALSE(opened(l));
    for (const std::size_t n : {0u, 1u, 15u, 16u}) {
        l.ciphertext.resize(n);
        EXPECT_FALSE(opened(l)) << n;
    }
}

TEST(Keyfile, other_or_absurd_parameters_are_refused) {
    const LockedSecret good = locked();
    for (const std::uint32_t passes : {0u, 2u, 4u, 11u, 0xffffffffu}) {
        LockedSecret l = good;
        l.parameters.passes = passes;
        EXPECT_FALSE(opened(l)) << passes;
    }
    for (const std::uint32_t memory : {0u, 8u, 8191u, 65535u, 1048577u, 0xffffffffu}) {
        LockedSecret l = good;
        l.parameters.memory_kib = memory;
        EXPECT_FALSE(opened(l)) << memory;
    }
}

// The file that the browser's libraries (noble) read as well; the web tests open the same one.
TEST(Keyfile, the_vector_shared_with_the_browser_opens) {
    const std::string text = vector_file("keyfile.json");
    LockedSecret l;
    const Bytes salt = from_hex(member(text, "salt")).value(),
                nonce = from_hex(member(text, "nonce")).value();
    std::copy(salt.begin(), salt.end(), l.parameters.salt.begin());
    std::copy(nonce.begin(), nonce.end(), l.parameters.nonce.begin());
    l.ciphertext = from_hex(member(text, "ciphertext")).value();
    const auto opened_text = unlock_secret(l, secret(member(text, "passphrase")), member(text, "label"));
    ASSERT_TRUE(opened_text);
    EXPECT_EQ(opened_text->expose(), member(text, "secret"));
}

TEST(Keyfile, header_is_as_documented) {
    KeyfileParameters p;
    p.salt.fill(0xab);
    p.nonce.fill(0x01);
    EXPECT_EQ(keyfile_header(p, "uuid|1"),
              "minhtin-key|1|uuid|1|argon2id|3|65536|abababababababababababababababab|"
              "xchacha20poly1305|010101010101010101010101010101010101010101010101");
}

}  // namespace
}  // namespace minhtin
