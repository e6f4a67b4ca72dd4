#pragma once
// what_if(): what an edit would change in what the rules say, fast enough to answer while somebody types.
// The same as checking everything before and after and comparing, but only what the edit can touch is looked
// at: the files and the unit where it lies, and of a collective also the units above, below and beside.
#include <span>
#include <unordered_map>

#include "server/domain/rules/difference.h"
#include "server/domain/rules/rate_in.h"
#include "server/domain/rules/season.h"

namespace minhtin {

// Votes look at the steps of collectives, at the rating of those voted on and at who has a file: they are
// compared when one of these changes, and when a file comes or goes.
Difference what_if(const Season& season, std::span<const Change> changes);

// The same for many questions about one season.
class WhatIf {
public:
    // Looks at every file once, some 20 microseconds each, so that an answer need not when a cap is reached.
    explicit WhatIf(Season season);
    Difference of(std::span<const Change> changes) const;

private:
    Season season_;
    std::unordered_map<const ReadyFile*, LevelStates> apart_from_caps_;
};

// For one who has no season at hand.
Difference what_if(const RegulationProfile& profile, const RatedUnits& units, std::span<const Change> changes,
                   Day now);

// The units with the changes made.
RatedUnits with_changes(const RatedUnits& units, std::span<const Change> changes);

}  // namespace minhtin
