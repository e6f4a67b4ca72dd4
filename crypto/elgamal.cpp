#include "crypto/elgamal.h"

#include "crypto/declassify.h"

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
    const Element alpha = declassify(base(r)), beta = declassify(r * key + base(value));
    return {{alpha, beta}, std::move(r)};
}

Element decryption_factor(const SecretScalar& key, const Ciphertext& c) {
    return declassify(key * c.alpha);
}

}  // namespace minhtin
