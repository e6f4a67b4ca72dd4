#pragma once
// The subgroup test under crypto/ed25519.cpp, apart so that its fallback can be tested on a library that
// needs none. libsodium without the repair of CVE-2025-69277 takes a member plus the point of order 2.
#include <array>
#include <cstdint>

namespace minhtin {

using PointBytes = std::array<std::uint8_t, 32>;  // libsodium's order: little-endian y, sign in the last bit

// The library refuses a member plus the point of order 2, as it must. Asked once at start.
bool library_tests_membership();

// Canonical, on the curve, of order q exactly (the identity is not): by the library's word; or by multiplying
// with q, which is right with any library and takes about 8 ms, a hundred times longer.
bool is_member_by_library(const PointBytes& p);
bool is_member_by_order(const PointBytes& p);

}  // namespace minhtin
