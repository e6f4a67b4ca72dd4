#pragma once
// Products of public points and public scalars (written additively here: n P). Time depends on both.
#include <span>

#include "crypto/vartime/fixed_table.h"

namespace minhtin::vartime {

// n P; and m P + n Q with one row of doublings for both.
Point multiply(const Scalar& n, const Point& p);
Point multiply(const Scalar& m, const Point& p, const Scalar& n, const Point& q);

// n P for several n, with one row of doublings for all of them.
std::vector<Point> multiply_each(std::span<const Scalar> n, const Point& p);

}  // namespace minhtin::vartime
