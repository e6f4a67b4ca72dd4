#include "server/domain/rules/vote_rule.h"

#include <algorithm>

namespace minhtin {
void VoteRule::find(Finding::Kind kind, const std::string& about, const Places& places,
                    UsedFigures figures) const {
    verdict.findings.push_back(
        {kind, rule.id, rule.article, about, fill(rule.says, places), {}, std::move(figures)});
}

void VoteRule::not_applied(const std::string& about, UsedFigures needs, NotApplied::Why why) const {
    if (needs.empty()) return;
    verdict.not_applied.push_back({why, rule.id, rule.article, about, std::move(needs), {}});
}

std::string text_of(const Number& number) {
    return number ? std::to_string(*number) : std::string();
}

std::string text_of(const std::optional<Day>& day) {
    return day ? day->iso() : std::string();
}

BallotSums sums_of(const RatedVote& vote) {
    return {vote.summoned,  vote.present, vote.eligible, vote.issued,
            vote.collected, vote.valid,   vote.invalid};
}

LineSums line_of(const RegulationProfile& profile, const RatedVote::Person& person) {
    LineSums line{person.counts, person.not_counted};
    for (const Level& level : profile.levels) line.levels.try_emplace(level.id);
    return line;
}

UsedFigure figure_of(Amount amount, const BallotSums& sums) {
    const auto value = [&]() -> Number {
        switch (amount) {
            case Amount::summoned:
                return sums.summoned;
            case Amount::present:
                return sums.present;
            case Amount::eligible:
                return sums.eligible;
            case Amount::issued:
                return sums.issued;
            case Amount::collected:
                return sums.collected;
            case Amount::valid:
                return sums.valid;
            case Amount::invalid:
                return sums.invalid;
            case Amount::levels:
            case Amount::not_counted:
                return {};
        }
        return {};
    };
    return {"vote." + std::string(name(amount)), text_of(value()), title(amount), {}};
}

UsedFigure figure_of(Amount amount, const RatedVote::Person& person, const LineSums& line) {
    Number value = line.not_counted;
    if (amount == Amount::levels) {
        value = 0;
        for (const auto& [level, marks] : line.levels) value = value && marks ? *value + *marks : Number();
    }
    return {"line." + std::string(name(amount)), text_of(value), title(amount), {person.file}};
}

UsedFigure figure_of_level(const RegulationProfile& profile, const RatedVote::Person& person,
                           const std::string& level) {
    const auto known = std::find_if(profile.levels.begin(), profile.levels.end(),
                                    [&](const Level& l) { return l.id == level; });
    const auto count = person.counts.find(level);
    return {"line." + level,
            count == person.counts.end() ? std::string() : text_of(count->second),
            known == profile.levels.end() ? Sentence{level, level} : known->title,
            {person.file}};
}

}  // namespace minhtin
