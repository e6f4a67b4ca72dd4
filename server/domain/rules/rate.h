#pragma once
// rate(): which levels a file may still get, and why not the others. A pure function of its arguments: no
// clock, no I/O, no floating point; the order and repetition of entries mean nothing; without a rule there is
// no effect; what is missing is never a pass.
#include <optional>
#include <string>
#include <vector>

#include "server/domain/day.h"
#include "server/domain/profiles.h"
#include "server/domain/rules/finding.h"
#include "server/domain/rules/rating_input.h"

namespace minhtin {

struct LevelVerdict {
    // possible: every rule about it was applied and holds. unproven: nothing forbids it, but a rule could not
    // be applied. forbidden: a rule says no.
    enum class State { possible, unproven, forbidden };
    std::string level;
    State state = State::possible;
    std::vector<std::string> why;  // ids of the rules, sorted, without repetition
    bool operator==(const LevelVerdict&) const = default;
};
std::string_view name(LevelVerdict::State state);

struct FileVerdict {
    std::string file;
    bool rated = true;                 // false: a rule says that this file is not rated
    std::vector<LevelVerdict> levels;  // best first, as in the profile
    std::optional<std::string> level;  // the one that was decided, else proposed
    std::vector<Finding> findings;     // forbids, missing, would break, warns; within these by rule
    std::vector<NotApplied> not_applied;
    bool operator==(const FileVerdict&) const = default;
};

// `file` is one of units.files or stands beside them (then its unit may be unknown: rules that look at the
// unit are not applied). `now` counts months of membership and deadlines.
FileVerdict rate(const RegulationProfile& profile, const RatedFile& file, const RatedUnits& units, Day now);

}  // namespace minhtin
