#include "crypto/vartime/field.h"

#include "crypto/vartime/constants.h"

namespace minhtin::vartime {
Fe square_times(Fe a, int n) {
    while (n-- > 0) a = square(a);
    return a;
}

namespace {

// a^(2^250 - 1), and a^3 on the way: the part that inversion and roots have in common. Each line turns
// a^(2^m - 1) and a^(2^n - 1) into a^(2^(m+n) - 1).
struct Powers {
    Fe third, two250;
};
Powers powers(const Fe& a) {
    const Fe e2 = square(a) * a;
    const Fe e4 = square_times(e2, 2) * e2;
    const Fe e5 = square(e4) * a;
    const Fe e10 = square_times(e5, 5) * e5;
    const Fe e20 = square_times(e10, 10) * e10;
    const Fe e40 = square_times(e20, 20) * e20;
    const Fe e50 = square_times(e40, 10) * e10;
    const Fe e100 = square_times(e50, 50) * e50;
    const Fe e200 = square_times(e100, 100) * e100;
    return {e2, square_times(e200, 50) * e50};
}

}  // namespace

// p - 2 = 2^5 (2^250 - 1) + 11, and 11 = 8 + 3.
Fe invert(const Fe& a) {
    const Powers p = powers(a);
    return square_times(p.two250, 5) * (square_times(a, 3) * p.third);
}

// (p - 5)/8 = 2^252 - 3 = 2^2 (2^250 - 1) + 1.
Fe power_p58(const Fe& a) {
    return square_times(powers(a).two250, 2) * a;
}

Fe negate(const Fe& a) {
    return carry(fe_zero - a);
}

// With r = n d^3 (n d^7)^((p-5)/8), d r^2 = n (n d^7)^((p-1)/4) is n times a fourth root of one: n, -n, i n
// or -i n. Multiplying r by i turns the sign.
RootOfRatio root_of_ratio(const Fe& n, const Fe& d) {
    const Fe d3 = square(d) * d;
    const Fe nd3 = n * d3;
    const Fe r = nd3 * power_p58(nd3 * square(square(d)));
    const Fe check = d * square(r), in = sqrt_minus_one * n;
    if (equal(check, n)) return {true, r};
    if (equal(check, negate(n))) return {true, sqrt_minus_one * r};
    if (equal(check, in)) return {false, r};
    return {false, sqrt_minus_one * r};
}

FeBytes to_bytes(const Fe& a) {
    LIMB_BOUND(limbs_below(a, loose_limit));
    Fe t = carry(carry(a));
    // t < 2^255 + 2^205 < 2p: whether t >= p is the carry out of t + 19, and t - p is t + 19 without it.
    std::uint64_t top = (t.v[0] + 19) >> 51;
    for (int i = 1; i < 5; ++i) top = (t.v[i] + top) >> 51;
    t.v[0] += 19 * top;
    for (int i = 0; i < 4; ++i) {
        t.v[i + 1] += t.v[i] >> 51;
        t.v[i] &= limb_mask;
    }
    t.v[4] &= limb_mask;
    const std::uint64_t words[4] = {t.v[0] | t.v[1] << 51, t.v[1] >> 13 | t.v[2] << 38,
                                    t.v[2] >> 26 | t.v[3] << 25, t.v[3] >> 39 | t.v[4] << 12};
    FeBytes out;
    for (std::size_t i = 0; i < 32; ++i) out[i] = static_cast<std::uint8_t>(words[i / 8] >> (8 * (i % 8)));
    return out;
}

std::optional<Fe> from_bytes(const FeBytes& bytes) {
    std::uint64_t w[4] = {};
    for (std::size_t i = 0; i < 32; ++i) w[i / 8] |= std::uint64_t{bytes[i]} << (8 * (i % 8));
    const Fe a{{w[0] & limb_mask, (w[0] >> 51 | w[1] << 13) & limb_mask,
                (w[1] >> 38 | w[2] << 26) & limb_mask, (w[2] >> 25 | w[3] << 39) & limb_mask,
                (w[3] >> 12) & limb_mask}};
    const bool at_least_p = a.v[0] >= limb_mask - 18 && a.v[1] == limb_mask && a.v[2] == limb_mask &&
                            a.v[3] == limb_mask && a.v[4] == limb_mask;
    if (at_least_p) return std::nullopt;
    return a;
}

bool is_zero(const Fe& a) {
    return to_bytes(a) == FeBytes{};
}

bool equal(const Fe& a, const Fe& b) {
    return to_bytes(a) == to_bytes(b);
}

}  // namespace minhtin::vartime
