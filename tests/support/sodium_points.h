#pragma once
// libsodium's arithmetic on 32 bytes as the oracle for crypto/vartime: the identity and a product that is the
// identity are ordinary here.
#include <sodium.h>

#include <array>
#include <cstdint>

#include "crypto/ed25519_sodium.h"
#include "crypto/ensure.h"
#include "crypto/group.h"

namespace minhtin::oracle {

using Bytes32 = std::array<std::uint8_t, 32>;
inline constexpr Bytes32 identity = {1};

inline Bytes32 add(const Bytes32& p, const Bytes32& q) {
    Bytes32 out;
    ENSURE(crypto_core_ed25519_add(out.data(), p.data(), q.data()) == 0);
    return out;
}
inline Bytes32 subtract(const Bytes32& p, const Bytes32& q) {
    Bytes32 out;
    ENSURE(crypto_core_ed25519_sub(out.data(), p.data(), q.data()) == 0);
    return out;
}
// Of a member.
inline Bytes32 multiply(const Scalar& n, const Bytes32& p) {
    if (p == identity) return identity;
    Bytes32 out;
    return crypto_scalarmult_ed25519_noclamp(out.data(), n.bytes().data(), p.data()) == 0 ? out : identity;
}
inline Bytes32 base(const Scalar& n) {
    Bytes32 out;
    return crypto_scalarmult_ed25519_base_noclamp(out.data(), n.bytes().data()) == 0 ? out : identity;
}
// Canonical, on the curve, of order q; right also where the library lacks a repair (crypto/ed25519_sodium.h).
inline bool is_member(const Bytes32& p) {
    return sodium::is_member(p);
}

}  // namespace minhtin::oracle
