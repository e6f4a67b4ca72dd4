#pragma once
// Shares of a base in integers: half-up, two decimals (domain.md rule 8). For display; bands compare
// integers.
#include <cstdint>
#include <string>

namespace minhtin {

// No body has more members; keeps every product below within 64 bits.
inline constexpr std::int64_t largest_count = 1'000'000'000;

// Hundredths of a percent: 25 of 47 gives 5319. Needs 0 <= count <= base, 1 <= base <= largest_count.
std::int64_t percent_hundredths(std::int64_t count, std::int64_t base);

// "53.19", always two decimals.
std::string percent(std::int64_t count, std::int64_t base);

}  // namespace minhtin
