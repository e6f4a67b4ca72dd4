#pragma once
// Numbers and points that tests of crypto/vartime are tried on: random ones and the edges.
#include <vector>

#include "crypto/vartime/encoding.h"
#include "tests/support/seeded_random.h"
#include "tests/support/small_order.h"
#include "tests/support/sodium_points.h"

namespace minhtin::vartime {

inline Scalar random_scalar(Random& random) {
    return SecretScalar::random(random).expose();
}

inline std::vector<Scalar> edge_scalars() {
    const Scalar most = Scalar() - Scalar(1);
    std::vector<Scalar> out{Scalar(), most, most - Scalar(1), most * invert(Scalar(2))};
    for (std::uint64_t n = 1; n < 40; ++n) out.push_back(Scalar(n));
    Scalar power(1);
    for (int i = 0; i < 252; ++i, power = power + power) {
        if (i % 5 != 0 && i % 8 != 0 && i < 248) continue;
        out.push_back(power);
        out.push_back(power - Scalar(1));
        out.push_back(most - power);
    }
    std::array<std::uint8_t, 32> pattern;
    for (const int byte : {0x55, 0xaa, 0x7f, 0x80, 0x81, 0xff, 0x0f, 0xf0, 0x10, 0x1f}) {
        pattern.fill(static_cast<std::uint8_t>(byte));
        out.push_back(Scalar::reduce(pattern));
        pattern[31] = 0x0f;
        out.push_back(Scalar::from_bytes(pattern));
    }
    return out;
}

// Members; the identity is the first.
inline std::vector<PointBytes> some_members(Random& random, int count) {
    std::vector<PointBytes> out{oracle::identity};
    for (std::uint64_t n = 1; n < 4; ++n) out.push_back(oracle::base(Scalar(n)));
    out.push_back(oracle::base(Scalar() - Scalar(1)));
    while (count-- > 0) out.push_back(oracle::base(random_scalar(random)));
    return out;
}

// Members and what they are with a point of small order added: every class of E modulo 8E.
inline std::vector<PointBytes> all_classes(Random& random, int count) {
    std::vector<PointBytes> out = some_members(random, count);
    for (std::size_t i = 0, n = out.size(); i < n; ++i)
        for (const auto& t : small_order_points()) out.push_back(oracle::add(out[i], t));
    return out;
}

// The same point with other coordinates.
inline Point rescaled(const Point& p, const Fe& by) {
    return {p.x * by, p.y * by, p.z * by, p.t * by};
}

}  // namespace minhtin::vartime
