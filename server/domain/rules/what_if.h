#pragma once
// what_if(): what an edit would change in what the rules say, fast enough to answer while somebody types.
// The same as checking everything before and after and comparing, but only what the edit can touch is looked
// at: the files and the unit where it lies, and of a collective also the units above, below and beside.
#include <span>
#include <string>
#include <vector>

#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/season.h"

namespace minhtin {

struct LevelChange {
    std::string file, level;
    LevelVerdict::State before, after;
    bool operator==(const LevelChange&) const = default;
};

// Lists are in the order of a report.
struct Difference {
    std::vector<Finding> gone, come;
    std::vector<NotApplied> gone_not_applied, come_not_applied;
    std::vector<LevelChange> levels;  // of files that are there before and after
    std::vector<CapStanding> caps;    // as they will be, where they change
    bool operator==(const Difference&) const = default;
};

// Votes look at the steps of collectives, at the rating of those voted on and at who has a file: they are
// compared when one of these changes, and when a file comes or goes.
Difference what_if(const Season& season, std::span<const Change> changes);

// For one who has no season at hand.
Difference what_if(const RegulationProfile& profile, const RatedUnits& units, std::span<const Change> changes,
                   Day now);

// The units with the changes made.
RatedUnits with_changes(const RatedUnits& units, std::span<const Change> changes);

// Of two whole verdicts.
Difference difference(const UnitVerdict& before, const UnitVerdict& after);

}  // namespace minhtin
