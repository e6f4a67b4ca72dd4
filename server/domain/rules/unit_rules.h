#pragma once
// What the rules say about a unit as a whole.
#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/season.h"

namespace minhtin {

// Of the unit at a place of season.units(): caps, findings, what could not be applied. Files and votes are
// not looked at here.
struct UnitReport {
    std::vector<CapStanding> caps;
    std::vector<Finding> findings;
    std::vector<NotApplied> not_applied;
};
UnitReport check_one_unit(const Season& season, std::size_t unit);

}  // namespace minhtin
