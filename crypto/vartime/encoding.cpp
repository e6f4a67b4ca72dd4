#include "crypto/vartime/encoding.h"

#include <vector>

namespace minhtin::vartime {
namespace {

bool is_one(const Fe& a) {
    return a.v[0] == 1 && (a.v[1] | a.v[2] | a.v[3] | a.v[4]) == 0;
}

void scale(Point& p, const Fe& inverse_z) {
    p.x = p.x * inverse_z;
    p.y = p.y * inverse_z;
    p.t = p.x * p.y;
    p.z = fe_one;
}

}  // namespace

PointBytes encode(const Point& p) {
    const bool affine = is_one(p.z);
    const Fe inverse_z = affine ? fe_one : invert(p.z);
    PointBytes bytes = to_bytes(affine ? p.y : p.y * inverse_z);
    if (is_odd(affine ? p.x : p.x * inverse_z)) bytes[31] |= 0x80;
    return bytes;
}

void normalize(std::span<Point* const> points) {
    std::vector<Fe> before;  // the product of all Z up to here
    before.reserve(points.size());
    Fe product = fe_one;
    for (const Point* p : points) {
        before.push_back(product);
        product = product * p->z;
    }
    Fe inverse = invert(product);  // no Z is zero
    for (std::size_t i = points.size(); i-- > 0;) {
        const Fe z = points[i]->z;
        scale(*points[i], inverse * before[i]);
        inverse = inverse * z;
    }
}

// x^2 = (y^2 - 1)/(d y^2 + 1); the denominator is never zero because -1/d is no square.
std::optional<Point> decode(const PointBytes& bytes) {
    const auto y = from_bytes(bytes);
    if (!y) return std::nullopt;
    const Fe yy = square(*y);
    const RootOfRatio root = root_of_ratio(carry(yy - fe_one), carry(edwards_d * yy + fe_one));
    if (!root.is_square) return std::nullopt;
    const bool odd = (bytes[31] & 0x80) != 0;
    const bool zero = is_zero(root.root);
    if (zero && odd) return std::nullopt;
    const Fe x = is_odd(root.root) == odd ? root.root : negate(root.root);
    return Point{x, *y, fe_one, x * *y};
}

}  // namespace minhtin::vartime
