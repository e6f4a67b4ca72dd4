#include "crypto/vartime/field.h"

#include "crypto/vartime/constants.h"

namespace minhtin::vartime {
namespace {

__extension__ using Wide = unsigned __int128;

// A product's five columns, carried once round.
Fe carry_columns(Wide c0, Wide c1, Wide c2, Wide c3, Wide c4) {
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

}  // namespace

Fe operator*(const Fe& a, const Fe& b) {
    LIMB_BOUND(limbs_below(a, loose_limit) && limbs_below(b, loose_limit));
    const Wide a0 = a.v[0], a1 = a.v[1], a2 = a.v[2], a3 = a.v[3], a4 = a.v[4];
    const std::uint64_t b0 = b.v[0], b1 = b.v[1], b2 = b.v[2], b3 = b.v[3], b4 = b.v[4];
    const std::uint64_t n1 = 19 * b1, n2 = 19 * b2, n3 = 19 * b3, n4 = 19 * b4;
    return carry_columns(
        a0 * b0 + a1 * n4 + a2 * n3 + a3 * n2 + a4 * n1, a0 * b1 + a1 * b0 + a2 * n4 + a3 * n3 + a4 * n2,
        a0 * b2 + a1 * b1 + a2 * b0 + a3 * n4 + a4 * n3, a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * n4,
        a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0);
}

Fe square(const Fe& a) {
    LIMB_BOUND(limbs_below(a, loose_limit));
    const Wide a0 = a.v[0], a1 = a.v[1], a2 = a.v[2], a3 = a.v[3];
    const std::uint64_t t1 = 2 * a.v[1], t2 = 2 * a.v[2], t3 = 2 * a.v[3], t4 = 2 * a.v[4];
    const std::uint64_t n3 = 19 * a.v[3], n4 = 19 * a.v[4], m4 = 2 * n4;
    return carry_columns(a0 * a.v[0] + a1 * m4 + (a2 * n3) * 2, a0 * t1 + a2 * m4 + a3 * n3,
                         a0 * t2 + a1 * a.v[1] + a3 * m4, a0 * t3 + a1 * t2 + Wide{a.v[4]} * n4,
                         a0 * t4 + a1 * t3 + a2 * a.v[2]);
}

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
    // t < 2^255 + 2^18 < 2p: whether t >= p is the carry out of t + 19, and t - p is t + 19 without it.
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
