#include "server/tools/rules_text.h"

#include <nlohmann/json.hpp>

namespace minhtin {
namespace {

using Json = nlohmann::ordered_json;

std::string title_of(const RegulationProfile& profile, const std::string& level) {
    for (const auto* levels : {&profile.rating_levels, &profile.levels}) {
        for (const Level& l : *levels) {
            if (l.id == level) return l.title.vi + " / " + l.title.en;
        }
    }
    return level;
}

const char* words(Finding::Kind kind) {
    switch (kind) {
        case Finding::Kind::forbids:
            return "Không được / forbids";
        case Finding::Kind::missing:
            return "Còn thiếu / missing";
        case Finding::Kind::would_break:
            return "Đã sát giới hạn / at the limit";
        case Finding::Kind::warns:
            return "Lưu ý / warns";
    }
    return "";
}

const char* words(LevelVerdict::State state) {
    switch (state) {
        case LevelVerdict::State::possible:
            return "được / possible";
        case LevelVerdict::State::unproven:
            return "chưa đủ căn cứ / not shown yet";
        case LevelVerdict::State::forbidden:
            return "không được / not possible";
    }
    return "";
}

// An id with the name that the input has for it.
std::string with_name(const std::string& id, const Names& names) {
    const auto name = names.find(id);
    return name == names.end() || name->second == id ? id : id + " (" + name->second + ")";
}

void print(const Finding& f, const Names& names, std::ostream& out, const char* margin) {
    out << margin << words(f.kind) << ": " << with_name(f.about, names) << ": " << f.says.vi << "\n"
        << margin << "    " << f.says.en << "\n";
    if (!f.figures.empty()) out << margin << "    ";
    for (const UsedFigure& u : f.figures)
        out << (&u == &f.figures.front() ? "" : "; ") << u.label.vi << ": "
            << (u.value.empty() ? "-" : u.value);
    if (!f.figures.empty()) out << "\n";
    out << margin << "    [" << f.rule << "] " << f.article << "\n";
}

void print(const NotApplied& n, const Names& names, std::ostream& out, const char* margin) {
    out << margin << "Chưa áp dụng được / could not be applied: " << with_name(n.about, names) << ": ["
        << n.rule << "] " << n.article << ": "
        << (n.why == NotApplied::Why::missing ? "chưa có / missing" : "mâu thuẫn / contradicted");
    for (const UsedFigure& u : n.needs)
        out << (&u == &n.needs.front() ? " " : "; ") << u.label.vi << " (" << u.name << ")";
    out << "\n";
}

template <class T>
void print_all(const std::vector<T>& all, const Names& names, std::ostream& out, const char* margin) {
    for (const T& x : all) print(x, names, out, margin);
}

void print_cap(const CapStanding& c, const RegulationProfile& profile, const Names& names,
               std::ostream& out) {
    out << "  " << with_name(c.unit, names) << (c.group.empty() ? "" : ", nhóm / group " + c.group)
        << (c.subject == RatedFile::Subject::collective ? ", tập thể / collectives" : "") << ": "
        << title_of(profile, c.level) << ": đang có / has " << c.used << ", nhiều nhất / at most " << c.most
        << ", cơ sở tính / base " << c.base;
    if (!c.compete.empty()) out << ", " << c.compete.size() << " đang xét / compete";
    out << "\n";
}

}  // namespace

Names names_in(const RatedUnits& units) {
    Names names;
    for (const RatedVote& vote : units.votes) {
        for (const RatedVote::Person& person : vote.persons) {
            if (person.name) names.emplace(person.file, *person.name);
        }
    }
    for (const RatedFile& file : units.files) names.emplace(file.id, "");  // never the name of a unit
    for (const RatedUnit& unit : units.units) names.emplace(unit.id, unit.name);
    std::erase_if(names, [](const auto& name) { return name.second.empty(); });
    return names;
}

void print_profiles(std::ostream& out) {
    for (const RegulationProfile& p : profiles()) {
        out << p.id << "  " << p.title.vi << "\n";
        for (const Rule& r : p.rules)
            out << "    " << r.id << "  " << rules::kind_of(r.body) << "  " << r.article << "  ["
                << name(r.mark) << "]\n";
    }
}

void print_profiles_json(std::ostream& out) {
    Json all = Json::array();
    for (const RegulationProfile& p : profiles()) {
        Json list = Json::array();
        for (const Rule& r : p.rules)
            list.push_back({{"id", r.id},
                            {"kind", rules::kind_of(r.body)},
                            {"article", r.article},
                            {"from", r.number},
                            {"mark", name(r.mark)},
                            {"source", r.source},
                            {"vi", r.says.vi},
                            {"en", r.says.en}});
        Json settings = Json::array();
        for (const Setting& s : p.settings)
            settings.push_back({{"id", s.id},
                                {"value", text_of(s.value)},
                                {"mark", name(s.mark)},
                                {"source", s.source},
                                {"set_by", s.set_by},
                                {"before", s.before ? Json(text_of(*s.before)) : Json(nullptr)},
                                {"vi", s.says.vi},
                                {"en", s.says.en}});
        all.push_back({{"id", p.id},
                       {"number", p.number},
                       {"vi", p.title.vi},
                       {"en", p.title.en},
                       {"in_force_from", p.in_force_from ? Json(p.in_force_from->iso()) : Json(nullptr)},
                       {"in_force_until", p.in_force_until ? Json(p.in_force_until->iso()) : Json(nullptr)},
                       {"replaces", p.replaces},
                       {"inherits", p.inherits},
                       {"settings", settings},
                       {"rules", list}});
    }
    out << all.dump(2) << "\n";
}

void print_checked(const RegulationProfile& p, std::ostream& out) {
    out << p.id << ": hợp lệ / valid, " << p.rules.size() << " quy tắc / rules, " << p.settings.size()
        << " mục thiết lập / settings\n";
    for (const Setting& s : p.settings) {
        if (s.before)
            out << "  " << s.id << ": " << text_of(*s.before) << " → " << text_of(s.value) << "  ("
                << s.says.vi << ")\n";
    }
}

void print_file(const FileVerdict& v, const RegulationProfile& profile, const Names& names,
                std::ostream& out) {
    out << with_name(v.file, names) << " – " << profile.title.vi << "\n";
    if (!v.rated) out << "  Không xếp loại / not rated\n";
    for (const LevelVerdict& l : v.levels) {
        out << "  " << title_of(profile, l.level) << ": " << words(l.state);
        for (const std::string& rule : l.why) out << " [" << rule << "]";
        out << "\n";
    }
    print_all(v.findings, names, out, "  ");
    print_all(v.not_applied, names, out, "  ");
}

void print_unit(const UnitVerdict& v, const RegulationProfile& profile, const Names& names,
                std::ostream& out) {
    out << profile.title.vi << "\n";
    for (const CapStanding& c : v.caps) print_cap(c, profile, names, out);
    print_all(v.findings, names, out, "  ");
    print_all(v.not_applied, names, out, "  ");
    for (const FileVerdict& f : v.files) {
        out << "\n";
        print_file(f, profile, names, out);
    }
    for (const VoteVerdict& vote : v.votes) {
        out << "\n" << vote.vote << "\n";
        for (const PersonResult& p : vote.persons) {
            out << "  " << with_name(p.file, names) << ":";
            for (const auto& [level, percent] : p.percents)
                out << (level == p.percents.front().first ? " " : "; ") << title_of(profile, level) << " "
                    << (percent ? *percent + " %" : "-");
            if (!p.rule.empty()) out << " [" << p.rule << "]";
            out << "\n";
        }
        print_all(vote.findings, names, out, "  ");
        print_all(vote.not_applied, names, out, "  ");
    }
}

void print_difference(const Difference& d, const RegulationProfile& profile, const Names& names,
                      std::ostream& out) {
    for (const LevelChange& c : d.levels)
        out << with_name(c.file, names) << ": " << title_of(profile, c.level) << ": " << words(c.before)
            << " → " << words(c.after) << "\n";
    out << "Hết / gone:\n";
    print_all(d.gone, names, out, "  ");
    print_all(d.gone_not_applied, names, out, "  ");
    out << "Thêm / come:\n";
    print_all(d.come, names, out, "  ");
    print_all(d.come_not_applied, names, out, "  ");
    for (const CapStanding& c : d.caps) print_cap(c, profile, names, out);
}

}  // namespace minhtin
