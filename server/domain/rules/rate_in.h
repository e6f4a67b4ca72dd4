#pragma once
// rate() for a file of a season that is ready; what check_unit and what_if are made of.
#include <vector>

#include "server/domain/rules/rate.h"
#include "server/domain/rules/season.h"

namespace minhtin {

// Some rules of a profile, by their places in it.
using RuleSet = std::vector<bool>;
// The caps.
RuleSet rules_about_caps(const RegulationProfile& profile);
// Those that may say something else about a file when nothing changes but a collective: that around a person,
// or one that the person heads. The caps are among them.
RuleSet rules_about_collectives(const RegulationProfile& profile);
RuleSet all_but(const RuleSet& rules);

// unit: where the file lies; null when unknown. only: what the other rules say is left out; null: none.
FileVerdict rate_in(const Season& season, const ReadyUnit* unit, const ReadyFile& file,
                    const RuleSet* only = nullptr);

// How a verdict leaves the levels, best first.
using LevelStates = std::vector<LevelVerdict::State>;
LevelStates states(const FileVerdict& verdict);

// The levels that a rule says something about, for when it cannot be applied.
std::vector<std::string> levels_of(const Rule& rule, const RegulationProfile& profile);

}  // namespace minhtin
