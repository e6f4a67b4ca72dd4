#pragma once
// The field of eight_field.h on numbers in memory, for a test that is compiled without its instructions.
#include <cstdint>

namespace minhtin::vartime {

using EightInMemory = std::uint64_t[5][8];  // limb, lane

void eight_product(EightInMemory& out, const EightInMemory& a, const EightInMemory& b);
void eight_square(EightInMemory& out, const EightInMemory& a);
void eight_sum(EightInMemory& out, const EightInMemory& a, const EightInMemory& b);
void eight_difference(EightInMemory& out, const EightInMemory& a, const EightInMemory& b);  // b tight
// (a b + a b + a b) - c^2 before one carry: as much as any formula adds.
void eight_three_products_less_a_square(EightInMemory& out, const EightInMemory& a, const EightInMemory& b,
                                        const EightInMemory& c);

}  // namespace minhtin::vartime
