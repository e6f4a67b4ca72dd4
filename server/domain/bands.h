#pragma once
// Which consequence a count at a level has, by the profile (domain.md rule 11), in integers.
#include <cstdint>
#include <optional>

#include "server/domain/profiles.h"

namespace minhtin {

struct Counts {
    std::optional<std::int64_t> high, trust, low;  // unknown: not given, never taken as 0
};

// Whether count marks of base are in the band. Exactly one half is not "more than one half".
bool in_band(const Band& band, std::int64_t count, std::int64_t base);

// The strictest band that holds; null when none does or when the count it looks at is unknown.
// base >= 1. The pointer lives as long as the profile.
const Band* band_of(const RegulationProfile& profile, const Counts& counts, std::int64_t base);

}  // namespace minhtin
