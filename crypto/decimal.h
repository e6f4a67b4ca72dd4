#pragma once
// Numbers below 2^253 and their decimal digits, in a time that does not depend on the value.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace minhtin {

inline constexpr std::size_t decimal_width = 77;
using Number = std::array<std::uint8_t, 32>;  // little-endian

// Exactly 77 digits, with leading zeros.
std::array<char, decimal_width> to_decimal(const Number& n);

// The only spelling of a number below 10^76: 1 to 76 digits, no sign, no leading zero but in "0". The answer
// is all ones when `text` is one, 0 when not (`out` is then meaningless). Time depends on text.size() only.
std::uint32_t from_decimal(std::string_view text, Number& out);

// All ones if a < b, else 0.
std::uint32_t less_mask(const Number& a, const Number& b);

}  // namespace minhtin
