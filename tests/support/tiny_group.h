#pragma once
// A group small enough to try everything: the squares modulo p = 2q + 1, with q = 11 or 23 elements. Linked
// in place of crypto/ed25519.cpp, so that protocol code cannot tell the difference.
#include <cstdint>
#include <string>

#include "crypto/group.h"

#ifndef MINHTIN_TINY_ORDER
#define MINHTIN_TINY_ORDER 11
#endif

namespace minhtin::tiny {

inline constexpr unsigned q = MINHTIN_TINY_ORDER;
inline constexpr unsigned p = 2 * q + 1;
static_assert(q == 11 || q == 23, "p must be prime too");

// What no real group gives: the discrete logarithm.
unsigned log(const Element& e);
// Scalars as the numbers they are.
inline unsigned number(const Scalar& s) {
    return s.bytes()[0];
}
inline Scalar scalar(unsigned n) {
    return Scalar(n % q);
}
inline SecretScalar secret(unsigned n) {
    return SecretScalar(scalar(n));
}
inline Element power(unsigned n) {
    return base(scalar(n));
}

}  // namespace minhtin::tiny
