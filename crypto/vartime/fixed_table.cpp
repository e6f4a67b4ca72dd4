#include "crypto/vartime/fixed_table.h"

#include "crypto/vartime/encoding.h"

namespace minhtin::vartime {

FixedTable::FixedTable(const Point& p) {
    addends_.reserve(rows * entries);
    Point base = p;  // 256^i p
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<Point> multiples{identity};
        const Addend one = prepared(base);
        for (std::size_t n = 1; n < entries; ++n) multiples.push_back(finish(add(multiples.back(), one)));
        base = finish(twice(multiples.back()));
        std::vector<Point*> all;
        for (Point& m : multiples) all.push_back(&m);
        normalize(all);
        for (const Point& m : multiples) addends_.push_back(affine_prepared(m));
    }
}

Point FixedTable::add_multiple(const Point& sum, const Scalar& n) const {
    std::array<std::int16_t, rows> digits;
    write_windows(n, width, digits);
    Point out = sum;
    for (std::size_t row = 0; row < rows; ++row) {
        const int digit = digits[row];
        if (digit == 0) continue;
        const AffineAddend& addend =
            addends_[row * entries + static_cast<std::size_t>(digit < 0 ? -digit : digit)];
        out = finish(digit > 0 ? add(out, addend) : subtract(out, addend));
    }
    return out;
}

const FixedTable& generator_table() {
    static const FixedTable table(generator());
    return table;
}

}  // namespace minhtin::vartime
