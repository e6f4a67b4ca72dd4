#include "crypto/threshold.h"

#include <gtest/gtest.h>

#include <array>

#include "crypto/elgamal.h"
#include "crypto/ensure.h"
#include "crypto/hash.h"
#include "tests/support/seeded_random.h"
#include "tests/support/worked_examples.h"

namespace minhtin {
namespace {

SecretString seed(std::string text = "Kw8Q1uF5iBqpLLhPvzA5DJ") {
    return SecretString(std::move(text));
}

// n trustees who have exchanged their shares.
struct Committee {
    std::size_t threshold;
    std::vector<std::vector<Element>> commitments;
    std::vector<SecretScalar> keys;  // S_1 ... S_n
    Element public_key;

    Committee(std::size_t t, std::size_t n) : threshold(t) {
        std::vector<Polynomial> polynomials;
        for (std::size_t i = 1; i <= n; ++i) polynomials.push_back(Polynomial::from_seed(seed(), t, n, i));
        for (const auto& p : polynomials) {
            commitments.push_back(p.commitments());
            public_key = public_key + commitments.back().front();
        }
        for (std::size_t j = 1; j <= n; ++j) {
            SecretScalar sum;
            for (const auto& p : polynomials) sum = sum + p.share(j);
            keys.push_back(std::move(sum));
        }
    }

