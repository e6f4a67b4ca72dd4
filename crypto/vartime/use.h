#pragma once

namespace minhtin::vartime {

// Eight at a time where the CPU can (eight_lanes.h), or the portable code everywhere; the results are the
// same.
enum class Use { fastest, portable };

// From now on the fastest is the portable code, in the whole program: to measure it on a CPU that knows
// better. In eight_products.cpp.
void use_portable_code();

}  // namespace minhtin::vartime
