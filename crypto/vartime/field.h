#pragma once
// The field of Ed25519, numbers modulo p = 2^255 - 19, for PUBLIC data only: like everything in
// crypto/vartime it may take a time that depends on its data. Secrets stay with libsodium
// (crypto/ed25519_sodium.h).
//
// A number is five limbs of 51 bits, n = v0 + 2^51 v1 + ... + 2^204 v4, and because 5 * 51 = 255 what leaves
// at the top comes back at the bottom times 19. Limbs may be larger than 51 bits; how large is the argument
// of this file:
//
//   tight   below 2^51 + 2^18     what *, square and carry give
//   loose   below 2^54            what * and square take
//
//   tight + tight   < 2^52 + 2^19      loose
//   a - tight       < a + 2^52         adds 2p, whose limbs are 2^52 - 38 and 2^52 - 2: none goes below 0
//   a - wide        < a + 2^53         adds 4p; wide means below 2^53 - 76
//
// A product's column is at most 5 * 19 * 2^54 * 2^54 < 2^114.6, so it fits 128 bits and its carry 64 bits;
// the top column has no factor 19, its carry is below 2^59.4, and 19 times that below 2^63.7. After one round
// of carries the limbs are below 2^51, and the one that takes the last carry below 2^51 + 2^13. LIMB_BOUND
// checks every one of these in debug builds. Signed numbers, shifts by 64 or overflow do not occur.
#include <array>
#include <cstdint>
#include <optional>

#include "crypto/vartime/bounds.h"
#include "crypto/vartime/fe.h"

