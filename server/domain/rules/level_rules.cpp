// Conditions on the figures of a file: needs, forces, not-rated, warns.
#include "server/domain/rules/file_report.h"

namespace minhtin {
namespace {

void apply(const rules::Needs& needs, const Rule& rule, FileReport& report) {
    Looked looked;
    const Truth truth = holds(needs.condition, report.figures(), looked);
    if (truth == Truth::unknown) return report.cannot(rule, needs.levels, looked);
    if (truth == Truth::no)
        return report.say(Finding::Kind::forbids, rule, needs.levels, used_figures(looked, report.figures()));
    if (!needs.one_more) return;
    Figures with_one_more = report.figures();
    Figure& figure = with_one_more[*needs.one_more];
    if (figure.state != Figure::State::known) return;
    figure.low = figure.high = figure.low + Decimal::of(1);
    Looked then;
    if (holds(needs.condition, with_one_more, then) == Truth::no)
        report.say(Finding::Kind::would_break, rule, needs.levels, used_figures(looked, report.figures()));
}

void apply(const rules::Forces& forces, const Rule& rule, FileReport& report) {
    std::vector<std::string> others = report.all_levels();
    std::erase(others, forces.level);
    Looked looked;
    const Truth truth = holds(forces.condition, report.figures(), looked);
    if (truth == Truth::unknown) return report.cannot(rule, others, looked);
    if (truth == Truth::yes)
        report.say(Finding::Kind::forbids, rule, others, used_figures(looked, report.figures()));
}

void apply(const rules::NotRated& not_rated, const Rule& rule, FileReport& report) {
    Looked looked;
    const Truth truth = holds(not_rated.condition, report.figures(), looked);
    if (truth == Truth::unknown) return report.cannot(rule, report.all_levels(), looked);
    if (truth == Truth::no) return;
    report.not_rated();
    report.say(Finding::Kind::forbids, rule, report.all_levels(), used_figures(looked, report.figures()));
}

void apply(const rules::Warns& warns, const Rule& rule, FileReport& report) {
    Looked looked;
    const Truth truth = holds(warns.condition, report.figures(), looked);
    if (truth == Truth::unknown) return report.cannot(rule, {}, looked);
    if (truth == Truth::yes)
        report.say(Finding::Kind::warns, rule, {}, used_figures(looked, report.figures()));
}

void apply(const auto&, const Rule&, FileReport&) {}  // a rule of another kind

}  // namespace

void apply_levels(const Rule& rule, FileReport& report) {
    std::visit([&](const auto& body) { apply(body, rule, report); }, rule.body);
}

}  // namespace minhtin
