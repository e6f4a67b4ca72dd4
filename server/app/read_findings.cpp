#include "server/app/read_findings.h"

#include <algorithm>
#include <map>
#include <set>

#include "server/app/rating_facts.h"
#include "server/app/state_fact.h"
#include "server/domain/rating_profile.h"

namespace minhtin {
namespace {

// A person's file with those that are rated beside it.
struct Around {
    const RegulationProfile* rules = nullptr;
    RatedFile file;
    RatedUnits units;
    std::string unit_name;
};

Outcome<Around> look_around(const App& app, const RegistryTables& tables, std::string_view campaign_id,
                            std::string_view person_id) {
    const auto campaign = tables.campaigns->find(campaign_id);
    if (!campaign) return Reason::campaign_unknown;
    const auto file = tables.files->of(campaign_id, person_id);
    if (!file) return Reason::record_unknown;
    const auto person = tables.people->person(person_id);
    ENSURE(person);
    Around around;
    around.rules = rating_profile(campaign->profile, campaign->year);
    if (around.rules == nullptr) return Reason::no_rating_regulation;
    const std::string unit_id = unit_in(tables, *campaign, *person);
    if (unit_id.empty()) {  // the file stands alone: rules that look at the unit are not applied
        const auto entries = read_entries(app, tables, *file);
        if (!entries) return entries.reason();
        around.file = {file->id, {}, {}, RatedFile::Subject::person, facts_of(*entries)};
        around.units.year = campaign->year;
        return around;
    }
    auto units = rating_facts(app, tables, *campaign, *around.rules, unit_id);
    if (!units) return units.reason();
    around.units = *std::move(units);
    const auto own = std::ranges::find(around.units.files, file->id, &RatedFile::id);
    ENSURE(own != around.units.files.end());
    around.file = *own;
    around.unit_name = tables.people->unit(unit_id).value().name;
    return around;
}

// What a page for a unit shows: what is said about it, and the caps of persons that it is counted in.
struct Shown {
    std::string unit, whole;
    std::set<std::string> caps;

    Shown(const RegulationProfile& profile, std::string u, std::string w)
        : unit(std::move(u)), whole(std::move(w)) {
        for (const Rule& rule : profile.rules) {
            if (std::holds_alternative<rules::Cap>(rule.body)) caps.insert(rule.id);
        }
    }
    bool operator()(const CapStanding& c) const {
        return c.unit == unit || (c.unit == whole && c.subject == RatedFile::Subject::person);
    }
    bool operator()(const auto& said) const {
        return said.about == unit || (said.about == whole && caps.contains(said.rule));
    }
};

}  // namespace

Outcome<FileFindings> read_findings(const App& app, const Actor& actor, std::string_view campaign_id,
                                    std::string_view person_id, Day today) {
    if (!may_read_record(actor, person_id)) return Reason::not_allowed;
    const auto around = app.registry.read(
        [&](const RegistryTables& tables) { return look_around(app, tables, campaign_id, person_id); });
    if (!around) return around.reason();
    FileFindings found{around->rules, around->file.unit, around->unit_name, true, {}};
    if (may_read_every_record(actor)) {
        found.verdict = rate(*around->rules, around->file, around->units, today);
    } else {
        found.caps_shown = false;
        RatedUnits alone = around->units;
        std::erase_if(alone.files,
                      [](const RatedFile& f) { return f.subject == RatedFile::Subject::person; });
        found.verdict = rate(without_counting_others(*around->rules), around->file, alone, today);
    }
    return found;
}

Outcome<UnitFindings> read_unit_findings(const App& app, const Actor& actor, std::string_view campaign_id,
                                         std::string_view unit_id, Day today) {
    if (!may_read_every_record(actor)) return Reason::not_allowed;
    return app.registry.read([&](const RegistryTables& tables) -> Outcome<UnitFindings> {
        const auto campaign = tables.campaigns->find(campaign_id);
        if (!campaign) return Reason::campaign_unknown;
        const auto unit = tables.people->unit(unit_id);
        if (!unit) return Reason::unit_unknown;
        UnitFindings found;
        found.rules = rating_profile(campaign->profile, campaign->year);
        found.unit = *unit;
        found.campaign_name = campaign->name;
        if (found.rules == nullptr) return Reason::no_rating_regulation;
        const auto units = rating_facts(app, tables, *campaign, *found.rules, unit_id);
        if (!units) return units.reason();
        found.tier = std::ranges::find(units->units, unit_id, &RatedUnit::id)->tier;
        found.verdict = check_unit(*found.rules, *units, today);
        found.counted_with = tables.people->unit(counted_with(*found.rules, *units, unit_id).id).value();
        const Shown shown(*found.rules, found.unit.id, found.counted_with.id);
        const auto hidden = [&](const auto& x) { return !shown(x); };
        std::erase_if(found.verdict.caps, hidden);
        std::erase_if(found.verdict.findings, hidden);
        std::erase_if(found.verdict.not_applied, hidden);
        const auto named = [&](const std::string& file) {
            return std::ranges::any_of(found.verdict.caps, [&](const CapStanding& c) {
                return std::ranges::count(c.have, file) + std::ranges::count(c.compete, file) > 0;
            });
        };
        for (FileVerdict& v : found.verdict.files) {
            const std::string& there = std::ranges::find(units->files, v.file, &RatedFile::id)->unit;
            if (there != unit_id && !named(v.file)) continue;
            const auto person = tables.people->person(tables.files->find(v.file).value().person_id).value();
            if (there != unit_id) {
                found.elsewhere.push_back(
                    {v.file, person.id, person.name, tables.people->unit(there).value().name});
                continue;
            }
            found.people.push_back(
                {person.id, person.name, post_in(tables, *campaign, person).title, std::move(v)});
        }
        found.verdict.files.clear();
        // The verdicts come by file; people are read in the order of their names.
        std::map<std::string, std::size_t> place;
        for (const Person& person : tables.people->find("", unit_id)) place.emplace(person.id, place.size());
        std::ranges::sort(found.people, {}, [&](const UnitPerson& p) { return place.at(p.person_id); });
        return found;
    });
}

Outcome<Consequence> what_if_stated(const App& app, const Actor& actor, std::string_view campaign_id,
                                    std::string_view person_id, const Statement& statement, Day today) {
    if (!may_state(actor)) return Reason::not_allowed;
    const auto around = app.registry.read(
        [&](const RegistryTables& tables) { return look_around(app, tables, campaign_id, person_id); });
    if (!around) return around.reason();
    RatedFile changed = around->file;
    std::erase_if(changed.facts, [&](const Fact& f) { return f.topic == statement.topic; });
    changed.facts.push_back({"new", statement.topic, today, {}, statement.says});
    RatedUnits before = around->units;
    if (changed.unit.empty()) before.files.push_back(around->file);
    const std::vector<Change> changes{{changed, false}};
    return Consequence{around->rules, changed.id, what_if(*around->rules, before, changes, today)};
}

}  // namespace minhtin
