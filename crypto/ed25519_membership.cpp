#include "crypto/ed25519_membership.h"

#include <sodium.h>

#include "crypto/bytes.h"

namespace minhtin {
namespace {

// q, little-endian.
constexpr std::array<std::uint8_t, 32> order = {
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
constexpr PointBytes identity = {1};
// (0, -1): y = 2^255 - 20.
constexpr PointBytes order_two = {0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f};

// Adding the identity writes a point anew, in its one canonical form.
bool is_canonical(const PointBytes& p) {
    PointBytes again;
    return crypto_core_ed25519_add(again.data(), p.data(), identity.data()) == 0 && again == p;
}

}  // namespace

bool is_member_by_library(const PointBytes& p) {
    return crypto_core_ed25519_is_valid_point(p.data()) == 1;
}

// Doubling and adding, because libsodium's own multiplication begins with the test that is in doubt.
bool is_member_by_order(const PointBytes& p) {
    if (p == identity || !is_canonical(p)) return false;
    PointBytes product = identity;
    for (std::size_t bit = 256; bit-- > 0;) {
        if (crypto_core_ed25519_add(product.data(), product.data(), product.data()) != 0) return false;
        if (((order[bit / 8] >> (bit % 8)) & 1) == 0) continue;
        if (crypto_core_ed25519_add(product.data(), product.data(), p.data()) != 0) return false;
    }
    return product == identity;
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
