#pragma once
// Points of the curve of Ed25519, all 8q of them, for public data only.
//
// Coordinates are the extended ones of Hisil, Wong, Carter and Dawson ("Twisted Edwards Curves Revisited",
// 2008; RFC 8032, 5.1.4): (X:Y:Z:T) is x = X/Z, y = Y/Z, xy = T/Z. Their addition is complete here: -1 is a
// square modulo p and d is none, so no denominator vanishes for any two points, the identity, small orders
// and equal points included. There are no special cases, hence none to forget.
//
// Limbs: coordinates of points and entries of tables are tight; everything between follows field.h's rules.
#include "crypto/vartime/constants.h"
#include "crypto/vartime/field.h"

namespace minhtin::vartime {

struct Point {
    Fe x, y, z, t;
};
inline constexpr Point identity{fe_zero, fe_one, fe_one, fe_zero};

// What is added often, prepared: (Y+X, Y-X, 2Z, 2dT). With Z = 1 the third is 2 and left out.
struct Addend {
    Fe plus, minus, twice_z, twice_dt;
};
struct AffineAddend {
    Fe plus, minus, twice_dt;
};

// A result before its last multiplications: x = E/G, y = H/F. Three give X, Y, Z, the fourth T, which only an
// addition needs.
struct Unfinished {
    Fe e, f, g, h;
};
inline Point finish(const Unfinished& u) {
    return {u.e * u.f, u.g * u.h, u.f * u.g, u.e * u.h};
}
// Without T: for a point that is doubled next.
struct Projective {
    Fe x, y, z;
};
inline Projective finish_for_doubling(const Unfinished& u) {
    return {u.e * u.f, u.g * u.h, u.f * u.g};
}

Unfinished twice(const Projective& p);
inline Unfinished twice(const Point& p) {
    return twice(Projective{p.x, p.y, p.z});
}
Unfinished add(const Point& p, const Addend& q);
Unfinished subtract(const Point& p, const Addend& q);
Unfinished add(const Point& p, const AffineAddend& q);
Unfinished subtract(const Point& p, const AffineAddend& q);

Addend prepared(const Point& p);
// p must have Z = 1.
AffineAddend affine_prepared(const Point& p);

Point operator+(const Point& p, const Point& q);
Point operator-(const Point& p, const Point& q);
Point operator-(const Point& p);
bool operator==(const Point& p, const Point& q);
bool is_identity(const Point& p);

// -x^2 + y^2 = 1 + d x^2 y^2 and T fits: what every Point is; for tests and debug builds.
bool on_curve(const Point& p);

const Point& generator();

}  // namespace minhtin::vartime
