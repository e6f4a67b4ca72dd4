#include "crypto/vartime/eight_products.h"

#include <algorithm>
#include <atomic>

#include "crypto/ensure.h"
#include "crypto/vartime/use.h"

namespace minhtin::vartime {
namespace {

std::atomic<bool> lanes_allowed{true};

void write_point(EightProducts& eight, std::size_t lane, const Point& p) {
    const Fe* coordinates[] = {&p.x, &p.y, &p.z, &p.t};
    for (std::size_t c = 0; c < 4; ++c)
        for (std::size_t k = 0; k < 5; ++k) eight.point[c][k][lane] = coordinates[c]->v[k];
}

// p / g^less; nearly always less is 0 or 1.
Point with_less(const Product& x) {
    if (x.less == 0) return *x.p;
    if (x.less == 1) return *x.p - generator();
    return *x.p - generator_table().add_multiple(identity, Scalar(x.less));
}

void write_product(EightProducts& eight, std::size_t lane, const Product& x) {
    write_point(eight, lane, with_less(x));
    std::int16_t digits[EightProducts::windows], fixed_digits[EightProducts::rows];
    write_windows(x.b, 5, digits);
    write_windows(x.a, FixedTable::width, fixed_digits);
    for (std::size_t i = 0; i < std::size(digits); ++i) eight.digits[i][lane] = digits[i];
    for (std::size_t i = 0; i < std::size(fixed_digits); ++i) eight.fixed_digits[i][lane] = fixed_digits[i];
    eight.fixed[lane] = x.base->data()->plus.v;
}

}  // namespace

Point read_lane(const std::uint64_t (&point)[4][5][lane_count], std::size_t lane) {
    Point p;
    Fe* coordinates[] = {&p.x, &p.y, &p.z, &p.t};
    for (std::size_t c = 0; c < 4; ++c)
        for (std::size_t k = 0; k < 5; ++k) coordinates[c]->v[k] = point[c][k][lane];
    return p;
}

void use_portable_code() {
    lanes_allowed = false;
}

bool has_eight_lanes() {
#ifdef MINHTIN_EIGHT_LANES
    static const bool answer =
        __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
        __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512ifma") != 0;
    return answer && lanes_allowed;
#else
    return false;
#endif
}

// The lanes that are left over at the end do the last product again.
std::vector<Point> evaluate_in_lanes(std::span<const Product> products) {
    ENSURE(has_eight_lanes());
    static_assert(EightProducts::rows == FixedTable::rows && EightProducts::entries == FixedTable::entries);
    static_assert(sizeof(AffineAddend) == 15 * sizeof(std::uint64_t));
    std::vector<Point> out;
    for (std::size_t from = 0; from < products.size(); from += lane_count) {
        const std::size_t used = std::min<std::size_t>(lane_count, products.size() - from);
        EightProducts eight;
        for (std::size_t lane = 0; lane < lane_count; ++lane)
            write_product(eight, lane, products[from + std::min(lane, used - 1)]);
#ifdef MINHTIN_EIGHT_LANES
        evaluate_eight(eight);
#endif
        for (std::size_t lane = 0; lane < used; ++lane) {
            out.push_back(read_lane(eight.point, lane));
            LIMB_BOUND(on_curve(out.back()));
        }
    }
    return out;
}

}  // namespace minhtin::vartime
