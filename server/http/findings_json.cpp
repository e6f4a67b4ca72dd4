#include "server/http/findings_json.h"

#include <algorithm>

#include "server/domain/rules/report_json.h"

namespace minhtin::http {
namespace {

Json levels_json(const std::vector<Level>& levels) {
    Json list = Json::array();
    for (const Level& l : levels) list.push_back({{"id", l.id}, {"vi", l.title.vi}, {"en", l.title.en}});
    return list;
}

Json fields_json(const std::vector<StatementField>& fields) {
    Json list = Json::array();
    for (const StatementField& f : fields) {
        list.push_back({{"id", f.id},
                        {"type", name(f.type)},
                        {"required", f.needed},
                        {"vi", f.title.vi},
                        {"en", f.title.en},
                        {"options", levels_json(f.options)}});
    }
    return list;
}

// How many of each kind, for a line in a list.
Json counts_json(const FileVerdict& verdict) {
    Json counts = Json::object();
    for (const auto kind :
         {Finding::Kind::forbids, Finding::Kind::missing, Finding::Kind::would_break, Finding::Kind::warns})
        counts[std::string(name(kind))] = std::ranges::count(verdict.findings, kind, &Finding::kind);
    counts["not-applied"] = verdict.not_applied.size();
    return counts;
}

Json person_json(const UnitPerson& p) {
    Json levels = Json::array();
    for (const LevelVerdict& l : p.verdict.levels)
        levels.push_back({{"level", l.level}, {"state", name(l.state)}});
    return {{"person_id", p.person_id}, {"name", p.name},
            {"post", p.post},           {"file", p.verdict.file},
            {"rated", p.verdict.rated}, {"level", p.verdict.level ? Json(*p.verdict.level) : Json(nullptr)},
            {"levels", levels},         {"counts", counts_json(p.verdict)}};
}

}  // namespace

Json rules_json(const RegulationProfile& p) {
    return {{"id", p.id},
            {"number", p.number},
            {"title_vi", p.title.vi},
            {"title_en", p.title.en},
            {"levels", levels_json(p.rating_levels)}};
}

Json json_of(const FileFindings& f) {
    Json body = Json::parse(json_of(f.verdict, *f.rules));
    body["rules"] = rules_json(*f.rules);
    body["caps_shown"] = f.caps_shown;
    body["unit"] = f.unit_id.empty() ? Json(nullptr) : Json{{"id", f.unit_id}, {"name", f.unit_name}};
    return body;
}

Json json_of(const UnitFindings& f) {
    Json body = Json::parse(json_of(f.verdict, *f.rules));
    body.erase("files");
    body.erase("votes");
    body["rules"] = rules_json(*f.rules);
    body["campaign_name"] = f.campaign_name;
    body["unit"] = {{"id", f.unit.id}, {"name", f.unit.name}, {"tier", name(f.tier)}};
    Json people = Json::array();
    for (const UnitPerson& p : f.people) people.push_back(person_json(p));
    body["people"] = people;
    const bool alone = f.counted_with.id == f.unit.id;
    body["counted_with"] =
        alone ? Json(nullptr) : Json{{"id", f.counted_with.id}, {"name", f.counted_with.name}};
    Json elsewhere = Json::array();
    for (const CapPerson& p : f.elsewhere)
        elsewhere.push_back(
            {{"file", p.file}, {"person_id", p.person_id}, {"name", p.name}, {"unit", p.unit_name}});
    body["elsewhere"] = elsewhere;
    return body;
}

Json json_of(const Consequence& c) {
    Json body = Json::parse(json_of(c.difference));
    body["file"] = c.file;
    return body;
}

Json json_of(const StatementForm& form) {
    return {{"id", form.topic},
            {"open", form.open},
            {"vi", form.title.vi},
            {"en", form.title.en},
            {"fields", fields_json(form.fields)},
            {"item_fields", fields_json(form.item_fields)}};
}

}  // namespace minhtin::http
