#pragma once
// Which regulation a campaign's ratings go by.
#include <string_view>

#include "server/domain/profiles.h"

namespace minhtin {

// The campaign's own profile if it is about rating; else the national one about rating (one that inherits
// from none) that is in force on 31 December of the campaign's year, so that a later regulation does not
// change an earlier year. Null when there is none.
const RegulationProfile* rating_profile(std::string_view campaign_profile, int year);

// The same regulation without the rules that count others (caps): for one who sees a single file. In a small
// unit "three of three have this level" would tell a member what was proposed for the others.
RegulationProfile without_counting_others(const RegulationProfile& profile);

}  // namespace minhtin
