// A secret number does not get into arithmetic whose time depends on it: not into a product of points, not
// into the digits below it, not into the proofs that are checked together.
#include "crypto/vartime/products.h"

using namespace minhtin;

vartime::Naf digits_of(const Scalar& n) {
    return vartime::non_adjacent_form(n, 5);
}

int main() {
    const SecretScalar secret;
    const Scalar number;
    digits_of(number);
    const vartime::Product of_points{nullptr, number, nullptr, number, 0};
    const Product of_elements{nullptr, number, nullptr, number, 0};
#if defined(WRONG) && WRONG == 1
    digits_of(secret);
#elif defined(WRONG) && WRONG == 2
    const vartime::Product wrong{nullptr, secret, nullptr, number, 0};
#elif defined(WRONG) && WRONG == 3
    const Product wrong{nullptr, number, nullptr, secret, 0};
#elif defined(WRONG)
    base_combine(number, Element(), secret);
#endif
}
