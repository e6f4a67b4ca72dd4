#include "server/app/read_findings.h"

#include <algorithm>
#include <map>

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
    auto units = rating_facts(app, tables, *campaign, unit_id);
    if (!units) return units.reason();
    around.units = *std::move(units);
    const auto own = std::ranges::find(around.units.files, file->id, &RatedFile::id);
    ENSURE(own != around.units.files.end());
    around.file = *own;
    around.unit_name = tables.people->unit(unit_id).value().name;
    return around;
}

template <class T, class Where>
void keep(std::vector<T>& all, std::string_view unit, Where where) {
    std::erase_if(all, [&](const T& x) { return std::invoke(where, x) != unit; });
}

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
        UnitFindings found{
            rating_profile(campaign->profile, campaign->year), *unit, {}, campaign->name, {}, {}};
        if (found.rules == nullptr) return Reason::no_rating_regulation;
        const auto units = rating_facts(app, tables, *campaign, unit_id);
        if (!units) return units.reason();
        found.tier = std::ranges::find(units->units, unit_id, &RatedUnit::id)->tier;
        found.verdict = check_unit(*found.rules, *units, today);
        keep(found.verdict.caps, unit_id, &CapStanding::unit);
        keep(found.verdict.findings, unit_id, &Finding::about);
        keep(found.verdict.not_applied, unit_id, &NotApplied::about);
        for (FileVerdict& v : found.verdict.files) {
            const auto person = tables.people->person(tables.files->find(v.file).value().person_id).value();
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
