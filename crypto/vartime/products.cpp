#include "crypto/vartime/products.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "crypto/vartime/eight_products.h"
#include "crypto/vartime/encoding.h"
#include "crypto/vartime/multiply.h"

namespace minhtin::vartime {
namespace {

// The places of the products, those of the same p beside each other.
std::vector<std::size_t> by_point(std::span<const Product> products) {
    std::vector<std::size_t> order(products.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
        return std::less<>()(products[i].p, products[j].p);
    });
    return order;
}

// base^a g^(-less b), the part that tables give.
Point add_fixed(const Point& sum, const Product& x) {
    const FixedTable& g = generator_table();
    if (x.less == 0) return x.base->add_multiple(sum, x.a);
    const Scalar taken = Scalar(x.less) * x.b;
    if (x.base == &g) return g.add_multiple(sum, x.a - taken);
    return x.base->add_multiple(g.add_multiple(sum, Scalar() - taken), x.a);
}

std::vector<Point> evaluate_one_by_one(std::span<const Product> products) {
    std::vector<Point> out(products.size());
    const auto order = by_point(products);
    for (std::size_t from = 0, to; from < order.size(); from = to) {
        const Point* p = products[order[from]].p;
        std::vector<Scalar> exponents;
        for (to = from; to < order.size() && products[order[to]].p == p; ++to)
            exponents.push_back(products[order[to]].b);
        const auto powers = exponents.size() == 1 ? std::vector<Point>{multiply(exponents[0], *p)}
                                                  : multiply_each(exponents, *p);
        for (std::size_t k = 0; k < powers.size(); ++k)
            out[order[from + k]] = add_fixed(powers[k], products[order[from + k]]);
    }
    return out;
}

}  // namespace

std::vector<Point> evaluate(std::span<const Product> products, Use use) {
    const bool lanes = use == Use::fastest && has_eight_lanes() && products.size() > 1;
    auto out = lanes ? evaluate_in_lanes(products) : evaluate_one_by_one(products);
    std::vector<Point*> all;
    for (Point& p : out) all.push_back(&p);
    normalize(all);
    return out;
}

}  // namespace minhtin::vartime
