#include "crypto/vartime/membership.h"

namespace minhtin::vartime {
namespace {

// a^((p-1)/4) = 1; (p-1)/4 = 2 (p-5)/8 + 1.
bool is_fourth_power_symbol_one(const Fe& a) {
    return equal(square(power_p58(a)) * a, fe_one);
}

}  // namespace

bool is_member(const Point& p) {
    LIMB_BOUND(equal(p.z, fe_one) && on_curve(p));
    if (is_zero(p.x)) return equal(p.y, fe_one);

    const RootOfRatio u = root_of_ratio(carry(fe_one + p.y), carry(fe_one - p.y));
    if (!u.is_square) return false;
    const Fe& s = u.root;
    const Fe x = p.x, cs = sqrt_minus_a_plus_2 * s, sx = s * x, ssx = s * sx;  // v/s = cs/x, u = ssx/x

    // (W + A) x for the one sign of v/s.
    const Fe wide = carry(carry(ssx + cs) + carry(ssx + cs)) + montgomery_a * x;
    const RootOfRatio root = root_of_ratio(carry(wide), x);
    const Fe& r = root.root;
    const Fe x3 = square(x) * x;
    if (root.is_square) {
        const Fe uq_x = carry(ssx + cs) + sx * r;
        return is_fourth_power_symbol_one(carry(uq_x) * square(carry(r - sqrt_a_plus_2)) * x3);
    }
    // The other sign, h = K/r: u_Q = ((ssx - cs) r + sx K) / (x r), (h - L)^2 = (K - L r)^2 / r^2, and 1/r^3
    // is r up to a fourth power.
    const Fe uq_xr = carry(ssx - cs) * r + sx * sqrt_i_a2_minus_4;
    const Fe line = carry(sqrt_i_a2_minus_4 - sqrt_a_plus_2 * r);
    return is_fourth_power_symbol_one(carry(uq_xr) * square(line) * (x3 * r));
}

bool is_member_by_order(const Point& p) {
    constexpr std::uint64_t q[4] = {0x5812631a5cf5d3ed, 0x14def9dea2f79cd6, 0, 0x1000000000000000};
    const Addend addend = prepared(p);
    Point product = identity;
    for (int bit = 252; bit >= 0; --bit) {
        product = finish(twice(product));
        if ((q[bit / 64] >> (bit % 64)) & 1) product = finish(add(product, addend));
    }
    return is_identity(product);
}

}  // namespace minhtin::vartime
