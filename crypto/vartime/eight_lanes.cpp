#include "crypto/vartime/eight_lanes.h"

#include "crypto/vartime/eight_field.h"

namespace minhtin::vartime {
namespace {

// point.h's coordinates and formulas, which have no special cases, so all lanes take the same steps.
struct Eight {
    Number x, y, z, t;
};
struct EightAddend {
    Number plus, minus, twice_z, twice_dt;
};

constexpr Fe two{{2, 0, 0, 0, 0}};

enum class With { t, no_t };

EIGHT_INLINE void finish(Eight& p, const Number& e, const Number& f, const Number& g, const Number& h,
                         With with) {
    p.x = e * f;
    p.y = g * h;
    p.z = f * g;
    if (with == With::t) p.t = e * h;
}

// E = 2 X Y here, which saves carrying X + Y. The sums are made of columns, so each is carried once.
template <With with>
[[gnu::noinline]] void twice(Eight& p) {
    const Columns a = square_columns(p.x), b = square_columns(p.y), c = square_columns(p.z);
    const Columns xy = multiply(p.x, p.y);
    const Columns g = b - a;
    finish(p, carry(xy + xy), carry((c + c + a) - b), carry(g), carry(a + b), with);
}

EIGHT_INLINE void add_parts(Eight& p, const Number& plus, const Number& minus, const Number& twice_dt,
                            const Columns& d, With with) {
    const Columns a = multiply(p.y - p.x, minus), b = multiply(p.y + p.x, plus), c = multiply(p.t, twice_dt);
    finish(p, carry(b - a), carry(d - c), carry(d + c), carry(b + a), with);
}

[[gnu::noinline]] void add(Eight& p, const EightAddend& q) {
    add_parts(p, q.plus, q.minus, q.twice_dt, multiply(p.z, q.twice_z), With::t);
}

EightAddend prepared(const Eight& p) {
    return {p.y + p.x, p.y - p.x, p.z + p.z, p.t * constant(twice_d)};
}

// A digit's size and sign in each lane.
struct Digits {
    Lanes size;
    __mmask8 negative;
};
EIGHT_INLINE Digits read_digits(const std::int16_t (&digits)[lane_count]) {
    const Lanes n = _mm512_cvtepi16_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(digits)));
    return {_mm512_abs_epi64(n), _mm512_cmplt_epi64_mask(n, _mm512_setzero_si512())};
}

EIGHT_INLINE Number negate_where(__mmask8 where, const Number& a) {
    return blend(where, a, negate(a));
}

// Five limbs from eight addresses, in bytes, and what follows them.
EIGHT_INLINE Number gather(Lanes address, int step) {
    Number out;
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k)
        out.v[k] =
            _mm512_i64gather_epi64(plus(address, all(static_cast<std::uint64_t>(k * step))), nullptr, 1);
    return out;
}

// In each lane 0, 1, ... 16 times its point.
struct Multiples {
    static constexpr int count = 17;
    EightAddend of[count];

    explicit Multiples(const Eight& p) {
        of[0] = {constant(fe_one), constant(fe_one), constant(two), constant(fe_zero)};
        of[1] = prepared(p);
        Eight sum = p;
        for (int n = 2; n < count; ++n) {
            add(sum, of[1]);
            of[n] = prepared(sum);
        }
    }

    // For a negative digit the first two change places and the last its sign: -(x, y) = (-x, y).
    EIGHT_INLINE EightAddend at(const Digits& digits) const {
        constexpr int number = sizeof(Number), entry = sizeof(EightAddend), limb = sizeof(Lanes);
        const Lanes lane = _mm512_set_epi64(56, 48, 40, 32, 24, 16, 8, 0);
        const Lanes entry_at = _mm512_mullo_epi64(digits.size, all(entry));
        const Lanes start = plus(plus(all(reinterpret_cast<std::uint64_t>(of)), lane), entry_at);
        const Lanes second = plus(start, all(number));
        const Lanes plus_at = _mm512_mask_blend_epi64(digits.negative, start, second);
        const Lanes minus_at = _mm512_mask_blend_epi64(digits.negative, second, start);
        return {gather(plus_at, limb), gather(minus_at, limb), gather(plus(start, all(2 * number)), limb),
                negate_where(digits.negative, gather(plus(start, all(3 * number)), limb))};
    }
};

// The same from the FixedTable of each lane, entries of plus, minus and twice_dt.
[[gnu::noinline]] void add_fixed(Eight& p, const EightProducts& in, int row) {
    constexpr int number = 40, entry = 120, limb = 8;
    const Digits digits = read_digits(in.fixed_digits[row]);
    const Lanes tables = _mm512_loadu_si512(in.fixed);
    const Lanes entry_at = _mm512_mullo_epi64(
        plus(digits.size, all(static_cast<std::uint64_t>(row * EightProducts::entries))), all(entry));
    const Lanes start = plus(tables, entry_at), second = plus(start, all(number));
    const Number first = gather(_mm512_mask_blend_epi64(digits.negative, start, second), limb);
    const Number other = gather(_mm512_mask_blend_epi64(digits.negative, second, start), limb);
    const Number twice_dt = negate_where(digits.negative, gather(plus(start, all(2 * number)), limb));
    Columns d;
#pragma GCC unroll 5
    for (int k = 0; k < 5; ++k) d.v[k] = plus(p.z.v[k], p.z.v[k]);
    add_parts(p, first, other, twice_dt, d, With::t);
}

}  // namespace

void evaluate_eight(EightProducts& in) {
    static_assert(sizeof(Eight) == sizeof in.point);
    const Multiples multiples({load(in.point[0]), load(in.point[1]), load(in.point[2]), load(in.point[3])});
    Eight sum{constant(fe_zero), constant(fe_one), constant(fe_one), constant(fe_zero)};
    for (int i = EightProducts::windows - 1; i >= 0; --i) {
        if (i != EightProducts::windows - 1) {
            for (int doubling = 0; doubling < 4; ++doubling) twice<With::no_t>(sum);
            twice<With::t>(sum);
        }
        add(sum, multiples.at(read_digits(in.digits[i])));
    }
    for (int row = 0; row < EightProducts::rows; ++row) add_fixed(sum, in, row);
    store(in.point[0], sum.x);
    store(in.point[1], sum.y);
    store(in.point[2], sum.z);
    store(in.point[3], sum.t);
}

}  // namespace minhtin::vartime
