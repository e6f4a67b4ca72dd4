#include "crypto/elgamal.h"

namespace minhtin {

Ciphertext operator+(const Ciphertext& a, const Ciphertext& b) {
    return {a.alpha + b.alpha, a.beta + b.beta};
}

Ciphertext operator*(const Scalar& weight, const Ciphertext& c) {
    return {weight * c.alpha, weight * c.beta};
}

Encryption encrypt(const Element& key, std::uint64_t m, Random& random) {
    auto r = SecretScalar::random(random);
    const SecretScalar value{Scalar(m)};
    return {{base(r), r * key + base(value)}, std::move(r)};
}

Element decryption_factor(const SecretScalar& key, const Ciphertext& c) {
    return key * c.alpha;
}

}  // namespace minhtin
