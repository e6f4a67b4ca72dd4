// encoding.cpp's decode and membership.cpp in eight lanes; what is calculated and why it is right stands
// there. Where they branch, both ways are taken here and each lane keeps the one that is its own.
#include "crypto/vartime/eight_field.h"
#include "crypto/vartime/eight_lanes.h"

namespace minhtin::vartime {
namespace {

// The number below p: as to_bytes in field.cpp.
Number reduced(const Number& a) {
    Number t = carry_lanes(a.v);
    t = carry_lanes(t.v);
    const Lanes mask = all(limb_mask);
    Lanes top = _mm512_srli_epi64(plus(t.v[0], all(19)), 51);
#pragma GCC unroll 4
    for (int k = 1; k < 5; ++k) top = _mm512_srli_epi64(plus(t.v[k], top), 51);
    t.v[0] = _mm512_madd52lo_epu64(t.v[0], top, all(19));
#pragma GCC unroll 4
    for (int k = 0; k < 4; ++k) {
        t.v[k + 1] = plus(t.v[k + 1], _mm512_srli_epi64(t.v[k], 51));
        t.v[k] = _mm512_and_si512(t.v[k], mask);
    }
    t.v[4] = _mm512_and_si512(t.v[4], mask);
    return t;
}

[[gnu::noinline]] __mmask8 is_zero(const Number& a) {
    const Number r = reduced(a);
    const Lanes bits = _mm512_or_si512(_mm512_or_si512(_mm512_or_si512(r.v[0], r.v[1]), r.v[2]),
                                       _mm512_or_si512(r.v[3], r.v[4]));
    return _mm512_testn_epi64_mask(bits, bits);
}
__mmask8 equal(const Number& a, const Number& b) {
    return is_zero(a - b);
}
__mmask8 is_odd(const Number& a) {
    return _mm512_test_epi64_mask(reduced(a).v[0], all(1));
}

[[gnu::noinline]] Number square_times(Number a, int n) {
    while (n-- > 0) a = square(a);
    return a;
}

// a^((p-5)/8) by the steps of field.cpp.
[[gnu::noinline]] Number power_p58(const Number& a) {
    const Number e2 = square(a) * a;
    const Number e4 = square_times(e2, 2) * e2;
    const Number e5 = square(e4) * a;
    const Number e10 = square_times(e5, 5) * e5;
    const Number e20 = square_times(e10, 10) * e10;
    const Number e40 = square_times(e20, 20) * e20;
    const Number e50 = square_times(e40, 10) * e10;
    const Number e100 = square_times(e50, 50) * e50;
    const Number e200 = square_times(e100, 100) * e100;
    const Number e250 = square_times(e200, 50) * e50;
    return square_times(e250, 2) * a;
}

struct Root {
    __mmask8 is_square;
    Number root;
};
[[gnu::noinline]] Root root_of_ratio(const Number& n, const Number& d) {
    const Number i = constant(sqrt_minus_one);
    const Number nd3 = n * (square(d) * d);
    const Number r = nd3 * power_p58(nd3 * square(square(d)));
    const Number check = d * square(r);
    const __mmask8 is_n = equal(check, n), is_minus_n = is_zero(check + n), is_in = equal(check, i * n);
    const auto as_it_is = static_cast<__mmask8>(is_n | is_in);
    return {static_cast<__mmask8>(is_n | is_minus_n), blend(as_it_is, r * i, r)};
}

// The quartic symbol of a is 1.
__mmask8 is_fourth_power_symbol_one(const Number& a) {
    return equal(square(power_p58(a)) * a, constant(fe_one));
}

// Of points with x and 1-y not zero; what is said of others means nothing.
__mmask8 is_member(const Number& x, const Number& y) {
    const Number one = constant(fe_one);
    const Root u = root_of_ratio(one + y, one - y);
    const Number& s = u.root;
    const Number cs = constant(sqrt_minus_a_plus_2) * s, sx = s * x, ssx = s * sx;

    const Number half = ssx + cs;
    const Root root = root_of_ratio((half + half) + constant(montgomery_a) * x, x);
    const Number& r = root.root;
    const Number l = constant(sqrt_a_plus_2), k = constant(sqrt_i_a2_minus_4), x3 = square(x) * x;
    const Number uq = blend(root.is_square, (ssx - cs) * r + sx * k, half + sx * r);
    const Number line = blend(root.is_square, k - l * r, r - l);
    const Number scale = blend(root.is_square, x3 * r, x3);
    return static_cast<__mmask8>(u.is_square & is_fourth_power_symbol_one(uq * square(line) * scale));
}

}  // namespace

std::uint8_t decode_eight(EightDecodings& in) {
    const Number one = constant(fe_one), y = load(in.y), yy = square(y);
    const Root root = root_of_ratio(yy - one, constant(edwards_d) * yy + one);
    const Number x = blend(static_cast<__mmask8>(is_odd(root.root) ^ in.odd), root.root, negate(root.root));
    const __mmask8 x_is_zero = is_zero(x);
    const auto is_identity = static_cast<__mmask8>(x_is_zero & equal(y, one) & ~in.odd);
    const auto others = static_cast<__mmask8>(root.is_square & ~x_is_zero & is_member(x, y));
    store(in.point[0], carry_lanes(x.v));
    store(in.point[1], y);
    store(in.point[2], one);
    store(in.point[3], x * y);
    return static_cast<std::uint8_t>(is_identity | others);
}

}  // namespace minhtin::vartime
