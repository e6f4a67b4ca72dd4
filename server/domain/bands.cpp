#include "server/domain/bands.h"

#include "crypto/ensure.h"
#include "server/domain/percent.h"

namespace minhtin {

Marks marks_of(const Counts& counts) {
    return {{"high", counts.high}, {"trust", counts.trust}, {"low", counts.low}};
}

Band band_of(const Rule& rule, const rules::BandRule& body) {
    return {body.code.empty() ? rule.id : body.code,
            body.level,
            body.share.num,
            body.share.den,
            body.included ? Band::Limit::included : Band::Limit::excluded,
            rule.article,
            rule.source,
            rule.says};
}

std::vector<std::string> levels_of(const Band& band) {
    std::vector<std::string> levels;
    std::size_t at = 0;
    while (at <= band.level.size()) {
        const std::size_t plus = std::min(band.level.find('+', at), band.level.size());
        levels.push_back(band.level.substr(at, plus - at));
        at = plus + 1;
    }
    return levels;
}

BandCount count_for(const Band& band, const Marks& marks) {
    BandCount count;
    for (const std::string& level : levels_of(band)) {
        const auto found = marks.find(level);
        const bool known = found != marks.end() && found->second.has_value();
        count.whole = count.whole && known;
        if (known) count.least += *found->second;
    }
    return count;
}

bool in_band(const Band& band, std::int64_t count, std::int64_t base) {
    ENSURE(base >= 1 && base <= largest_count && count >= 0 && count <= base);
    const std::int64_t left = band.den * count;
    const std::int64_t right = band.num * base;
    return band.limit == Band::Limit::included ? left >= right : left > right;
}

bool stricter(const Band& a, const Band& b) {
    const std::int64_t left = a.num * b.den, right = b.num * a.den;
    return left > right ||
           (left == right && a.limit == Band::Limit::excluded && b.limit == Band::Limit::included);
}

const Band* band_of(const RegulationProfile& profile, const Counts& counts, std::int64_t base) {
    const Marks marks = marks_of(counts);
    for (const Band& band : profile.bands) {
        if (in_band(band, count_for(band, marks).least, base)) return &band;
    }
    return nullptr;
}

}  // namespace minhtin
