#include "server/domain/rules/unit_rules.h"

#include <algorithm>

#include "server/domain/rules/cap.h"
#include "server/domain/rules/file_figures.h"
#include "server/domain/rules/file_report.h"
#include "server/domain/rules/steps.h"
#include "server/domain/rules/within.h"

namespace minhtin {
namespace {

struct Look {
    const Season& season;
    std::size_t at;
    const ReadyUnit& unit;
    UnitReport& report;
};

UsedFigure figure(std::string name, std::string value, Sentence label,
                  std::vector<std::string> entries = {}) {
    return {std::move(name), std::move(value), std::move(label), std::move(entries)};
}

void apply(const rules::Cap& cap, const Rule& rule, const Look& look) {
    for (CapStanding& s : cap_standings(rule, cap, look.season, look.at)) {
        const Places places{
            {"base", Place(s.base)},
            {"most", Place(s.most)},
            {"used", Place(s.used)},
            {"free", Place(std::max<std::int64_t>(0, s.free))},
            {"room", Place(room_in_words(s.free))},
            {"share", Place(share_in_words(s.share))},
            {"group", Place(s.group)},
            {"level",
             Place(
                 look.season.profile().rating_levels[place_of_level(look.season.profile(), s.level)].title)}};
        std::vector<UsedFigure> figures{
            figure("cap.used", std::to_string(s.used), {"số xếp mức này", "number at this level"}),
            figure("cap.base", std::to_string(s.base),
                   {"số dùng để tính tỷ lệ", "number that the share is taken of"}),
            figure("cap.most", std::to_string(s.most), {"số tối đa", "most that is allowed"})};
        if (!s.group.empty())
            figures.push_back(
                figure("group", s.group, {"nhóm chức danh tương đương", "group of like posts"}));
        const std::int64_t wish = s.used + std::int64_t(s.compete.size());
        Sentence says = cap_sentence(rule.says, s.subject, !s.group.empty(), false);
        if (s.subject == RatedFile::Subject::collective)
            says = {"Các tập thể trực thuộc: " + within(says.vi), "Collectives under it: " + within(says.en)};
        std::vector<UsedFigure> needs = figures;
        for (UsedFigure& list : lists_missing(s.without_files, s.subject, look.season))
            needs.push_back(std::move(list));
        const auto say = [&](Finding::Kind kind) {
            look.report.findings.push_back(
                {kind, rule.id, rule.article, s.unit, fill(says, places), {s.level}, figures});
        };
        if (s.free < 0 ? s.used <= s.most_at_best : !s.holds_surely) {
            look.report.not_applied.push_back(
                {NotApplied::Why::missing, rule.id, rule.article, s.unit, std::move(needs), {s.level}});
        } else if (s.free < 0) {
            say(Finding::Kind::forbids);
        } else if (s.free == 0 && (s.base > 0 || !s.compete.empty())) {
            say(Finding::Kind::would_break);
        } else if (wish > s.most) {
            say(Finding::Kind::warns);
        }
        look.report.caps.push_back(std::move(s));
    }
}

void in_order(const DoneDay& first, const DoneDay& then, const rules::Precedes& order, const Rule& rule,
              const std::string& other, const Look& look, bool one_meeting_allowed) {
    using State = DoneDay::State;
    const auto shown = [&](const std::string& topic, const std::string& id, const DoneDay& done) {
        const ReadyUnit* unit = look.season.unit(id);
        const std::string in = " (" + (unit == nullptr ? id : unit->unit.shown()) + ")";
        Sentence title = step_title(topic);
        title.vi += in;
        title.en += in;
        return UsedFigure{topic, done.day ? done.day->iso() : "", title, done.entries};
    };
    const std::string& own = look.unit.unit.id;
    const std::vector<UsedFigure> figures{shown(order.first, other, first), shown(order.then, own, then)};
    if (first.state == State::contradicted || then.state == State::contradicted) {
        look.report.not_applied.push_back(
            {NotApplied::Why::contradicted, rule.id, rule.article, own, figures, {}});
        return;
    }
    if (first.state == State::missing) {
        std::vector<UsedFigure> needs{figures[0]};
        if (then.state == State::missing) needs.push_back(figures[1]);
        look.report.not_applied.push_back({NotApplied::Why::missing, rule.id, rule.article, own, needs, {}});
        return;
    }
    if (then.state == State::missing) return;
    const bool both_named = !first.meeting.empty() && !then.meeting.empty();
    const bool one_meeting = !one_meeting_allowed && both_named && first.meeting == then.meeting;
    if (*first.day <= *then.day && !one_meeting) {
        // On one day it may have been one meeting.
        if (one_meeting_allowed || both_named || *first.day < *then.day) return;
        std::vector<UsedFigure> needs;
        for (const auto& [done, of] : {std::pair(&first, &figures[0]), std::pair(&then, &figures[1])}) {
            if (!done->meeting.empty()) continue;
            const Sentence label{"hội nghị: " + of->label.vi, "the meeting of " + of->label.en};
            needs.push_back({of->name + ".meeting", "", label, of->entries});
        }
        look.report.not_applied.push_back({NotApplied::Why::missing, rule.id, rule.article, own, needs, {}});
        return;
    }
    const Places places{{"first", Place(step_title(order.first))}, {"then", Place(step_title(order.then))}};
    look.report.findings.push_back(
        {Finding::Kind::forbids, rule.id, rule.article, own, fill(rule.says, places), {}, figures});
}

DoneDay of_collective(const ReadyUnit* unit, std::string_view topic) {
    return unit != nullptr && unit->collective ? day_of(unit->collective->facts, topic) : DoneDay{};
}

void apply(const rules::Precedes& order, const Rule& rule, const Look& look) {
    using Scope = rules::Precedes::Scope;
    if (order.scope != Scope::lower_first && order.scope != Scope::beside_first) return;
    const DoneDay then = of_collective(&look.unit, order.then);
    if (order.scope == Scope::lower_first) {
        for (const std::size_t child : look.season.children(look.at)) {
            const ReadyUnit& lower = *look.season.units()[child];
            in_order(of_collective(&lower, order.first), then, order, rule, lower.unit.id, look, true);
        }
    } else {
        for (const std::string& id : look.unit.unit.beside)
            in_order(of_collective(look.season.unit(id), order.first), then, order, rule, id, look, false);
    }
}

void apply(const auto&, const Rule&, const Look&) {}

}  // namespace

UnitReport check_one_unit(const Season& season, std::size_t at) {
    UnitReport report;
    const Look look{season, at, *season.units()[at], report};
    if (look.unit.unit.id.empty()) return report;
    for (const Rule& rule : season.profile().rules)
        std::visit([&](const auto& body) { apply(body, rule, look); }, rule.body);
    return report;
}

}  // namespace minhtin
