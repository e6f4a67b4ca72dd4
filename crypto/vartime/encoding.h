#pragma once
// Points as 32 bytes (RFC 8032, 5.1.2): y little-endian, the lowest bit of x in the top bit. Public data
// only.
#include <optional>
#include <span>

#include "crypto/vartime/point.h"

namespace minhtin::vartime {

using PointBytes = FeBytes;

// One inversion, unless Z is 1 already as it is after decoding and normalize.
PointBytes encode(const Point& p);
// The same points with Z = 1, no address twice: one inversion for all (Montgomery's trick: invert the
// product, take it apart).
void normalize(std::span<Point* const> points);

// Exactly the canonical encodings of points on the curve, with Z = 1: y below p, and x = 0 with its bit
// clear. Any order; membership.h tells which points are members.
std::optional<Point> decode(const PointBytes& bytes);

}  // namespace minhtin::vartime
