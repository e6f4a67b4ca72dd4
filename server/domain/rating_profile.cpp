#include "server/domain/rating_profile.h"

#include <string>

namespace minhtin {

const RegulationProfile* rating_profile(std::string_view campaign_profile, int year) {
    const RegulationProfile* own = profile(campaign_profile);
    if (own != nullptr && own->about_rating()) return own;
    const auto last_day = Day::from_iso(std::to_string(year) + "-12-31");
    if (!last_day) return nullptr;
    for (const RegulationProfile* p : in_force_on(*last_day)) {
        if (p->about_rating() && p->inherits.empty()) return p;
    }
    return nullptr;
}

RegulationProfile without_counting_others(const RegulationProfile& profile) {
    RegulationProfile own = profile;
    std::erase_if(own.rules, [](const Rule& rule) { return std::holds_alternative<rules::Cap>(rule.body); });
    return own;
}

}  // namespace minhtin