namespace minhtin::vartime {

inline constexpr std::uint64_t tight_limit = (std::uint64_t{1} << 51) + (std::uint64_t{1} << 18);
inline constexpr std::uint64_t wide_limit = (std::uint64_t{1} << 53) - 76;
inline constexpr std::uint64_t loose_limit = std::uint64_t{1} << 54;

inline bool limbs_below(const Fe& a, std::uint64_t limit) {
    return a.v[0] < limit && a.v[1] < limit && a.v[2] < limit && a.v[3] < limit && a.v[4] < limit;
}

// Sums and differences without carries, a result for * and square: what is added to may be wide, what is
// taken away is tight.
inline Fe operator+(const Fe& a, const Fe& b) {
    LIMB_BOUND(limbs_below(a, wide_limit) && limbs_below(b, wide_limit));
    return {{a.v[0] + b.v[0], a.v[1] + b.v[1], a.v[2] + b.v[2], a.v[3] + b.v[3], a.v[4] + b.v[4]}};
}

inline Fe operator-(const Fe& a, const Fe& b) {
    LIMB_BOUND(limbs_below(a, wide_limit) && limbs_below(b, tight_limit));
    constexpr std::uint64_t low = 2 * (limb_mask - 18), high = 2 * limb_mask;
    return {{a.v[0] + low - b.v[0], a.v[1] + high - b.v[1], a.v[2] + high - b.v[2], a.v[3] + high - b.v[3],
             a.v[4] + high - b.v[4]}};
}

// a - b for a b that is itself a sum or difference; a must be below 2^53.
inline Fe minus_wide(const Fe& a, const Fe& b) {
    LIMB_BOUND(limbs_below(a, wide_limit) && limbs_below(b, wide_limit));
    constexpr std::uint64_t low = 4 * (limb_mask - 18), high = 4 * limb_mask;
    return {{a.v[0] + low - b.v[0], a.v[1] + high - b.v[1], a.v[2] + high - b.v[2], a.v[3] + high - b.v[3],
             a.v[4] + high - b.v[4]}};
}

// The same number with tight limbs, from any limbs.
inline Fe carry(const Fe& a) {
    const Fe low{
        {a.v[0] & limb_mask, a.v[1] & limb_mask, a.v[2] & limb_mask, a.v[3] & limb_mask, a.v[4] & limb_mask}};
    return {{low.v[0] + 19 * (a.v[4] >> 51), low.v[1] + (a.v[0] >> 51), low.v[2] + (a.v[1] >> 51),
             low.v[3] + (a.v[2] >> 51), low.v[4] + (a.v[3] >> 51)}};
}

__extension__ using Column = unsigned __int128;

// A product's five columns, carried once round.
inline Fe carry_columns(Column c0, Column c1, Column c2, Column c3, Column c4) {
    LIMB_BOUND((c0 >> 115) == 0 && (c1 >> 115) == 0 && (c2 >> 115) == 0 && (c3 >> 115) == 0 &&
               (c4 >> 110) < 3);
    c1 += static_cast<std::uint64_t>(c0 >> 51);
    c2 += static_cast<std::uint64_t>(c1 >> 51);
    c3 += static_cast<std::uint64_t>(c2 >> 51);
    c4 += static_cast<std::uint64_t>(c3 >> 51);
    const std::uint64_t low =
        (static_cast<std::uint64_t>(c0) & limb_mask) + 19 * static_cast<std::uint64_t>(c4 >> 51);
    const Fe out{{low & limb_mask, (static_cast<std::uint64_t>(c1) & limb_mask) + (low >> 51),
                  static_cast<std::uint64_t>(c2) & limb_mask, static_cast<std::uint64_t>(c3) & limb_mask,
                  static_cast<std::uint64_t>(c4) & limb_mask}};
    LIMB_BOUND(limbs_below(out, tight_limit));
    return out;
}

inline Fe operator*(const Fe& a, const Fe& b) {
    LIMB_BOUND(limbs_below(a, loose_limit) && limbs_below(b, loose_limit));
    const Column a0 = a.v[0], a1 = a.v[1], a2 = a.v[2], a3 = a.v[3], a4 = a.v[4];
    const std::uint64_t b0 = b.v[0], b1 = b.v[1], b2 = b.v[2], b3 = b.v[3], b4 = b.v[4];
    const std::uint64_t n1 = 19 * b1, n2 = 19 * b2, n3 = 19 * b3, n4 = 19 * b4;
    return carry_columns(
        a0 * b0 + a1 * n4 + a2 * n3 + a3 * n2 + a4 * n1, a0 * b1 + a1 * b0 + a2 * n4 + a3 * n3 + a4 * n2,
        a0 * b2 + a1 * b1 + a2 * b0 + a3 * n4 + a4 * n3, a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * n4,
        a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0);
}

inline Fe square(const Fe& a) {
    LIMB_BOUND(limbs_below(a, loose_limit));
    const Column a0 = a.v[0], a1 = a.v[1], a2 = a.v[2], a3 = a.v[3];
    const std::uint64_t t1 = 2 * a.v[1], t2 = 2 * a.v[2], t3 = 2 * a.v[3], t4 = 2 * a.v[4];
    const std::uint64_t n3 = 19 * a.v[3], n4 = 19 * a.v[4], m4 = 2 * n4;
    return carry_columns(a0 * a.v[0] + a1 * m4 + (a2 * n3) * 2, a0 * t1 + a2 * m4 + a3 * n3,
                         a0 * t2 + a1 * a.v[1] + a3 * m4, a0 * t3 + a1 * t2 + Column{a.v[4]} * n4,
                         a0 * t4 + a1 * t3 + a2 * a.v[2]);
}

Fe square_times(Fe a, int n);  // a^(2^n)
Fe invert(const Fe& a);        // a^(p-2); of zero it is zero
Fe negate(const Fe& a);        // tight in, tight out

// a^((p-5)/8), the one long exponentiation behind square roots and the quartic symbol.
Fe power_p58(const Fe& a);

// p = 5 modulo 8, so i = sqrt(-1) exists and is itself no square: of n/d and i*n/d exactly one is a square
// (n and d not zero). `root` is its square root, either of the two. d must not be zero; for n = 0 the answer
// is a square, root 0. n must be tight.
struct RootOfRatio {
    bool is_square;  // root^2 = n/d, otherwise root^2 = i*n/d
    Fe root;
};
RootOfRatio root_of_ratio(const Fe& n, const Fe& d);

// The one number below p with 32 bytes, little-endian.
using FeBytes = std::array<std::uint8_t, 32>;
FeBytes to_bytes(const Fe& a);
// The low 255 bits; nothing if they are p or more. The top bit is not looked at.
std::optional<Fe> from_bytes(const FeBytes& bytes);

bool is_zero(const Fe& a);
bool equal(const Fe& a, const Fe& b);
inline bool is_odd(const Fe& a) {
    return (to_bytes(a)[0] & 1) != 0;
}

}  // namespace minhtin::vartime
