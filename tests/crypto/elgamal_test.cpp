#include "crypto/elgamal.h"

#include <gtest/gtest.h>

#include "tests/support/seeded_random.h"

namespace minhtin {
namespace {

Element open(const SecretScalar& key, const Ciphertext& c) {
    return c.beta - decryption_factor(key, c);
}

TEST(ElGamal, opens_to_what_was_encrypted) {
    SeededRandom random("elgamal");
    const auto key = SecretScalar::random(random);
    const Element y = base(key);
    for (const std::uint64_t m : {0u, 1u, 2u, 1000u}) {
        const Encryption e = encrypt(y, m, random);
        EXPECT_EQ(open(key, e.ciphertext), base(Scalar(m)));
        EXPECT_EQ(e.ciphertext.alpha, base(e.randomness));
        EXPECT_EQ(e.ciphertext.beta, e.randomness * y + base(Scalar(m)));
    }
}

TEST(ElGamal, sums_and_weights) {
    SeededRandom random("elgamal sums");
    const auto key = SecretScalar::random(random);
    const Element y = base(key);
    const Ciphertext a = encrypt(y, 3, random).ciphertext, b = encrypt(y, 4, random).ciphertext;
    EXPECT_EQ(open(key, a + b), base(Scalar(7)));
    EXPECT_EQ(open(key, Scalar(5) * a + b), base(Scalar(19)));
    EXPECT_EQ(Scalar(0) * a, Ciphertext{});
    EXPECT_EQ(Scalar(1) * a, a);
    EXPECT_EQ(a + Ciphertext{}, a);
    EXPECT_EQ(open(key, Ciphertext{}), Element());
}

TEST(ElGamal, no_two_encryptions_are_equal) {
    SeededRandom random("elgamal fresh");
    const Element y = base(SecretScalar::random(random));
    EXPECT_NE(encrypt(y, 1, random).ciphertext, encrypt(y, 1, random).ciphertext);
}

}  // namespace
}  // namespace minhtin
