#include "server/domain/profiles.h"

#include <nlohmann/json.hpp>

#include "crypto/ensure.h"
#include "server/domain/data.h"

namespace minhtin {
namespace {

using nlohmann::json;

Sentence sentence(const json& j) {
    return {j.at("vi"), j.at("en")};
}

std::optional<Day> day_or_unknown(const json& j) {
    if (j.is_null()) return {};
    const auto day = Day::from_iso(j.get<std::string>());
    ENSURE(day.has_value());
    return day;
}

Band band(const json& j) {
    Band b;
    b.code = j.at("code");
    b.level = j.at("level");
    b.limit = j.contains("at_least") ? Band::Limit::included : Band::Limit::excluded;
    const json& share = b.limit == Band::Limit::included ? j.at("at_least") : j.at("more_than");
    b.num = share.at(0);
    b.den = share.at(1);
    ENSURE(b.num > 0 && b.num <= b.den && b.den <= 100);
    b.article = j.at("article");
    b.source = j.at("source");
    b.says = sentence(j);
    return b;
}

RegulationProfile read(std::string_view text) {
    const json j = json::parse(text);
    ENSURE(j.at("format") == "minhtin-profile-1");
    const auto issued = day_or_unknown(j.at("issued"));
    ENSURE(issued.has_value());
    RegulationProfile p{j.at("id"),
                        j.at("number"),
                        sentence(j.at("title")),
                        sentence(j.at("body")),
                        *issued,
                        {},
                        {},
                        {},
                        Base::collected,
                        {},
                        {},
                        {},
                        {},
                        {}};
    p.in_force_from = day_or_unknown(j.at("in_force_from"));
    p.in_force_until = day_or_unknown(j.at("in_force_until"));
    for (const json& l : j.at("levels")) p.levels.push_back({l.at("id"), sentence(l)});
    const auto base = base_named(j.at("base").at("kind").get<std::string>());
    ENSURE(base.has_value());
    p.base = *base;
    p.base_article = j.at("base").at("article");
    p.base_source = j.at("base").at("source");
    const json& q = j.at("quorum");
    p.quorum = {q.at("present_times"), q.at("at_least_summoned_times"), q.at("source")};
    for (const json& b : j.at("bands")) p.bands.push_back(band(b));
    for (const json& s : j.at("settings")) {
        p.settings.push_back({s.at("id"), s.at("value"), s.at("source"), sentence(s)});
    }
    return p;
}

}  // namespace

std::string_view name(Base base) {
    switch (base) {
        case Base::eligible:
            return "eligible";
        case Base::issued:
            return "issued";
        case Base::collected:
            return "collected";
    }
    bug("base", __FILE__, __LINE__);
}

std::optional<Base> base_named(std::string_view text) {
    for (const Base base : {Base::eligible, Base::issued, Base::collected}) {
        if (name(base) == text) return base;
    }
    return {};
}

std::span<const RegulationProfile> profiles() {
    static const std::vector<RegulationProfile> all = [] {
        std::vector<RegulationProfile> read_ones;
        for (const std::string_view text : data::profiles()) read_ones.push_back(read(text));
        return read_ones;
    }();
    return all;
}

const RegulationProfile* profile(std::string_view id) {
    for (const RegulationProfile& p : profiles()) {
        if (p.id == id) return &p;
    }
    return nullptr;
}

bool quorum_holds(const Quorum& quorum, std::int64_t present, std::int64_t summoned) {
    return quorum.present_times * present >= quorum.summoned_times * summoned;
}

}  // namespace minhtin
