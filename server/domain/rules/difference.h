#pragma once
// What differs between two verdicts about the same units.
#include <string>
#include <vector>

#include "server/domain/rules/check_unit.h"

namespace minhtin {

struct LevelChange {
    std::string file, level;
    LevelVerdict::State before, after;
    bool operator==(const LevelChange&) const = default;
};

bool level_change_before(const LevelChange& a, const LevelChange& b);  // by file and level

// Lists are in the order of a report.
struct Difference {
    std::vector<Finding> gone, come;
    std::vector<NotApplied> gone_not_applied, come_not_applied;
    std::vector<LevelChange> levels;  // of files that are there before and after
    std::vector<CapStanding> caps;    // as they will be, where they change
    bool operator==(const Difference&) const = default;
};

Difference difference(UnitVerdict before, UnitVerdict after);

}  // namespace minhtin
