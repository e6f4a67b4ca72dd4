#pragma once
// Multiples of one point, made once, so that multiplying it needs additions only: the generator's, and an
// election key's. Public data only.
#include <vector>

#include "crypto/vartime/digits.h"
#include "crypto/vartime/point.h"

namespace minhtin::vartime {

// Row i holds 0, 1, ... 128 times 256^i times the point: 32 rows, 495 KB, 32 additions a product. Making it
// costs about as much as 30 ordinary products. Entry 0 is there for code that has no branches
// (eight_lanes.h).
class FixedTable {
public:
    static constexpr unsigned width = 8;
    static constexpr std::size_t rows = 32, entries = 129;

    explicit FixedTable(const Point& p);

    // sum + n times the point.
    Point add_multiple(const Point& sum, const Scalar& n) const;
    const AffineAddend* data() const { return addends_.data(); }

private:
    std::vector<AffineAddend> addends_;
};

// Of the generator; made at first use, about 2 ms.
const FixedTable& generator_table();

}  // namespace minhtin::vartime
