#pragma once
// Exponential ElGamal: sums of votes without opening one (protocol.md chapters 7 and 9).
#include <cstdint>

#include "crypto/group.h"

namespace minhtin {

// (g^r, key^r * g^m). The default is an encryption of 0 with r = 0: the sum over no ballots.
struct Ciphertext {
    Element alpha, beta;
    bool operator==(const Ciphertext&) const = default;
};

// The ciphertext of the sum; of the weighted value.
Ciphertext operator+(const Ciphertext& a, const Ciphertext& b);
Ciphertext operator*(const Scalar& weight, const Ciphertext& c);

struct Encryption {
    Ciphertext ciphertext;
    SecretScalar randomness;
};

// The time does not depend on m nor on the randomness.
Encryption encrypt(const Element& key, std::uint64_t m, Random& random);

// alpha^key, what one trustee contributes to opening the ciphertext (protocol.md 10.2).
Element decryption_factor(const SecretScalar& key, const Ciphertext& c);

}  // namespace minhtin
