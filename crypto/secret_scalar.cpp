// SecretScalar in terms of Scalar, for every group: the group's scalar operations are constant-time.
#include "crypto/group.h"

namespace minhtin {

SecretScalar SecretScalar::random(Random& random) {
    Secret<std::array<std::uint8_t, 64>> bytes;
    random.fill(bytes.expose());
    return reduce(bytes.expose());
}

SecretScalar SecretScalar::reduce(ByteView big_endian) {
    return SecretScalar(Scalar::reduce(big_endian));
}

std::optional<SecretScalar> SecretScalar::decode(std::string_view decimal) {
    auto scalar = Scalar::decode(decimal);
    if (!scalar) return std::nullopt;
    return SecretScalar(std::move(*scalar));
}

SecretString SecretScalar::encode() const {
    return SecretString(expose().encode());
}

SecretScalar SecretScalar::clone() const {
    return SecretScalar(Scalar(expose()));
}

SecretScalar operator+(const SecretScalar& a, const SecretScalar& b) {
    return SecretScalar(a.expose() + b.expose());
}

SecretScalar operator-(const SecretScalar& a, const SecretScalar& b) {
    return SecretScalar(a.expose() - b.expose());
}

SecretScalar operator*(const SecretScalar& a, const Scalar& b) {
    return SecretScalar(a.expose() * b);
}

Scalar respond(SecretScalar&& nonce, const Scalar& challenge, const SecretScalar& secret) {
    const SecretScalar used = std::move(nonce);
    const SecretScalar product = secret * challenge;
    return (used - product).expose();
}

}  // namespace minhtin
