#include "crypto/vartime/point.h"

namespace minhtin::vartime {
namespace {

// The paper's addition for a = -1 with k = 2d: A = (Y1-X1)(Y2-X2), B = (Y1+X1)(Y2+X2), C = T1 2d T2, D = 2 Z1
// Z2, E = B-A, F = D-C, G = D+C, H = B+A. A difference is the sum with -Q: Y2+X2 and Y2-X2 change places, and
// C its sign, so F and G change places too.
struct Parts {
    Fe a, b, c, d;
};

Unfinished sum(const Parts& p) {
    return {p.b - p.a, p.d - p.c, p.d + p.c, p.b + p.a};
}
Unfinished difference(const Parts& p) {
    return {p.b - p.a, p.d + p.c, p.d - p.c, p.b + p.a};
}

Parts parts(const Point& p, const Fe& minus, const Fe& plus, const Fe& twice_dt, const Fe& d) {
    return {(p.y - p.x) * minus, (p.y + p.x) * plus, p.t * twice_dt, d};
}

// 2 Z1 for a second point with Z = 1; tight, as F and G need it.
Fe doubled(const Fe& z) {
    return carry(z + z);
}

}  // namespace

// A = X^2, B = Y^2, C = 2 Z^2, E = (X+Y)^2 - A - B, G = B - A, F = C - G, H = A + B. F and H have the
// opposite sign of the paper's: all four coordinates change theirs, and the point is the same.
Unfinished twice(const Projective& p) {
    const Fe a = square(p.x), b = square(p.y), c = square(p.z);
    const Fe h = a + b, g = b - a;
    return {minus_wide(square(p.x + p.y), h), minus_wide(c + c, g), g, h};
}

Unfinished add(const Point& p, const Addend& q) {
    return sum(parts(p, q.minus, q.plus, q.twice_dt, p.z * q.twice_z));
}
Unfinished subtract(const Point& p, const Addend& q) {
    return difference(parts(p, q.plus, q.minus, q.twice_dt, p.z * q.twice_z));
}
Unfinished add(const Point& p, const AffineAddend& q) {
    return sum(parts(p, q.minus, q.plus, q.twice_dt, doubled(p.z)));
}
Unfinished subtract(const Point& p, const AffineAddend& q) {
    return difference(parts(p, q.plus, q.minus, q.twice_dt, doubled(p.z)));
}

Addend prepared(const Point& p) {
    return {carry(p.y + p.x), carry(p.y - p.x), carry(p.z + p.z), p.t * twice_d};
}
AffineAddend affine_prepared(const Point& p) {
    return {carry(p.y + p.x), carry(p.y - p.x), p.t * twice_d};
}

Point operator+(const Point& p, const Point& q) {
    return finish(add(p, prepared(q)));
}
Point operator-(const Point& p, const Point& q) {
    return finish(subtract(p, prepared(q)));
}
Point operator-(const Point& p) {
    return {negate(p.x), p.y, p.z, negate(p.t)};
}

bool operator==(const Point& p, const Point& q) {
    return equal(p.x * q.z, q.x * p.z) && equal(p.y * q.z, q.y * p.z);
}

bool is_identity(const Point& p) {
    return is_zero(p.x) && equal(p.y, p.z);
}

// Multiplied out: Z^2 (Y^2 - X^2) = Z^4 + d X^2 Y^2, and XY = ZT.
bool on_curve(const Point& p) {
    const Fe xx = square(p.x), yy = square(p.y), zz = square(p.z);
    return !is_zero(p.z) && equal(p.x * p.y, p.z * p.t) &&
           equal(zz * (yy - xx), carry(square(zz) + edwards_d * (xx * yy)));
}

const Point& generator() {
    static const Point g{generator_x, generator_y, fe_one, generator_x * generator_y};
    return g;
}

}  // namespace minhtin::vartime
