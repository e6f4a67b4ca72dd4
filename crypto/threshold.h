#pragma once
// Shared keys: any `threshold` of n trustees open a tally (protocol.md 6.1, 10.3). Trustees are numbered
// from 1.
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "crypto/group.h"

namespace minhtin {

// A trustee's polynomial of degree threshold-1. Time depends on the threshold and the trustee's number only.
class Polynomial {
public:
    // Fixed by the seed, so that a trustee can commit to it before anybody else's is known (hardening.md W3).
    // Coefficient e is the big-endian number of 64 bytes, modulo q:
    //   SHA-256("poly|SEED|THRESHOLD|SIZE|TRUSTEE|e|0") and SHA-256("poly|SEED|THRESHOLD|SIZE|TRUSTEE|e|1")
    // with numbers in decimal and e from 0. The browser derives the same. There is no polynomial for a
    // threshold of 0 or a trustee outside 1..size (ENSURE).
    static Polynomial from_seed(const SecretString& seed, std::size_t threshold, std::size_t size,
                                std::size_t trustee);
    // Decoded coefficients, lowest first; there must be one at least (ENSURE).
    explicit Polynomial(std::vector<SecretScalar> coefficients);

    std::size_t threshold() const { return coefficients_.size(); }
    const std::vector<SecretScalar>& coefficients() const { return coefficients_; }
    // f(trustee); the trustee's number must not be 0, where the secret is (ENSURE).
    SecretScalar share(std::size_t trustee) const;
    // g^a0, g^a1, ...
    std::vector<Element> commitments() const;

private:
    std::vector<SecretScalar> coefficients_;
};

// The product of A_e^(trustee^e): g^f(trustee) for the polynomial behind the commitments ("coefexps").
Element committed_share(std::span<const Element> commitments, std::size_t trustee);
bool check_share(std::span<const Element> commitments, std::size_t trustee, const SecretScalar& share);
// The commitments to the sum of the trustees' polynomials, coefficient by coefficient; all have as many and
// there is one list at least (ENSURE). Then committed_share(combined, j) = g^S_j is what trustee j's
// verification key must be, and combined[0] is the group's key: for n trustees and threshold k that takes n*k
// powers instead of n*n*k.
std::vector<Element> combined_commitments(std::span<const std::vector<Element>> all);

// The coefficient of `member` when the polynomial through the members is evaluated at `at` (0: the secret).
// The members' numbers are distinct and `member` is one of them (ENSURE).
Scalar lagrange(std::span<const std::size_t> members, std::size_t member, std::size_t at = 0);

// A trustee's decryption factor of one ciphertext.
struct Share {
    std::size_t trustee;
    Element factor;
};

// alpha^secret from the `threshold` lowest-numbered shares. Nothing if there are fewer, or if a trustee is
// numbered 0 or occurs twice. Order does not matter.
std::optional<Element> combine_shares(std::span<const Share> shares, std::size_t threshold);

// Every share beyond the first `threshold` lies on the polynomial through those. True if there are none
// beyond; false for what combine_shares refuses.
bool shares_agree(std::span<const Share> shares, std::size_t threshold);

}  // namespace minhtin
