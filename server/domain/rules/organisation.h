#pragma once
// Which units are counted together where a regulation says "in each grassroots organisation" (HD 21).
#include <functional>
#include <string_view>

#include "server/domain/profiles.h"
#include "server/domain/rules/rating_input.h"

namespace minhtin {

// The nearest party unit upward of tier grassroots, the unit itself included; the unit itself when there is
// none or when it is no party unit. unit_named: null for an unknown id.
const RatedUnit& organisation_of(const RatedUnit& unit,
                                 const std::function<const RatedUnit*(std::string_view)>& unit_named);

// Whether some rule counts there.
bool counts_organisations(const RegulationProfile& profile);

}  // namespace minhtin
