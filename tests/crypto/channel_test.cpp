#include "crypto/channel.h"

#include <gtest/gtest.h>

#include "crypto/credential.h"
#include "crypto/ensure.h"
#include "tests/support/seeded_random.h"
#include "tests/support/worked_examples.h"

namespace minhtin {
namespace {

struct Example {
    ChannelCipher cipher;
    std::string text;
    Sealed sealed;
    SecretScalar key;
};

Example example(ChannelCipher cipher) {
    const std::string text = worked_section(cipher == ChannelCipher::gcm ? "### Channel message, AES-GCM"
                                                                         : "### Channel message, AES-CCM");
    return {cipher,
            text,
            {Element::decode(member(text, "alpha")).value(), Element::decode(member(text, "beta")).value(),
             from_hex(member(text, "data")).value()},
            opening_key(SecretString(text.substr(text.find("seed `") + 6, 22)))};
}

class Channel : public testing::TestWithParam<ChannelCipher> {};

TEST_P(Channel, messages_of_belenios_tool_open) {
    const Example e = example(GetParam());
    const auto plain = open_sealed(e.key, e.cipher, e.sealed);
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->expose(), line_after(e.text, "plaintext = "));
}

TEST_P(Channel, keys_are_belenios_keys) {
    const Example e = example(GetParam());
    const Element key_element =
        Element::decode(line_after(e.text, "key element = beta / alpha^dk = ")).value();
    const ChannelKey key = channel_key(key_element, e.sealed.alpha);
    EXPECT_EQ(to_hex(key.key.expose()), line_after(e.text, "AES-256 key = SHA-256(key|key element) = "));
    EXPECT_EQ(to_hex(key.iv), line_after(e.text, "iv = SHA-256(iv|alpha) = "));
}

TEST_P(Channel, every_changed_byte_is_refused) {
    Example e = example(GetParam());
    for (auto& byte : e.sealed.data) {
        byte ^= 1;
        EXPECT_FALSE(open_sealed(e.key, e.cipher, e.sealed));
        byte ^= 1;
    }
}

TEST_P(Channel, every_shorter_message_is_refused) {
    Example e = example(GetParam());
    const Element key_element = e.sealed.beta - e.key * e.sealed.alpha;
    const ChannelKey key = channel_key(key_element, e.sealed.alpha);
    for (std::size_t n = 0; n < e.sealed.data.size(); ++n)
        EXPECT_FALSE(open_bytes(key, e.cipher, ByteView(e.sealed.data).first(n))) << n;
}

TEST_P(Channel, another_key_head_or_cipher_is_refused) {
    const Example e = example(GetParam());
    const auto other = e.cipher == ChannelCipher::gcm ? ChannelCipher::ccm : ChannelCipher::gcm;
    const Element g = Element::generator();
    EXPECT_FALSE(open_sealed(e.key, other, e.sealed));
    EXPECT_FALSE(open_sealed(e.key + SecretScalar(Scalar(1)), e.cipher, e.sealed));
    EXPECT_FALSE(open_sealed(e.key, e.cipher, {e.sealed.alpha + g, e.sealed.beta, e.sealed.data}));
    EXPECT_FALSE(open_sealed(e.key, e.cipher, {e.sealed.alpha, e.sealed.beta + g, e.sealed.data}));
    EXPECT_FALSE(open_sealed(e.key, e.cipher, {e.sealed.beta, e.sealed.alpha, e.sealed.data}));
}

INSTANTIATE_TEST_SUITE_P(Both, Channel, testing::Values(ChannelCipher::gcm, ChannelCipher::ccm),
                         [](const auto& i) { return i.param == ChannelCipher::gcm ? "gcm" : "ccm"; });

TEST(Seal, opens_for_its_recipient) {
    SeededRandom random("channel");
    const auto key = SecretScalar::random(random);
    for (const std::string& text :
         {std::string(), std::string("x"), std::string("chia sẻ khóa"), std::string(100000, 'k')}) {
        const Sealed sealed = seal_for(base(key), text, random);
        EXPECT_EQ(sealed.data.size(), text.size() + 16);
        const auto plain = open_sealed(key, ChannelCipher::gcm, sealed);
        ASSERT_TRUE(plain);
        EXPECT_EQ(plain->expose(), text);
        EXPECT_FALSE(open_sealed(SecretScalar::random(random), ChannelCipher::gcm, sealed));
    }
}

TEST(Seal, is_never_made_for_the_identity) {
    SeededRandom random("channel identity");
    EXPECT_THROW(seal_for(Element(), "secret", random), Bug);
}

TEST(Seal, differs_each_time) {
    SeededRandom random("channel fresh");
    const Element y = base(SecretScalar::random(random));
    EXPECT_NE(seal_for(y, "text", random).data, seal_for(y, "text", random).data);
}

}  // namespace
}  // namespace minhtin
