#pragma once
// The slow, obvious twin of rate() and check_unit(): written from domain.md and the data of a profile, in the
// plainest way. Everything is recounted each time; what is not known is tried out, value by value.
#include <string>
#include <vector>

#include "server/domain/rules/check_unit.h"

namespace minhtin::twin {

// "forbids cap-excellent p1 excellent": kind, rule, about, levels; sorted. "unknown" for what was not
// applied. Without rules about votes.
std::vector<std::string> lines(const RegulationProfile& profile, const RatedUnits& units, Day now);

// The same of a verdict of check_unit.
std::vector<std::string> lines(const UnitVerdict& verdict);

}  // namespace minhtin::twin
