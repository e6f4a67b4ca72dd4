// Every key, vote, randomness, nonce and challenge, on a group of q elements. The twin here is written with
// the discrete logarithms that only a tiny group gives: g^a is the number a, and a proof is equations between
// numbers.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>
#include <vector>

#include "crypto/discrete_log.h"
#include "crypto/ensure.h"
#include "crypto/proofs.h"
#include "crypto/signature.h"
#include "crypto/transcript.h"
#include "tests/support/seeded_random.h"
#include "tests/support/tiny_group.h"

namespace minhtin {
namespace {

using tiny::log;
using tiny::number;
using tiny::power;
using tiny::q;
using tiny::scalar;
using tiny::secret;

std::uint8_t byte(unsigned n) {
    return static_cast<std::uint8_t>(n);
}

// A ciphertext as two numbers: alpha = g^a, beta = g^b.
struct Numbers {
    unsigned a, b;
};

// The twin of "one of these ciphertexts holds zero".
bool slow_any(const std::string& prefix, unsigned y, const std::vector<Numbers>& branches,
              const std::vector<Proof>& proofs) {
    std::vector<Element> commitments;
    unsigned sum = 0;
    for (std::size_t j = 0; j < branches.size(); ++j) {
        const unsigned c = number(proofs[j].challenge), r = number(proofs[j].response);
        commitments.push_back(power(r + branches[j].a * c));
        commitments.push_back(power(y * r + branches[j].b * c));
        sum += c;
    }
    return number(hash_to_scalar(prefix, commitments)) == sum % q;
}

std::string range_prefix(const Ciphertext& c) {
    return "prove|s|" + c.alpha.encode() + "," + c.beta.encode() + "|";
}

TEST(Tiny, the_group_is_a_group) {
    std::set<std::string> spellings;
    for (unsigned a = 0; a < q; ++a) {
        spellings.insert(power(a).encode());
        EXPECT_EQ(Element::decode(power(a).encode()), power(a));
        EXPECT_EQ(log(power(a)), a);
        for (unsigned b = 0; b < q; ++b) {
            EXPECT_EQ(power(a) + power(b), power(a + b));
            EXPECT_EQ(power(a) - power(b), power(a + q - b));
            EXPECT_EQ(scalar(b) * power(a), power(a * b));
        }
    }
    EXPECT_EQ(spellings.size(), q);
}

// Completeness: whoever knows the key convinces, whatever the nonce.
TEST(KeyProof, every_key_and_nonce) {
    for (unsigned x = 0; x < q; ++x) {
        for (unsigned w = 0; w < q; ++w) {
            ScriptedRandom random({byte(w)});
            const Proof p = prove_key(secret(x), random);
            EXPECT_TRUE(verify_key(power(x), p));
            EXPECT_EQ(number(p.response), (w + q * q - x * number(p.challenge)) % q);
        }
    }
}

// Every challenge and response against every key: the verifier's word is the twin's.
TEST(KeyProof, every_transcript) {
    for (unsigned x = 0; x < q; ++x) {
        const std::string key = power(x).encode();
        for (unsigned c = 0; c < q; ++c) {
            for (unsigned r = 0; r < q; ++r) {
                const Proof p{scalar(c), scalar(r)};
                const std::array commitment{power(r + x * c)};
                EXPECT_EQ(verify_key(power(x), p),
                          number(hash_to_scalar("pok|tiny|" + key + "|", commitment)) == c);
                EXPECT_EQ(verify_ballot_signature(power(x), "h", p),
                          number(hash_to_scalar("sig|h|", commitment)) == c);
                EXPECT_EQ(verify_signature(power(x), "m", p),
                          x != 0 && number(hash_to_scalar("sigmsg|m|", commitment)) == c);
            }
        }
    }
}

// Completeness of the 0/1 proof: every key, vote, randomness and nonce; the simulated branch is drawn at
// random.
TEST(ZeroOneProof, every_key_vote_randomness_and_nonce) {
    SeededRandom simulated("simulated");
    for (unsigned y = 0; y < q; ++y) {
        for (unsigned m = 0; m < 2; ++m) {
            for (unsigned r = 0; r < q; ++r) {
                const Ciphertext c{power(r), power(y * r + m)};
                for (unsigned w = 0; w < q; ++w) {
                    ScriptedRandom random({byte(w), byte(static_cast<unsigned>(simulated.below(q))),
                                           byte(static_cast<unsigned>(simulated.below(q)))});
                    const auto p = prove_range("s", power(y), {c, secret(r)}, m, 0, 1, random);
                    EXPECT_TRUE(slow_any(range_prefix(c), y, {{r, y * r + m}, {r, y * r + m + q - 1}}, p));
                }
            }
        }
    }
}

// Every pair of challenges and responses, for a true and for false statements: the verifier's word is the
// twin's. That is q^4 transcripts a statement, so the larger group gets fewer statements.
TEST(ZeroOneProof, every_transcript) {
    const unsigned y = 3, r = 5;
    for (const unsigned m : q == 11 ? std::vector<unsigned>{0, 1, 2, 10} : std::vector<unsigned>{2}) {
        const Ciphertext c{power(r), power(y * r + m)};
        const std::vector<Numbers> branches{{r, y * r + m}, {r, y * r + m + q - 1}};
        const Element key = power(y);
        std::vector<Proof> p(2);
        for (unsigned n = 0; n < q * q * q * q; ++n) {
            p = {{scalar(n % q), scalar(n / q % q)}, {scalar(n / (q * q) % q), scalar(n / (q * q * q))}};
            ASSERT_EQ(verify_range("s", key, c, 0, 1, p), slow_any(range_prefix(c), y, branches, p))
                << m << " " << n;
        }
    }
}

// Soundness, with the hash taken away: which sums of challenges can be answered after the commitments are
// fixed? A true statement answers all of them, a false one exactly one; so a cheat must hit the one sum in q.
TEST(ZeroOneProof, a_false_statement_answers_one_challenge_only) {
    const unsigned y = 3, r = 5;
    for (unsigned m = 0; m < (q == 11 ? q : 3); ++m) {
        std::map<std::array<unsigned, 4>, std::set<unsigned>> answered;
        const unsigned b0 = (y * r + m) % q, b1 = (y * r + m + q - 1) % q;
        for (unsigned c0 = 0; c0 < q; ++c0)
            for (unsigned c1 = 0; c1 < q; ++c1)
                for (unsigned r0 = 0; r0 < q; ++r0)
                    for (unsigned r1 = 0; r1 < q; ++r1)
                        answered[{(r0 + r * c0) % q, (y * r0 + b0 * c0) % q, (r1 + r * c1) % q,
                                  (y * r1 + b1 * c1) % q}]
                            .insert((c0 + c1) % q);
        for (const auto& [commitments, sums] : answered) EXPECT_EQ(sums.size(), m < 2 ? q : 1) << m;
    }
}

// Makers refuse every statement that is not true.
TEST(ZeroOneProof, no_maker_proves_a_false_statement) {
    SeededRandom random("false statements");
    const unsigned y = 3, r = 5;
    for (unsigned m = 2; m < q; ++m) {
        for (unsigned claimed = 0; claimed < 2; ++claimed) {
            // By luck one in q of the hashes fits; a maker that verifies cannot tell, so look at the
            // statement.
            const Ciphertext c{power(r), power(y * r + m)};
            try {
                const auto p = prove_range("s", power(y), {c, secret(r)}, claimed, 0, 1, random);
                EXPECT_TRUE(slow_any(range_prefix(c), y, {{r, y * r + m}, {r, y * r + m + q - 1}}, p));
            } catch (const Bug&) {
            }
        }
    }
}

// Every range inside 0..4, every value in it, every randomness.
TEST(RangeProof, every_range_value_and_randomness) {
    SeededRandom random("ranges");
    const unsigned y = 7;
    for (unsigned min = 0; min <= 4; ++min)
        for (unsigned max = min; max <= 4; ++max)
            for (unsigned m = min; m <= max; ++m)
                for (unsigned r = 0; r < q; ++r) {
                    const Ciphertext c{power(r), power(y * r + m)};
                    const auto p = prove_range("s", power(y), {c, secret(r)}, m, min, max, random);
                    std::vector<Numbers> branches;
                    for (unsigned v = min; v <= max; ++v) branches.push_back({r, y * r + m + q - v});
                    EXPECT_TRUE(slow_any(range_prefix(c), y, branches, p));
                    EXPECT_TRUE(verify_range("s", power(y), c, min, max, p));
                }
}

// Every blank vote and every sum in 1..2, every randomness of both ciphertexts.
TEST(BlankProof, every_vote_and_randomness) {
    SeededRandom random("blanks");
    const unsigned y = 7, min = 1, max = 2;
    for (unsigned m0 = 0; m0 < 2; ++m0)
        for (unsigned sum = m0 == 1 ? 0 : min; sum <= (m0 == 1 ? 0 : max); ++sum)
            for (unsigned r0 = 0; r0 < q; ++r0)
                for (unsigned rs = 0; rs < q; ++rs) {
                    const Numbers blank{r0, y * r0 + m0}, total{rs, y * rs + sum};
                    const BlankAnswer answer{{power(r0), power(blank.b)}, {power(rs), power(total.b)}};
                    const auto k0 = secret(r0), ks = secret(rs);
                    const BlankSecrets secrets{k0, ks, m0 == 1, sum};
                    const auto p = prove_blank("s", power(y), answer, secrets, random);
                    EXPECT_TRUE(slow_any("bproof0|s|", y, {blank, total}, p));
                    const auto o = prove_blank_overall("s", power(y), answer, secrets, min, max, random);
                    EXPECT_TRUE(slow_any(
                        "bproof1|s|", y,
                        {{blank.a, blank.b + q - 1}, {total.a, total.b + q - 1}, {total.a, total.b + q - 2}},
                        o));
                }
}

// Every transcript of the blank proof, for a statement that is false: blank mark and a choice.
TEST(BlankProof, every_transcript) {
    const unsigned y = 3;
    const Numbers blank{5, y * 5 + 1}, total{2, y * 2 + 1};
    const BlankAnswer answer{{power(blank.a), power(blank.b)}, {power(total.a), power(total.b)}};
    for (unsigned n = 0; n < q * q * q * q; ++n) {
        const std::vector<Proof> p{{scalar(n % q), scalar(n / q % q)},
                                   {scalar(n / (q * q) % q), scalar(n / (q * q * q))}};
        ASSERT_EQ(verify_blank("s", power(y), answer, p), slow_any("bproof0|s|", y, {blank, total}, p));
        ASSERT_EQ(verify_blank_overall("s", power(y), answer, 2, 2, p),
                  slow_any("bproof1|s|", y, {{blank.a, blank.b + q - 1}, {total.a, total.b + q - 2}}, p));
    }
}

TEST(DecryptionProof, every_key_ciphertext_and_nonce) {
    for (unsigned x = 0; x < q; ++x)
        for (unsigned a = 0; a < q; ++a)
            for (unsigned w = 0; w < q; ++w) {
                ScriptedRandom random({byte(w), byte(w)});
                const Element alpha = power(a), factor = power(a * x);
                EXPECT_TRUE(verify_decryption("f", power(x), alpha, factor,
                                              prove_decryption("f", secret(x), alpha, factor, random)));
                EXPECT_TRUE(verify_strong_decryption(
                    "f", power(x), alpha, factor,
                    prove_decryption_strongly("f", secret(x), alpha, factor, random)));
            }
}

// Every transcript for every factor, right or wrong: the verifiers' words are the twins'.
TEST(DecryptionProof, every_transcript) {
    const unsigned x = 4, a = 3;
    const std::string key = power(x).encode(), alpha = power(a).encode();
    for (unsigned f = 0; f < q; ++f) {
        for (unsigned c = 0; c < q; ++c) {
            for (unsigned r = 0; r < q; ++r) {
                const Proof p{scalar(c), scalar(r)};
                const std::array commitments{power(r + x * c), power(a * r + f * c)};
                const std::string strong =
                    "decrypt-strong|f|" + key + "|" + alpha + "," + power(f).encode() + "|";
                EXPECT_EQ(verify_decryption("f", power(x), power(a), power(f), p),
                          number(hash_to_scalar("decrypt|f|" + key + "|", commitments)) == c);
                EXPECT_EQ(verify_strong_decryption("f", power(x), power(a), power(f), p),
                          number(hash_to_scalar(strong, commitments)) == c);
            }
        }
    }
}

TEST(ElGamal, every_key_pair_of_votes_and_weight) {
    SeededRandom random("tally");
    for (unsigned x = 0; x < q; ++x)
        for (unsigned m = 0; m < 3; ++m)
            for (unsigned n = 0; n < 3; ++n)
                for (unsigned weight = 0; weight < 3; ++weight) {
                    const Ciphertext c = scalar(weight) * encrypt(power(x), m, random).ciphertext +
                                         encrypt(power(x), n, random).ciphertext;
                    EXPECT_EQ(log(c.beta - decryption_factor(secret(x), c)), (weight * m + n) % q);
                }
}

TEST(DiscreteLog, every_element_and_bound) {
    for (unsigned max = 0; max < q; ++max) {
        const DiscreteLog find(max);
        for (unsigned n = 0; n < q; ++n)
            EXPECT_EQ(find(power(n)), n <= max ? std::optional<std::uint64_t>(n) : std::nullopt);
    }
}

}  // namespace
}  // namespace minhtin
