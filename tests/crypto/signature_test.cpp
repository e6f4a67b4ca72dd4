#include "crypto/signature.h"

#include <gtest/gtest.h>

#include <regex>

#include "crypto/ensure.h"
#include "tests/support/seeded_random.h"
#include "tests/support/worked_examples.h"

namespace minhtin {
namespace {

TEST(Signature, holds_for_its_message_and_key_only) {
    SeededRandom random("signature");
    const auto key = SecretScalar::random(random);
    const Proof proof = sign(key, "message", random);
    EXPECT_TRUE(verify_signature(base(key), "message", proof));
    EXPECT_FALSE(verify_signature(base(key), "messagf", proof));
    EXPECT_FALSE(verify_signature(base(key), "message|", proof));
    EXPECT_FALSE(verify_signature(base(key), "", proof));
    EXPECT_FALSE(verify_signature(base(SecretScalar::random(random)), "message", proof));
    EXPECT_FALSE(verify_signature(base(key), "message", {proof.challenge + Scalar(1), proof.response}));
    EXPECT_FALSE(verify_signature(base(key), "message", {proof.challenge, proof.response + Scalar(1)}));
    EXPECT_FALSE(verify_signature(base(key), "message", {proof.response, proof.challenge}));
}

// With the identity as key anybody could sign.
TEST(Signature, identity_is_no_key) {
    SeededRandom random("signature identity");
    EXPECT_THROW(sign(SecretScalar(), "message", random), Bug);
}

// The three certificates of a key generation by belenios-tool, read out of what the trustees signed.
TEST(Signature, certificates_of_belenios_tool_hold) {
    const std::string text = worked_section("### sigmsg of the first entry of `signatures`");
    const std::regex certificate(
        R"re(\{"message":"((?:[^"\\]|\\.)*)","signature":\{"challenge":"(\d+)","response":"(\d+)"\}\})re");
    int found = 0;
    for (std::sregex_iterator i(text.begin(), text.end(), certificate), end; i != end; ++i, ++found) {
        const std::string message = std::regex_replace((*i)[1].str(), std::regex(R"(\\(.))"), "$1");
        const Element key = Element::decode(member(message, "verification")).value();
        const Proof proof{Scalar::decode((*i)[2].str()).value(), Scalar::decode((*i)[3].str()).value()};
        EXPECT_TRUE(verify_signature(key, message, proof));
        EXPECT_FALSE(
            verify_signature(Element::decode(member(message, "encryption")).value(), message, proof));
    }
    EXPECT_EQ(found, 3);
}

}  // namespace
}  // namespace minhtin
