#pragma once
// The field of field.h in eight lanes, for eight_lanes.cpp and eight_decode.cpp alone: this file has
// instructions in it that not every CPU knows. Everything is in an unnamed namespace and nothing of the
// standard library is used, so that no function compiled here can be taken for the same one of another file
// by the linker.
//
// Limbs of 51 bits again, because the multiplier takes 52: the product of two limbs comes in halves, 52 low
// bits (madd52lo) and 52 high ones (madd52hi) added to a 64-bit sum. The high half weighs 2^52 = 2 * 2^51,
// hence the doubling of high sums. With limbs of 52 bits it would fall away, but 5 * 52 is 260, so no bit
// would be left for a carry, and each sum would have to be carried to its end. The bounds:
//
//   Number    limbs below 2^52, what the multiplier takes. carry gives below 2^51 + 2^18, as in field.h.
//   Columns   a product or a sum of some before carrying: a column holds at most 5 low and, doubled, 5 high
//             halves, < 15 * 2^52, and the columns above 2^255 come in times 19: < 20 * 15 * 2^52 < 2^60.3.
//             Formulas add at most 4 of them and a bias of 1024p, whose limbs are just below 2^61:
//             4 * 2^60.3 + 2^61 < 2^62.8. A carry is then below 2^11.8, and 19 of it below 2^16.1.
//
// The one exponentiation and the sums are those of field.cpp and point.cpp.
#include <immintrin.h>

#include <cstdint>

#include "crypto/vartime/constants.h"

namespace minhtin::vartime {
namespace {

using Lanes = __m512i;

struct Number {
    Lanes v[5];
};
struct Columns {
    Lanes v[5];
};

#define EIGHT_INLINE [[gnu::always_inline]] inline

EIGHT_INLINE Lanes all(std::uint64_t n) {
    return _mm512_set1_epi64(static_cast<long long>(n));
}
EIGHT_INLINE Lanes plus(Lanes a, Lanes b) {
    return _mm512_add_epi64(a, b);
}
EIGHT_INLINE Lanes minus(Lanes a, Lanes b) {
    return _mm512_sub_epi64(a, b);
}

// z0..z9, of weight 2^(51 k), to five: what is above 2^255 comes in times 19 = 1 + 2 (1 + 8).
EIGHT_INLINE Columns fold(const Lanes (&z)[10]) {
    Columns out;
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k) {
        const Lanes nine = plus(z[k + 5], _mm512_slli_epi64(z[k + 5], 3));
        out.v[k] = plus(plus(z[k], z[k + 5]), plus(nine, nine));
    }
    return out;
}

EIGHT_INLINE Columns multiply(const Number& a, const Number& b) {
    Lanes z[10];
#pragma GCC unroll 10
    for (int k = 0; k < 10; ++k) {
        Lanes sum = _mm512_setzero_si512();
#pragma GCC unroll 5
        for (int i = 0; i < 5; ++i)
            if (k - 1 - i >= 0 && k - 1 - i < 5) sum = _mm512_madd52hi_epu64(sum, a.v[i], b.v[k - 1 - i]);
        sum = plus(sum, sum);
#pragma GCC unroll 5
        for (int i = 0; i < 5; ++i)
            if (k - i >= 0 && k - i < 5) sum = _mm512_madd52lo_epu64(sum, a.v[i], b.v[k - i]);
        z[k] = sum;
    }
    return fold(z);
}

// Each product of two different limbs once, and its sum doubled.
EIGHT_INLINE Columns square_columns(const Number& a) {
    Lanes z[10];
#pragma GCC unroll 10
    for (int k = 0; k < 10; ++k) {
        Lanes sum = _mm512_setzero_si512();
#pragma GCC unroll 5
        for (int i = 0; i < 5; ++i)
            if (k - 1 - i > i && k - 1 - i < 5) sum = _mm512_madd52hi_epu64(sum, a.v[i], a.v[k - 1 - i]);
        sum = plus(sum, sum);
        if (k % 2 == 1) sum = _mm512_madd52hi_epu64(sum, a.v[k / 2], a.v[k / 2]);
#pragma GCC unroll 5
        for (int i = 0; i < 5; ++i)
            if (k - i > i && k - i < 5) sum = _mm512_madd52lo_epu64(sum, a.v[i], a.v[k - i]);
        sum = plus(sum, sum);
        if (k % 2 == 0) sum = _mm512_madd52lo_epu64(sum, a.v[k / 2], a.v[k / 2]);
        z[k] = sum;
    }
    return fold(z);
}

EIGHT_INLINE Number carry_lanes(const Lanes (&r)[5]) {
    const Lanes mask = all(limb_mask);
    Number out;
    out.v[0] = _mm512_madd52lo_epu64(_mm512_and_si512(r[0], mask), _mm512_srli_epi64(r[4], 51), all(19));
#pragma GCC unroll 4
    for (int k = 1; k < 5; ++k)
        out.v[k] = plus(_mm512_and_si512(r[k], mask), _mm512_srli_epi64(r[k - 1], 51));
    return out;
}
EIGHT_INLINE Number carry(const Columns& r) {
    return carry_lanes(r.v);
}

EIGHT_INLINE Columns operator+(const Columns& a, const Columns& b) {
    Columns out;
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k) out.v[k] = plus(a.v[k], b.v[k]);
    return out;
}
// Adds 1024p.
EIGHT_INLINE Columns operator-(const Columns& a, const Columns& b) {
    Columns out;
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k)
        out.v[k] = plus(a.v[k], minus(all(1024 * (k == 0 ? limb_mask - 18 : limb_mask)), b.v[k]));
    return out;
}

EIGHT_INLINE Number operator*(const Number& a, const Number& b) {
    return carry(multiply(a, b));
}
EIGHT_INLINE Number square(const Number& a) {
    return carry(square_columns(a));
}
EIGHT_INLINE Number operator+(const Number& a, const Number& b) {
    Lanes sum[5];
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k) sum[k] = plus(a.v[k], b.v[k]);
    return carry_lanes(sum);
}
// 2p - a: for a tight a, below 2^52 without a carry.
EIGHT_INLINE Number negate(const Number& a) {
    Number out;
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k) out.v[k] = minus(all(2 * (k == 0 ? limb_mask - 18 : limb_mask)), a.v[k]);
    return out;
}
EIGHT_INLINE Number operator-(const Number& a, const Number& b) {
    return a + negate(b);
}

// b in the lanes of `where`, a in the others.
EIGHT_INLINE Number blend(__mmask8 where, const Number& a, const Number& b) {
    Number out;
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k) out.v[k] = _mm512_mask_blend_epi64(where, a.v[k], b.v[k]);
    return out;
}

EIGHT_INLINE Number constant(const Fe& n) {
    Number out;
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k) out.v[k] = all(n.v[k]);
    return out;
}
EIGHT_INLINE Number load(const std::uint64_t (&limbs)[5][8]) {
    Number out;
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k) out.v[k] = _mm512_loadu_si512(limbs[k]);
    return out;
}
EIGHT_INLINE void store(std::uint64_t (&limbs)[5][8], const Number& a) {
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k) _mm512_storeu_si512(limbs[k], a.v[k]);
}

}  // namespace
}  // namespace minhtin::vartime
