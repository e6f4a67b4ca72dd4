#include "tests/crypto/vartime/eight_field_in_memory.h"

#include "crypto/vartime/eight_field.h"

namespace minhtin::vartime {

void eight_product(EightInMemory& out, const EightInMemory& a, const EightInMemory& b) {
    store(out, load(a) * load(b));
}
void eight_square(EightInMemory& out, const EightInMemory& a) {
    store(out, square(load(a)));
}
void eight_sum(EightInMemory& out, const EightInMemory& a, const EightInMemory& b) {
    store(out, load(a) + load(b));
}
void eight_difference(EightInMemory& out, const EightInMemory& a, const EightInMemory& b) {
    store(out, load(a) - load(b));
}
void eight_three_products_less_a_square(EightInMemory& out, const EightInMemory& a, const EightInMemory& b,
                                        const EightInMemory& c) {
    const Columns ab = multiply(load(a), load(b));
    store(out, carry((ab + ab + ab) - square_columns(load(c))));
}

}  // namespace minhtin::vartime
