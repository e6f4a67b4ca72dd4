#include "server/domain/rules/report_json.h"

#include <nlohmann/json.hpp>

namespace minhtin {
namespace {

using Json = nlohmann::ordered_json;

// The overloads that the lists below are made with.
Json json_value(const UsedFigure& f);
Json json_value(const Finding& f);
Json json_value(const NotApplied& n);
Json json_value(const CapStanding& s);
Json json_value(const FileVerdict& v);
Json json_value(const VoteVerdict& v);

template <class T>
Json all_of(const std::vector<T>& all) {
    Json list = Json::array();
    for (const T& x : all) list.push_back(json_value(x));
    return list;
}

Json json_value(const UsedFigure& f) {
    return {{"name", f.name},
            {"value", f.value.empty() ? Json(nullptr) : Json(f.value)},
            {"vi", f.label.vi},
            {"en", f.label.en},
            {"entries", f.entries}};
}

Json json_value(const Finding& f) {
    return {
        {"kind", name(f.kind)}, {"rule", f.rule},  {"article", f.article}, {"about", f.about},
        {"vi", f.says.vi},      {"en", f.says.en}, {"levels", f.levels},   {"figures", all_of(f.figures)}};
}

Json json_value(const NotApplied& n) {
    return {{"why", name(n.why)}, {"rule", n.rule},           {"article", n.article},
            {"about", n.about},   {"needs", all_of(n.needs)}, {"levels", n.levels}};
}

Json json_value(const CapStanding& s) {
    return {{"rule", s.rule},
            {"unit", s.unit},
            {"group", s.group.empty() ? Json(nullptr) : Json(s.group)},
            {"subject", s.subject == RatedFile::Subject::person ? "person" : "collective"},
            {"level", s.level},
            {"base", s.base},
            {"most", s.most},
            {"used", s.used},
            {"free", s.free},
            {"open", s.open},
            {"have", s.have},
            {"compete", s.compete},
            {"without_files", s.without_files}};
}

Json json_value(const FileVerdict& v) {
    Json levels = Json::array();
    for (const LevelVerdict& l : v.levels)
        levels.push_back({{"level", l.level}, {"state", name(l.state)}, {"why", l.why}});
    return {{"file", v.file},
            {"rated", v.rated},
            {"level", v.level ? Json(*v.level) : Json(nullptr)},
            {"levels", levels},
            {"findings", all_of(v.findings)},
            {"not_applied", all_of(v.not_applied)}};
}

Json json_value(const VoteVerdict& v) {
    Json persons = Json::array();
    for (const PersonResult& p : v.persons) {
        Json percents = Json::object();
        for (const auto& [level, percent] : p.percents)
            percents[level] = percent ? Json(*percent) : Json(nullptr);
        persons.push_back({{"file", p.file},
                           {"percents", percents},
                           {"band", p.rule.empty() ? Json(nullptr) : Json(p.rule)}});
    }
    return {{"vote", v.vote},
            {"persons", persons},
            {"findings", all_of(v.findings)},
            {"not_applied", all_of(v.not_applied)}};
}

std::string text(const Json& j) {
    return j.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string json_of(const FileVerdict& verdict, const RegulationProfile& profile) {
    Json j{{"profile", profile.id}};
    j.update(json_value(verdict));
    return text(j);
}

std::string json_of(const UnitVerdict& v, const RegulationProfile& profile) {
    return text({{"profile", profile.id},
                 {"caps", all_of(v.caps)},
                 {"findings", all_of(v.findings)},
                 {"not_applied", all_of(v.not_applied)},
                 {"files", all_of(v.files)},
                 {"votes", all_of(v.votes)}});
}

std::string json_of(const Difference& d) {
    Json levels = Json::array();
    for (const LevelChange& c : d.levels)
        levels.push_back(
            {{"file", c.file}, {"level", c.level}, {"before", name(c.before)}, {"after", name(c.after)}});
    return text({{"gone", all_of(d.gone)},
                 {"come", all_of(d.come)},
                 {"gone_not_applied", all_of(d.gone_not_applied)},
                 {"come_not_applied", all_of(d.come_not_applied)},
                 {"levels", levels},
                 {"caps", all_of(d.caps)}});
}

}  // namespace minhtin
