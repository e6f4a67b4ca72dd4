#include "crypto/ed25519_membership.h"

#include <sodium.h>

#include "crypto/bytes.h"

namespace minhtin {
namespace {

// q - 1, little-endian.
constexpr std::array<std::uint8_t, 32> minus_one = {
    0xec, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
constexpr PointBytes identity = {1};
// (0, -1): y = 2^255 - 20.
constexpr PointBytes order_two = {0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f};

}  // namespace

bool is_member_by_library(const PointBytes& p) {
    return crypto_core_ed25519_is_valid_point(p.data()) == 1;
}

// (q-1)*P + P is the identity. libsodium's multiplication makes the same test of its input as is_valid_point,
// so it refuses or computes; what it computes is right for every point of the curve.
bool is_member_by_order(const PointBytes& p) {
    PointBytes product, sum;
    if (!is_member_by_library(p)) return false;
    if (crypto_scalarmult_ed25519_noclamp(product.data(), minus_one.data(), p.data()) != 0) return false;
    if (crypto_core_ed25519_add(sum.data(), product.data(), p.data()) != 0) return false;
    return sum == identity;
}

bool library_tests_membership() {
    static const bool answer = [] {
        const std::array<std::uint8_t, 32> one = {1};
        PointBytes generator, mixed;
        if (crypto_scalarmult_ed25519_base_noclamp(generator.data(), one.data()) != 0) return false;
        if (crypto_core_ed25519_add(mixed.data(), generator.data(), order_two.data()) != 0) return false;
        return !is_member_by_library(mixed);
    }();
    return answer;
}

}  // namespace minhtin
