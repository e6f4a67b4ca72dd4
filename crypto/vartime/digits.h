#pragma once
// Public scalars as signed digits. Nothing is added where a digit is zero, so time depends on them: this
// takes Scalar and no SecretScalar (tests/compile_fail shows that none gets in).
#include <array>
#include <cstdint>
#include <span>

#include "crypto/group.h"

namespace minhtin::vartime {

// n = sum of digit[i] 2^i; digits are zero or odd and below 2^(width-1) in size, at least width - 1 zeros
// after each, so that about one in width + 1 is not zero (non-adjacent form). width is 2 to 8. Scalars are
// below 2^253, so 254 digits do.
inline constexpr int naf_length = 254;
using Naf = std::array<std::int8_t, naf_length>;
Naf non_adjacent_form(const Scalar& n, int width);

// n = sum of digit[i] 2^(width i), digits from -2^(width-1) to 2^(width-1); width is 1 to 8 and the digits
// must cover 254 bits, room for the last carry.
void write_windows(const Scalar& n, unsigned width, std::span<std::int16_t> digits);

}  // namespace minhtin::vartime