    std::vector<Share> shares(const Ciphertext& c) const {
        std::vector<Share> out;
        for (std::size_t j = 0; j < keys.size(); ++j) out.push_back({j + 1, decryption_factor(keys[j], c)});
        return out;
    }
};

TEST(Polynomial, is_fixed_by_seed_place_and_position) {
    const auto p = Polynomial::from_seed(seed(), 3, 5, 1).commitments();
    EXPECT_EQ(p.size(), 3u);
    EXPECT_EQ(p, Polynomial::from_seed(seed(), 3, 5, 1).commitments());
    EXPECT_NE(p, Polynomial::from_seed(seed("other"), 3, 5, 1).commitments());
    EXPECT_NE(p[0], Polynomial::from_seed(seed(), 3, 5, 2).commitments()[0]);
    EXPECT_NE(p[0], Polynomial::from_seed(seed(), 3, 6, 1).commitments()[0]);
    EXPECT_NE(p[0], Polynomial::from_seed(seed(), 2, 5, 1).commitments()[0]);
    EXPECT_NE(p[0], p[1]);
}

// The derivation as the header states it, written down a second time.
TEST(Polynomial, coefficients_are_as_documented) {
    const auto p = Polynomial::from_seed(seed(), 2, 3, 1);
    for (std::size_t e = 0; e < 2; ++e) {
        const std::string prefix = "poly|Kw8Q1uF5iBqpLLhPvzA5DJ|2|3|1|" + std::to_string(e);
        const std::string both = sha256_hex(prefix + "|0") + sha256_hex(prefix + "|1");
        EXPECT_EQ(p.coefficients()[e].expose(), Scalar::reduce(from_hex(both).value()));
    }
}

// A ceremony of the web code: each certificate commits to the hash of exactly these coefficients.
TEST(Polynomial, the_browser_derives_the_same) {
    const std::string text = vector_file("web/ceremony.json");
    std::size_t at = text.find("\"seeds\"");
    for (std::size_t trustee = 1; trustee <= 3; ++trustee) {
        at = text.find("\n    \"", at) + 6;
        const auto p = Polynomial::from_seed(seed(text.substr(at, 22)), 2, 3, trustee).commitments();
        const std::string document = "{\"coefexps\":[\"" + p[0].encode() + "\",\"" + p[1].encode() + "\"]}";
        EXPECT_NE(text.find(sha256_hex(document)), std::string::npos) << trustee;
    }
}

TEST(Polynomial, misuse_is_a_bug) {
    EXPECT_THROW(Polynomial::from_seed(seed(), 0, 3, 1), Bug);
    EXPECT_THROW(Polynomial::from_seed(seed(), 2, 3, 0), Bug);
    EXPECT_THROW(Polynomial::from_seed(seed(), 2, 3, 4), Bug);
    EXPECT_THROW(Polynomial({}), Bug);
    EXPECT_THROW(Polynomial::from_seed(seed(), 2, 3, 1).share(0), Bug);
}

TEST(Polynomial, share_is_its_value) {
    std::vector<SecretScalar> a;
    for (const std::uint64_t n : {5u, 7u, 11u}) a.emplace_back(Scalar(n));
    const Polynomial p(std::move(a));
    for (std::uint64_t x = 1; x < 10; ++x) EXPECT_EQ(p.share(x).expose(), Scalar(5 + 7 * x + 11 * x * x));
}

TEST(Threshold, shares_are_checked_against_commitments) {
    const auto p = Polynomial::from_seed(seed(), 3, 5, 1);
    const auto commitments = p.commitments();
    for (std::size_t j = 1; j <= 5; ++j) {
        EXPECT_TRUE(check_share(commitments, j, p.share(j)));
        EXPECT_FALSE(check_share(commitments, j + 1, p.share(j)));
        EXPECT_FALSE(check_share(commitments, j, p.share(j) + SecretScalar(Scalar(1))));
        auto other = commitments;
        other[1] = other[1] + Element::generator();
        EXPECT_FALSE(check_share(other, j, p.share(j)));
        EXPECT_FALSE(check_share(std::span(commitments).first(2), j, p.share(j)));
    }
}

TEST(Threshold, verification_keys_follow_from_commitments) {
    const Committee c(2, 3);
    for (std::size_t j = 1; j <= 3; ++j)
        EXPECT_EQ(committed_share(combined_commitments(c.commitments), j), base(c.keys[j - 1]));
}

TEST(Threshold, every_subset_that_is_large_enough_opens) {
    SeededRandom random("threshold");
    const Committee c(3, 5);
    const Ciphertext ciphertext = encrypt(c.public_key, 42, random).ciphertext;
    const auto all = c.shares(ciphertext);
    for (unsigned subset = 0; subset < 32; ++subset) {
        std::vector<Share> some;
        for (std::size_t j = 5; j-- > 0;)
            if ((subset >> j) & 1) some.push_back(all[j]);  // highest first: order must not matter
        const auto factor = combine_shares(some, 3);
        EXPECT_EQ(factor.has_value(), some.size() >= 3);
        EXPECT_EQ(shares_agree(some, 3), some.size() >= 3);
        if (factor) {
            EXPECT_EQ(ciphertext.beta - *factor, base(Scalar(42)));
        }
    }
}

TEST(Threshold, a_surplus_share_off_the_polynomial_is_seen) {
    SeededRandom random("surplus");
    const Committee c(2, 4);
    const Ciphertext ciphertext = encrypt(c.public_key, 1, random).ciphertext;
    for (std::size_t liar = 0; liar < 4; ++liar) {
        auto shares = c.shares(ciphertext);
        shares[liar].factor = shares[liar].factor + Element::generator();
        EXPECT_FALSE(shares_agree(shares, 2)) << liar;
    }
}

TEST(Threshold, doubled_and_impossible_trustees_are_refused) {
    SeededRandom random("doubled");
    const Committee c(2, 3);
    auto shares = c.shares(encrypt(c.public_key, 1, random).ciphertext);
    shares.push_back(shares[1]);
    EXPECT_FALSE(combine_shares(shares, 2));
    EXPECT_FALSE(shares_agree(shares, 2));
    shares.pop_back();
    shares[0].trustee = 0;
    EXPECT_FALSE(combine_shares(shares, 2));
    EXPECT_FALSE(combine_shares({}, 0));
    EXPECT_FALSE(combine_shares({}, 1));
}

TEST(Lagrange, misuse_is_a_bug) {
    const std::array<std::size_t, 3> twice{1, 2, 2}, members{1, 2, 3};
    EXPECT_THROW(lagrange(twice, 2), Bug);
    EXPECT_THROW(lagrange(twice, 1), Bug);
    EXPECT_THROW(lagrange(members, 4), Bug);
    EXPECT_EQ(lagrange(members, 2, 2), Scalar(1));
    EXPECT_EQ(lagrange(members, 2, 3), Scalar());
}

}  // namespace
}  // namespace minhtin
