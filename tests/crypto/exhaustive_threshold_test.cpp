// Sharing on a group of q elements: every subset of up to four trustees, every threshold, polynomials over
// the whole field. The twin interpolates with numbers.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "crypto/threshold.h"
#include "tests/support/tiny_group.h"

namespace minhtin {
namespace {

using tiny::number;
using tiny::power;
using tiny::q;
using tiny::scalar;
using tiny::secret;

unsigned value_at(const std::vector<unsigned>& coefficients, unsigned x) {
    unsigned sum = 0;
    for (std::size_t e = coefficients.size(); e-- > 0;) sum = (sum * x + coefficients[e]) % q;
    return sum;
}

// All polynomials with t coefficients, but no more than a hundred thousand: those of degree 3 take every
// third coefficient.
template <class Visit>
void each_polynomial(unsigned t, Visit visit) {
    const unsigned step = t > 3 ? 3 : 1;
    std::vector<unsigned> a(t, 0);
    while (true) {
        visit(a);
        std::size_t e = 0;
        while (e < t && (a[e] += step) >= q) a[e++] = 0;
        if (e == t) return;
    }
}

Polynomial polynomial(const std::vector<unsigned>& a) {
    std::vector<SecretScalar> coefficients;
    for (const unsigned n : a) coefficients.push_back(secret(n));
    return Polynomial(std::move(coefficients));
}

TEST(Polynomial, every_share_is_the_value_and_fits_the_commitments) {
    for (unsigned t = 1; t <= 4; ++t) {
        each_polynomial(t, [](const std::vector<unsigned>& a) {
            const Polynomial p = polynomial(a);
            const auto commitments = p.commitments();
            for (unsigned j = 1; j <= 4; ++j) {
                const unsigned expected = value_at(a, j);
                ASSERT_EQ(number(p.share(j).expose()), expected);
                ASSERT_EQ(committed_share(commitments, j), power(expected));
            }
        });
    }
}

// Every wrong share of every trustee is seen.
TEST(CheckShare, takes_one_value_only) {
    each_polynomial(2, [](const std::vector<unsigned>& a) {
        const auto commitments = polynomial(a).commitments();
        for (unsigned j = 1; j <= 4; ++j)
            for (unsigned s = 0; s < q; ++s)
                ASSERT_EQ(check_share(commitments, j, secret(s)), s == value_at(a, j));
    });
}

TEST(CombineShares, every_subset_of_every_committee_opens) {
    const unsigned alpha = 5;
    for (unsigned n = 1; n <= 4; ++n) {
        for (unsigned t = 1; t <= std::min(n, 3u); ++t) {
            each_polynomial(t, [&](const std::vector<unsigned>& a) {
                for (unsigned subset = 0; subset < (1u << n); ++subset) {
                    std::vector<Share> shares;
                    for (unsigned j = 1; j <= n; ++j)
                        if ((subset >> (j - 1)) & 1) shares.push_back({j, power(alpha * value_at(a, j))});
                    const auto opened = combine_shares(shares, t);
                    ASSERT_EQ(opened.has_value(), shares.size() >= t);
                    ASSERT_EQ(shares_agree(shares, t), shares.size() >= t);
                    if (opened) {
                        ASSERT_EQ(*opened, power(alpha * a[0]));
                    }
                }
            });
        }
    }
}

// Every wrong factor of every trustee is seen as soon as there is one share more than needed, and changes the
// outcome only if it is among those that count.
TEST(SharesAgree, every_wrong_factor_of_every_trustee_is_seen) {
    const std::vector<unsigned> a{4, 9 % q};
    for (unsigned n = 3; n <= 4; ++n) {
        for (unsigned liar = 1; liar <= n; ++liar) {
            for (unsigned factor = 0; factor < q; ++factor) {
                std::vector<Share> shares;
                for (unsigned j = 1; j <= n; ++j)
                    shares.push_back({j, power(j == liar ? factor : value_at(a, j))});
                const bool honest = factor == value_at(a, liar);
                EXPECT_EQ(shares_agree(shares, 2), honest);
                EXPECT_EQ(combine_shares(shares, 2) == power(a[0]), honest || liar > 2);
            }
        }
    }
}

TEST(Lagrange, every_pair_and_triple_interpolates_everywhere) {
    for (std::size_t i = 1; i <= 4; ++i)
        for (std::size_t j = i + 1; j <= 4; ++j)
            for (std::size_t k = j + 1; k <= 4; ++k)
                for (unsigned at = 0; at < q; ++at) {
                    const std::vector<std::size_t> members{i, j, k};
                    const std::vector<unsigned> a{3, 1, 4};
                    unsigned sum = 0;
                    for (const auto m : members)
                        sum += number(lagrange(members, m, at)) * value_at(a, static_cast<unsigned>(m));
                    EXPECT_EQ(sum % q, value_at(a, at));
                }
}

}  // namespace
}  // namespace minhtin
