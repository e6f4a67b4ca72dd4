#include "tests/server/rules/season_cases.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "server/domain/profiles.h"

namespace minhtin {

Day day(std::string_view iso) {
    return Day::from_iso(iso).value();
}
Decimal number(std::string_view text) {
    return Decimal::from_text(text).value();
}

Fact fact(std::string topic, Says says) {
    std::string id = "e-" + topic;
    return {std::move(id), std::move(topic), review_day, "", std::move(says)};
}
Item item(std::string id, std::map<std::string, std::string> words) {
    return {std::move(id), std::move(words)};
}

void without(RatedFile& file, std::string_view topic) {
    std::erase_if(file.facts, [&](const Fact& f) { return f.topic == topic; });
}
void state(RatedFile& file, std::string topic, Says says) {
    without(file, topic);
    file.facts.push_back(fact(std::move(topic), std::move(says)));
}
RatedFile with(RatedFile file, std::string topic, Says says) {
    state(file, std::move(topic), std::move(says));
    return file;
}
RatedFile lacking(RatedFile file, std::string_view topic) {
    without(file, topic);
    return file;
}

namespace {

const std::vector<Item> nothing;

RatedFile good_file(std::string id, std::string unit, RatedFile::Subject subject) {
    RatedFile f{std::move(id), std::move(unit), "", subject, {}};
    state(f, "score", {{"common", number("28")}, {"results", number("67")}});
    state(f, "tasks",
          {{"assigned", number("20")},
           {"done", number("20")},
           {"on_time", number("20")},
           {"late", number("0")},
           {"above", number("7")},
           {"main_missed", "no"},
           {"force_majeure", "no"}});
    state(f, "shortcomings", {{"found", number("2")}, {"fixed", number("2")}});
    state(f, "criteria",
          {{"items", std::vector<Item>{item("c1", {{"group", "political"}, {"grade", "excellent"}}),
                                       item("c2", {{"group", "other"}, {"grade", "good"}})}}});
    state(f, "discipline", {{"items", nothing}});
    state(f, "conclusions", {{"items", nothing}});
    state(f, "suggestions", {{"items", nothing}});
    state(f, "complaints", {{"items", nothing}});
    state(f, "step:draft-sent", {{"on", day("2026-11-20")}});
    state(f, "step:review", {{"on", review_day}});
    state(f, "level:self", {{"level", "excellent"}, {"on", day("2026-12-02")}});
    state(f, "level:proposal", {{"level", "excellent"}, {"on", day("2026-12-05")}});
    return f;
}

}  // namespace

RatedFile good_person(std::string id, std::string unit) {
    RatedFile f = good_file(std::move(id), std::move(unit), RatedFile::Subject::person);
    state(f, "civil-rating", {{"level", "excellent"}});
    state(f, "membership", {{"admitted", day("2010-02-03")}, {"exempt", "no"}, {"suspended", "no"}});
    state(f, "posts", {{"items", nothing}});
    for (const char* paper : {"document:self-review", "document:residence-remark"}) state(f, paper, {});
    return f;
}

RatedFile good_collective(std::string id, std::string unit) {
    RatedFile f = good_file(std::move(id), std::move(unit), RatedFile::Subject::collective);
    state(f, "subordinates",
          {{"units", number("3")},
           {"disciplined", number("0")},
           {"members_disciplined", number("0")},
           {"violations_open", number("0")}});
    for (const char* paper : {"document:collective-report", "document:analysis-form", "document:minutes",
                              "document:members-summary"})
        state(f, paper, {});
    return f;
}

RatedFile head_of(std::string id, std::string unit) {
    RatedFile f = good_person(std::move(id), unit);
    state(f, "posts",
          {{"items", std::vector<Item>{item("p1", {{"unit", unit}, {"role", "head"}, {"rank", "1"}})}}});
    state(f, "review:cell", {{"on", review_day}});
    state(f, "review:leadership", {{"on", review_day}});
    state(f, "subordinates",
          {{"units", number("3")}, {"disciplined", number("0")}, {"violations_open", number("0")}});
    state(f, "led-unit", {{"assigned", number("10")}, {"done", number("10")}});
    return f;
}

RatedFile decided(RatedFile file, std::string level) {
    state(file, "level:proposal", {{"level", level}, {"on", day("2026-12-05")}});
    state(file, "level:decision", {{"level", level}, {"on", rating_day}});
    return file;
}

RatedUnits season_of(std::vector<RatedFile> files) {
    RatedUnits units;
    units.year = 2026;
    units.units = {{"g", "", RatedUnit::Kind::party, RatedUnit::Tier::grassroots, {}, {}},
                   {"u", "g", RatedUnit::Kind::party, RatedUnit::Tier::cell, {}, {}}};
    units.files = std::move(files);
    const auto has_collective = [&](std::string_view unit) {
        return std::any_of(units.files.begin(), units.files.end(), [&](const RatedFile& f) {
            return f.unit == unit && f.subject == RatedFile::Subject::collective;
        });
    };
    for (const char* unit : {"g", "u"}) {
        if (!has_collective(unit))
            units.files.push_back(decided(good_collective(std::string("col-") + unit, unit), "excellent"));
    }
    return units;
}

RatedUnits season_with(std::array<int, 4> counts) {
    static const std::array<const char*, 4> levels{"excellent", "good", "completed", "failed"};
    std::vector<RatedFile> files;
    for (std::size_t l = 0; l < 4; ++l) {
        for (int i = 0; i < counts[l]; ++i)
            files.push_back(decided(good_person(levels[l] + std::to_string(i)), levels[l]));
    }
    return season_of(std::move(files));
}

RatedUnits with_room() {
    return season_with({0, 10, 0, 0});
}

FileVerdict rate_by(const char* profile_id, const RatedFile& file, RatedUnits units) {
    return rate(*profile(profile_id), file, units, today);
}

FileVerdict rate_366(const RatedFile& file) {
    return rate_by("366-qd-tw", file, with_room());
}

std::string why(const FileVerdict& v) {
    std::string all;
    for (const Finding& f : v.findings)
        all += std::string(name(f.kind)) + " " + f.rule + ": " + f.says.en + "\n";
    for (const NotApplied& n : v.not_applied) {
        all += "not applied " + n.rule + ":";
        for (const UsedFigure& u : n.needs) all += " " + u.name;
        all += "\n";
    }
    return all;
}

LevelVerdict::State level_state(const FileVerdict& verdict, std::string_view level) {
    for (const LevelVerdict& l : verdict.levels) {
        if (l.level == level) return l.state;
    }
    throw std::logic_error("no such level");
}

bool has(const std::vector<Finding>& findings, Finding::Kind kind, std::string_view rule) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& f) { return f.kind == kind && f.rule == rule; });
}
bool has(const std::vector<NotApplied>& list, std::string_view rule) {
    return std::any_of(list.begin(), list.end(), [&](const NotApplied& n) { return n.rule == rule; });
}

}  // namespace minhtin
