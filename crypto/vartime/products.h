#pragma once
// Many products at once: what a ballot's proofs are checked with. Public data only.
#include <span>
#include <vector>

#include "crypto/vartime/fixed_table.h"
#include "crypto/vartime/use.h"

namespace minhtin::vartime {

// base^a * (p / g^less)^b, written multiplicatively as in crypto/group.h.
struct Product {
    const FixedTable* base;
    Scalar a;
    const Point* p;
    Scalar b;
    std::uint64_t less = 0;
};

// All of them in their order, Z = 1. In portable code, products of the same p (the same address) share its
// doublings.
std::vector<Point> evaluate(std::span<const Product> products, Use use = Use::fastest);

}  // namespace minhtin::vartime
