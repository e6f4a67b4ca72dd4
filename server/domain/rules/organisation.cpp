#include "server/domain/rules/organisation.h"

#include <algorithm>

namespace minhtin {

const RatedUnit& organisation_of(const RatedUnit& unit,
                                 const std::function<const RatedUnit*(std::string_view)>& unit_named) {
    constexpr int most_steps = 1000;  // a circle of parents would have no end
    const RatedUnit* at = &unit;
    for (int steps = 0; at != nullptr && steps < most_steps; ++steps) {
        if (at->kind != RatedUnit::Kind::party) break;
        if (at->tier == RatedUnit::Tier::grassroots) return *at;
        at = at->parent.empty() ? nullptr : unit_named(at->parent);
    }
    return unit;
}

bool counts_organisations(const RegulationProfile& profile) {
    return std::any_of(profile.rules.begin(), profile.rules.end(), [](const Rule& rule) {
        const auto* cap = std::get_if<rules::Cap>(&rule.body);
        return cap != nullptr && cap->counted_in == rules::Cap::CountedIn::grassroots;
    });
}

}  // namespace minhtin
