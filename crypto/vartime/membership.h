#pragma once
// Is a point in the subgroup of order q? Answered without multiplying by q: three exponentiations in the
// field instead of a multiplication on the curve.
//
// Why it is right. E(Fp) is cyclic with 8q points, so the subgroup of order q is 8E, what is eight times
// something. P is in 8E if and only if P = 2Q for some Q in 4E. Halves of the same P differ by the one point
// T2 of order 2, and T2 = 4 T8 is in 4E itself: either all halves are in 4E or none, and looking at one is
// enough.
//
// Whether a point is 2 or 4 times another is told by the Tate pairing with the rational points T2 and T4 of
// order 2 and 4, which for a cyclic group with p = 1 modulo 4 is non-degenerate. In Montgomery's form
// v^2 = u (u^2 + A u + 1), with u = (1+y)/(1-y), v = c u/x, c^2 = -(A+2):
//
//   T2 = (0, 0), with the function u:          P in 2E  <=>  u is a square
//   T4 = (1, L), L^2 = A+2; the line v = L u touches the curve in T4 and meets T2, so (v - L u)^2 / u has the
//   divisor 4 T4 - 4 O:                        Q in 4E  <=>  ((v - L u)^2 / u)^((p-1)/4) = 1
//
// A half Q of P = (u, v). Let s = sqrt(u). For any Q, with W = u_Q + 1/u_Q, doubling says
// u = (W^2 - 4) / (4 (W + A)), that is W = 2u +- 2 sqrt(u^2 + A u + 1) = 2 (u +- v/s), and v_Q^2 =
// u_Q^2 (W + A). The two values of W + A multiply to A^2 - 4, which is no square, so exactly one of them is a
// square; call its root h. Then W^2 - 4 = 4 u h^2 gives u_Q = W/2 + s h (the other sign is 1/u_Q, which is
// Q + T2), and v_Q = +- u_Q h. The sign changes Q to -Q only, and 4E has both. So with L as above
//
//   f = (v_Q - L u_Q)^2 / u_Q = u_Q (h - L)^2    and    P in 8E  <=>  u is a square and f^((p-1)/4) = 1.
//
// No inversions: f is only wanted up to fourth powers, so dividing by x is multiplying by x^3. When W + A is
// no square its root is not needed either: the root r of i (W + A), which the same exponentiation gives,
// turns into that of the other sign, h = sqrt(i (A^2 - 4)) / r.
//
// x = 0 is the identity or T2. Otherwise nothing above is zero: u, 1-y, r (else A^2 = 4) and u_Q; h = L or
// h = -L would make Q a point of order 4 and P = T2.
#include "crypto/vartime/point.h"

namespace minhtin::vartime {

// Z must be 1. The identity is a member. Variable time, public points only.
bool is_member(const Point& p);

// The same by multiplying with q; twice as slow, for tests.
bool is_member_by_order(const Point& p);

}  // namespace minhtin::vartime
