#pragma once
// Which regulation a campaign's ratings go by.
#include <string_view>

#include "server/domain/profiles.h"

namespace minhtin {

// The campaign's own profile if it is about rating; else the national one about rating (one that inherits
// from none) that is in force on 31 December of the campaign's year, so that a later regulation does not
// change an earlier year. Null when there is none.
const RegulationProfile* rating_profile(std::string_view campaign_profile, int year);

}  // namespace minhtin
