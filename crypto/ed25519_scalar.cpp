// The scalars of crypto/group.h with libsodium. Every operation is constant-time, of public ones too;
// SecretScalar relies on it.
#include <sodium.h>

#include <algorithm>

#include "crypto/decimal.h"
#include "crypto/ensure.h"
#include "crypto/group.h"

namespace minhtin {
namespace {

using Raw = std::array<std::uint8_t, 32>;

constexpr Raw order = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                       0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                       0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};

// A big-endian number of at most 64 bytes.
Raw reduce_wide(ByteView big_endian) {
    std::array<std::uint8_t, 64> wide{};
    std::reverse_copy(big_endian.begin(), big_endian.end(), wide.begin());
    Raw out;
    crypto_core_ed25519_scalar_reduce(out.data(), wide.data());
    sodium_memzero(wide.data(), wide.size());
    return out;
}

}  // namespace

std::string_view group_name() {
    return "Ed25519";
}

Scalar::Scalar(std::uint64_t n) {
    for (std::size_t i = 0; i < 8; ++i) b_[i] = static_cast<std::uint8_t>(n >> (8 * i));
}

std::optional<Scalar> Scalar::decode(std::string_view decimal) {
    Scalar s;
    const auto good = from_decimal(decimal, s.b_);
    if ((good & less_mask(s.b_, order)) == 0) {
        sodium_memzero(s.b_.data(), s.b_.size());
        return std::nullopt;
    }
    return s;
}

std::string Scalar::encode() const {
    auto digits = to_decimal(b_);
    const auto* first = std::find_if(digits.begin(), digits.end() - 1, [](char c) { return c != '0'; });
    std::string out(first, static_cast<const char*>(digits.end()));
    sodium_memzero(digits.data(), digits.size());
    return out;
}

Scalar Scalar::reduce(ByteView big_endian) {
    Scalar s;
    if (big_endian.size() <= 64) {
        s.b_ = reduce_wide(big_endian);
        return s;
    }
    Raw radix{};  // 2^256 mod q
    {
        std::array<std::uint8_t, 33> power{};
        power[0] = 1;
        radix = reduce_wide(power);
    }
    const std::size_t head = big_endian.size() % 32;
    s.b_ = reduce_wide(big_endian.first(head));
    for (std::size_t i = head; i < big_endian.size(); i += 32) {
        const Raw piece = reduce_wide(big_endian.subspan(i, 32));
        crypto_core_ed25519_scalar_mul(s.b_.data(), s.b_.data(), radix.data());
        crypto_core_ed25519_scalar_add(s.b_.data(), s.b_.data(), piece.data());
    }
    return s;
}

Scalar Scalar::from_bytes(const Raw& little_endian_reduced) {
    ENSURE(less_mask(little_endian_reduced, order) != 0);
    Scalar s;
    s.b_ = little_endian_reduced;
    return s;
}

bool Scalar::is_zero() const {
    return sodium_is_zero(b_.data(), b_.size()) == 1;
}

Scalar operator+(const Scalar& a, const Scalar& b) {
    Scalar s;
    crypto_core_ed25519_scalar_add(s.b_.data(), a.b_.data(), b.b_.data());
    return s;
}

Scalar operator-(const Scalar& a, const Scalar& b) {
    Scalar s;
    crypto_core_ed25519_scalar_sub(s.b_.data(), a.b_.data(), b.b_.data());
    return s;
}

Scalar operator*(const Scalar& a, const Scalar& b) {
    Scalar s;
    crypto_core_ed25519_scalar_mul(s.b_.data(), a.b_.data(), b.b_.data());
    return s;
}

Scalar invert(const Scalar& a) {
    Scalar s;
    ENSURE(crypto_core_ed25519_scalar_invert(s.b_.data(), a.b_.data()) == 0);
    return s;
}

}  // namespace minhtin
