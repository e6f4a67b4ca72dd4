// What is done before what: days in between, order, deadlines.
#include <algorithm>

#include "server/domain/rules/day_count.h"
#include "server/domain/rules/file_report.h"
#include "server/domain/rules/steps.h"
#include "server/domain/rules/working_days.h"

namespace minhtin {
namespace {

using State = DoneDay::State;

UsedFigure shown(const std::string& topic, const DoneDay& done) {
    return {topic, done.day ? done.day->iso() : "", step_title(topic), done.entries};
}

NotApplied::Why why(const DoneDay& a, const DoneDay& b) {
    return a.state == State::contradicted || b.state == State::contradicted ? NotApplied::Why::contradicted
                                                                            : NotApplied::Why::missing;
}

// Before the rating there is no level; other steps touch none.
std::vector<std::string> levels_until(const std::string& then, const FileReport& report) {
    return then == "step:rating" || then == "level:decision" ? report.all_levels()
                                                             : std::vector<std::string>{};
}

void apply(const rules::DaysBefore& rule_body, const Rule& rule, FileReport& report) {
    const Facts& facts = report.file().facts;
    const DoneDay first = day_of(facts, rule_body.first), then = day_of(facts, rule_body.then);
    const auto figures = [&] {
        return std::vector{shown(rule_body.first, first), shown(rule_body.then, then)};
    };
    if (first.state != State::known || then.state != State::known)
        return report.cannot(rule, {}, figures(), why(first, then));
    const auto had = rule_body.working ? working_days_between(*first.day, *then.day)
                                       : std::optional(days_between(*first.day, *then.day));
    if (!had) return report.cannot(rule, {}, figures(), NotApplied::Why::missing);
    if (*had >= rule_body.days) return;
    report.say(Finding::Kind::forbids, rule, {}, figures(),
               {{"first", Place(step_title(rule_body.first))},
                {"then", Place(step_title(rule_body.then))},
                {"days", Place(rule_body.days)},
                {"unit", Place(unit_of_days(rule_body.days, rule_body.working))},
                {"had", Place(std::max<std::int64_t>(0, *had))},
                {"when", Place(when_done(*first.day, *then.day, *had, rule_body.working,
                                         step_title(rule_body.then)))}});
}

void apply(const rules::Precedes& order, const Rule& rule, FileReport& report) {
    using Scope = rules::Precedes::Scope;
    if (order.scope == Scope::lower_first || order.scope == Scope::beside_first) return;  // of a unit
    const ReadyUnit* unit = report.unit();
    DoneDay first;
    if (order.scope == Scope::own) {
        first = day_of(report.file().facts, order.first);
    } else {
        if (!report.is_person()) return;
        if (unit != nullptr && unit->collective) first = day_of(unit->collective->facts, order.first);
    }
    const DoneDay then = day_of(report.file().facts, order.then);
    const auto figures = [&] { return std::vector{shown(order.first, first), shown(order.then, then)}; };
    if (first.state == State::contradicted || then.state == State::contradicted)
        return report.cannot(rule, levels_until(order.then, report), figures(),
                             NotApplied::Why::contradicted);
    // Not recorded is not "not done". A later step that is not stated has not been taken before its time,
    // either.
    if (first.state == State::missing) {
        std::vector<UsedFigure> needs{shown(order.first, first)};
        if (then.state == State::missing) needs.push_back(shown(order.then, then));
        return report.cannot(rule, levels_until(order.then, report), needs, NotApplied::Why::missing);
    }
    if (then.state == State::known && *first.day > *then.day)
        report.say(Finding::Kind::forbids, rule, levels_until(order.then, report), figures(),
                   {{"first", Place(step_title(order.first))}, {"then", Place(step_title(order.then))}});
}

void apply(const rules::Deadline& deadline, const Rule& rule, FileReport& report) {
    if (deadline.subject != report.file().file.subject) return;
    const ReadyUnit* unit = report.unit();
    if (unit == nullptr || (deadline.tier && unit->unit.tier != *deadline.tier)) return;
    const auto until = Day::of(report.season().year() + deadline.years_later, deadline.month, deadline.day);
    if (!until) return;
    const DoneDay done = day_of(report.file().facts, deadline.topic);
    const bool late = done.state == State::known && *done.day >= *until;
    const bool overdue = done.state == State::missing && report.season().now() >= *until;
    if (!late && !overdue && done.state != State::contradicted) return;
    const std::vector<UsedFigure> figures{shown(deadline.topic, done)};
    const Places places{{"deadline", Place(*until)}, {"step", Place(step_title(deadline.topic))}};
    if (done.state == State::contradicted)
        return report.cannot(rule, {}, figures, NotApplied::Why::contradicted);
    const bool warns = late || deadline.if_needed;
    report.say(warns ? Finding::Kind::warns : Finding::Kind::missing, rule, {}, figures, places);
}

void apply(const auto&, const Rule&, FileReport&) {}

}  // namespace

void apply_steps(const Rule& rule, FileReport& report) {
    std::visit([&](const auto& body) { apply(body, rule, report); }, rule.body);
}

}  // namespace minhtin
