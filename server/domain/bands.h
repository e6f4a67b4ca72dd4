#pragma once
// Which consequence a count at a level has, by the profile (domain.md rule 11), in integers.
#include <cstdint>
#include <optional>

#include "server/domain/balance.h"
#include "server/domain/profiles.h"
#include "server/domain/rules/rule.h"

namespace minhtin {

struct Counts {
    std::optional<std::int64_t> high, trust, low;  // unknown: not given, never taken as 0
};
Marks marks_of(const Counts& counts);

// The band that a rule describes: its code is that of the rule, or the rule's id.
Band band_of(const Rule& rule, const rules::BandRule& body);

// The levels that a band counts together: "completed+failed" gives two.
std::vector<std::string> levels_of(const Band& band);

// What is known of the marks that a band counts: at least so many, and whether that is all. A level that is
// not in `marks` is unknown.
struct BandCount {
    std::int64_t least = 0;
    bool whole = true;
};
BandCount count_for(const Band& band, const Marks& marks);

// Whether count marks of base are in the band. Exactly one half is not "more than one half".
// 0 <= count <= base, 1 <= base <= largest_count.
bool in_band(const Band& band, std::int64_t count, std::int64_t base);

// Whether nobody in band b is spared by band a: a asks for more of the same marks.
bool stricter(const Band& a, const Band& b);

// The first band of the profile that holds; null when none does or when a count it looks at is unknown and
// what is known does not reach it. base >= 1. The pointer lives as long as the profile.
const Band* band_of(const RegulationProfile& profile, const Counts& counts, std::int64_t base);

}  // namespace minhtin
