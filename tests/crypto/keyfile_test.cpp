#include "crypto/keyfile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tests/support/seeded_random.h"
#include "tests/support/worked_examples.h"

namespace minhtin {
namespace {

SecretString secret(std::string text) {
    return SecretString(std::move(text));
}

struct Locked {
    KeyfileParameters parameters;
    Bytes sealed;
};

constexpr auto around = R"({"trustee":1})";

Locked locked() {
    SeededRandom random("keyfile");
    KeyfileParameters parameters = fresh_parameters(random);
    parameters.passes = 1;  // the least that is taken: these tests open a hundred files
    parameters.memory_kib = 8 * 1024;
    return {parameters,
            lock_secret(secret("Kw8Q1uF5iBqpLLhPvzA5DJ"), secret("ba cây chụm lại"), parameters, around)};
}

std::optional<std::string> opened(const Locked& l, std::string passphrase = "ba cây chụm lại",
                                  std::string_view associated_data = around) {
    const auto s = unlock_secret(l.sealed, secret(std::move(passphrase)), l.parameters, associated_data);
    if (!s) return std::nullopt;
    return s->expose();
}

TEST(Keyfile, opens_with_the_passphrase) {
    EXPECT_EQ(opened(locked()), "Kw8Q1uF5iBqpLLhPvzA5DJ");
}

TEST(Keyfile, empty_secret_passphrase_and_surroundings_are_ordinary) {
    const KeyfileParameters parameters;
    EXPECT_EQ(opened({parameters, lock_secret(secret(""), secret(""), parameters, "")}, "", ""), "");
}

TEST(Keyfile, parameters_are_fresh) {
    SeededRandom random("fresh");
    const auto a = fresh_parameters(random), b = fresh_parameters(random);
    EXPECT_NE(a.salt, b.salt);
    EXPECT_NE(a.nonce, b.nonce);
    EXPECT_EQ(a.passes, 3u);
    EXPECT_EQ(a.memory_kib, 65536u);
}

TEST(Keyfile, another_passphrase_or_surrounding_is_refused) {
    EXPECT_FALSE(opened(locked(), "ba cây chụm lạj"));
    EXPECT_FALSE(opened(locked(), ""));
    EXPECT_FALSE(opened(locked(), "ba cây chụm lại", R"({"trustee":2})"));
    EXPECT_FALSE(opened(locked(), "ba cây chụm lại", ""));
}

TEST(Keyfile, every_changed_byte_is_refused) {
    Locked l = locked();
    const auto flip = [&](std::uint8_t& byte) {
        byte ^= 0x80;
        EXPECT_FALSE(opened(l));
        byte ^= 0x80;
    };
    for (auto& b : l.sealed) flip(b);
    for (auto& b : l.parameters.salt) flip(b);
    for (auto& b : l.parameters.nonce) flip(b);
}

TEST(Keyfile, shorter_and_longer_ones_are_refused) {
    Locked l = locked();
    l.sealed.push_back(0);
    EXPECT_FALSE(opened(l));
    l = locked();
    l.sealed.pop_back();
    EXPECT_FALSE(opened(l));
    for (const std::size_t n : {0u, 1u, 15u, 16u}) {
        l.sealed.resize(n);
        EXPECT_FALSE(opened(l)) << n;
    }
}

TEST(Keyfile, other_or_absurd_parameters_are_refused) {
    const Locked good = locked();
    for (const std::uint32_t passes : {0u, 2u, 11u, 0xffffffffu}) {
        Locked l = good;
        l.parameters.passes = passes;
        EXPECT_FALSE(opened(l)) << passes;
    }
    for (const std::uint32_t memory : {0u, 8u, 8191u, 8193u, 1048577u, 0xffffffffu}) {
        Locked l = good;
        l.parameters.memory_kib = memory;
        EXPECT_FALSE(opened(l)) << memory;
    }
}

// Two files that the web code made: the seed alone, and with the share of the key.
TEST(Keyfile, files_of_the_browser_open) {
    const std::string file = vector_file("web/keyfile.json");
    for (const auto* name : {"complete", "early"}) {
        const std::regex escaped("\"" + std::string(name) + R"re(": "((?:[^"\\]|\\.)*)")re");
        std::smatch found;
        ASSERT_TRUE(std::regex_search(file, found, escaped));
        const std::string json = std::regex_replace(found[1].str(), std::regex(R"(\\(.))"), "$1");

        Locked l;
        const Bytes salt = from_hex(member(json, "salt")).value(),
                    nonce = from_hex(member(json, "nonce")).value();
        std::copy(salt.begin(), salt.end(), l.parameters.salt.begin());
        std::copy(nonce.begin(), nonce.end(), l.parameters.nonce.begin());
        l.sealed = from_hex(member(json, "sealed")).value();
        const std::string text = json.substr(0, json.find(",\"sealed\"")) + "}";
        const auto plain = opened(l, "một hai ba bốn năm", text);
        ASSERT_TRUE(plain) << name;
        EXPECT_EQ(member(*plain, "seed"), "w7sNeiNwaCYpY3BE5ZPHQA");
        EXPECT_FALSE(opened(l, "một hai ba bốn năm", json));
    }
}

}  // namespace
}  // namespace minhtin
