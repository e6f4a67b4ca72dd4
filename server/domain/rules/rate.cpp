#include "server/domain/rules/rate.h"

#include "server/domain/rules/file_report.h"
#include "server/domain/rules/rate_in.h"

namespace minhtin {

RuleSet rules_about_caps(const RegulationProfile& profile) {
    RuleSet set;
    for (const Rule& rule : profile.rules) set.push_back(std::holds_alternative<rules::Cap>(rule.body));
    return set;
}

RuleSet rules_about_collectives(const RegulationProfile& profile) {
    RuleSet set;
    for (const Rule& rule : profile.rules) {
        const auto* order = std::get_if<rules::Precedes>(&rule.body);
        const bool by_kind = std::holds_alternative<rules::Cap>(rule.body) ||
                             std::holds_alternative<rules::HeadNotAbove>(rule.body) ||
                             (order != nullptr && order->scope == rules::Precedes::Scope::collective_first);
        set.push_back(by_kind || looks_at_collective(rule));
    }
    return set;
}

RuleSet all_but(const RuleSet& rules) {
    RuleSet others = rules;
    others.flip();
    return others;
}

FileVerdict rate_in(const Season& season, const ReadyUnit* unit, const ReadyFile& file, const RuleSet* only) {
    FileReport report(season, unit, file);
    for (std::size_t i = 0; i < season.profile().rules.size(); ++i) {
        if (only != nullptr && !(*only)[i]) continue;
        const Rule& rule = season.profile().rules[i];
        if (rule.only_if) {
            Looked looked;
            const Truth truth = holds(*rule.only_if, report.figures(), looked);
            if (truth == Truth::no) continue;
            if (truth == Truth::unknown) {
                report.cannot(rule, levels_of(rule, season.profile()), looked);
                continue;
            }
        }
        apply_levels(rule, report);
        apply_documents(rule, report);
        apply_posts(rule, report);
        apply_steps(rule, report);
        apply_cap(rule, report);
    }
    return std::move(report).verdict();
}

LevelStates states(const FileVerdict& verdict) {
    LevelStates all;
    for (const LevelVerdict& level : verdict.levels) all.push_back(level.state);
    return all;
}

std::vector<std::string> levels_of(const Rule& rule, const RegulationProfile& profile) {
    std::vector<std::string> all;
    for (const Level& level : profile.rating_levels) all.push_back(level.id);
    if (const auto* needs = std::get_if<rules::Needs>(&rule.body)) return needs->levels;
    if (const auto* cap = std::get_if<rules::Cap>(&rule.body)) return {cap->level};
    if (const auto* forces = std::get_if<rules::Forces>(&rule.body)) {
        std::erase(all, forces->level);
        return all;
    }
    const bool touches_all = std::holds_alternative<rules::NotRated>(rule.body) ||
                             std::holds_alternative<rules::Documents>(rule.body) ||
                             std::holds_alternative<rules::Answered>(rule.body) ||
                             std::holds_alternative<rules::RatedOnce>(rule.body) ||
                             std::holds_alternative<rules::HeadNotAbove>(rule.body);
    return touches_all ? all : std::vector<std::string>{};
}

FileVerdict rate(const RegulationProfile& profile, const RatedFile& file, const RatedUnits& units, Day now) {
    const Season all(profile, units, now);
    // A file that stands beside the others is looked at as if it were one of them.
    Season season = all.changed(std::vector<Change>{{file, false}});
    const ReadyUnit* unit = season.unit(file.unit);
    const bool others_known = unit == nullptr || unit->unit.empty || !all.unit(file.unit)->persons.empty();
    if (file.subject == RatedFile::Subject::person && !others_known) season.know_only_one_of(unit->place);
    return rate_in(season, unit, ReadyFile(file, profile));
}

}  // namespace minhtin
