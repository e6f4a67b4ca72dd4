#pragma once
// rate() for a file of a season that is ready; what check_unit and what_if are made of.
#include "server/domain/rules/rate.h"
#include "server/domain/rules/season.h"

namespace minhtin {

// unit: where the file lies; null when unknown.
FileVerdict rate_in(const Season& season, const ReadyUnit* unit, const ReadyFile& file);

// The levels that a rule says something about, for when it cannot be applied.
std::vector<std::string> levels_of(const Rule& rule, const RegulationProfile& profile);

}  // namespace minhtin
