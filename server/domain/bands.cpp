#include "server/domain/bands.h"

#include "crypto/ensure.h"
#include "server/domain/percent.h"

namespace minhtin {
namespace {

std::optional<std::int64_t> at_level(const Counts& counts, std::string_view level) {
    if (level == "high") return counts.high;
    if (level == "trust") return counts.trust;
    ENSURE(level == "low");
    return counts.low;
}

}  // namespace

bool in_band(const Band& band, std::int64_t count, std::int64_t base) {
    ENSURE(base >= 1 && base <= largest_count && count >= 0 && count <= base);
    const std::int64_t left = band.den * count;
    const std::int64_t right = band.num * base;
    return band.limit == Band::Limit::included ? left >= right : left > right;
}

const Band* band_of(const RegulationProfile& profile, const Counts& counts, std::int64_t base) {
    for (const Band& band : profile.bands) {
        const auto count = at_level(counts, band.level);
        if (count && in_band(band, *count, base)) return &band;
    }
    return nullptr;
}

}  // namespace minhtin
