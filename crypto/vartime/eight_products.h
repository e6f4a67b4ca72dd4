#pragma once
// Between products.h and eight_lanes.h: products into lanes and back.
#include <span>
#include <vector>

#include "crypto/vartime/eight_lanes.h"
#include "crypto/vartime/products.h"

namespace minhtin::vartime {

// The coordinates of one lane.
Point read_lane(const std::uint64_t (&point)[4][5][lane_count], std::size_t lane);

// In their order, not normalized. has_eight_lanes() must hold (ENSURE).
std::vector<Point> evaluate_in_lanes(std::span<const Product> products);

}  // namespace minhtin::vartime
