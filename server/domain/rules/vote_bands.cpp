// Rule 11 of domain.md: what so many marks at a level lead to.
#include <algorithm>

#include "server/domain/bands.h"
#include "server/domain/percent.h"
#include "server/domain/rules/vote_rule.h"
#include "server/domain/rules/within.h"

namespace minhtin {
namespace {

using Person = RatedVote::Person;

// Bands that speak of the ballot in use.
bool is_about(const RegulationProfile& profile, const rules::BandRule& rule, const Band& band) {
    if (!rule.ballot.empty()) {
        for (const Setting& setting : profile.settings) {
            const auto* chosen = std::get_if<std::string>(&setting.value);
            if (setting.id == "ballot" && chosen != nullptr && *chosen != rule.ballot) return false;
        }
    }
    const std::vector<std::string> levels = levels_of(band);
    return std::all_of(levels.begin(), levels.end(), [&](const std::string& id) {
        return std::any_of(profile.levels.begin(), profile.levels.end(),
                           [&](const Level& level) { return level.id == id; });
    });
}

// Bands of the same marks that ask for more of them.
std::vector<Band> stricter_ones(const RegulationProfile& profile, const Band& than) {
    std::vector<Band> all;
    for (const Rule& rule : profile.rules) {
        const auto* body = std::get_if<rules::BandRule>(&rule.body);
        if (body == nullptr) continue;
        const Band band = band_of(rule, *body);
        if (band.level == than.level && is_about(profile, *body, band) && stricter(band, than))
            all.push_back(band);
    }
    return all;
}

void apply_to(const VoteRule& at, const Band& band, const std::vector<Band>& above, std::int64_t base,
              std::size_t place) {
    const Person& person = at.vote.persons[place];
    const BandCount count = count_for(band, person.counts);
    UsedFigures used;
    for (const std::string& level : levels_of(band))
        used.push_back(figure_of_level(at.profile, person, level));
    if (count.least > base) {
        used.push_back(base_figure(at));
        return at.not_applied(person.file, used, NotApplied::Why::contradicted);
    }
    const auto in_stricter = [&](std::int64_t marks) {
        return std::any_of(above.begin(), above.end(),
                           [&](const Band& other) { return in_band(other, marks, base); });
    };
    const auto report = [&](Finding::Kind kind) {
        used.push_back(base_figure(at));
        at.find(kind, person.file,
                {{"count", count.least}, {"base", base}, {"percent", percent(count.least, base)}}, used);
        if (kind != Finding::Kind::would_break) return;
        Sentence& says = at.verdict.findings.back().says;  // what the band leads to, which is not reached
        says = {"Thêm một phiếu nữa thì: " + within(says.vi), "With one more vote: " + within(says.en)};
    };
    if (in_band(band, count.least, base)) {
        if (in_stricter(count.least)) return;
        at.verdict.persons[place].rule = at.rule.id;
        return report(Finding::Kind::warns);
    }
    if (!count.whole) {
        std::erase_if(used, [](const UsedFigure& figure) { return !figure.value.empty(); });
        return at.not_applied(person.file, used);
    }
    if (count.least < base && in_band(band, count.least + 1, base) && !in_stricter(count.least + 1))
        report(Finding::Kind::would_break);
}

}  // namespace

void apply(const VoteRule& at, const rules::BandRule& rule) {
    const Band band = band_of(at.rule, rule);
    if (!is_about(at.profile, rule, band)) return;
    const Number base = base_or_reason(at);
    if (!base) return;
    const std::vector<Band> above = stricter_ones(at.profile, band);
    for (std::size_t i = 0; i < at.vote.persons.size(); ++i) apply_to(at, band, above, *base, i);
}

}  // namespace minhtin
