// read_profile(): one file from bytes to a valid profile.
#include <algorithm>

#include "server/domain/profile_json.h"
#include "server/domain/profile_rule.h"
#include "server/domain/profile_settings.h"

namespace minhtin {
namespace {

using nlohmann::json;

constexpr std::size_t most_rules = 500;

void doubled(ProfileReading& reading, const std::string& path) {
    reading.problem(path, "doubled-id", {"Mã này đã có.", "This id is there already."});
}

// Things with an id and a name: levels, documents.
std::vector<Level> read_named(ProfileReading& reading, const json& list, const std::string& path) {
    std::vector<Level> all;
    for (std::size_t i = 0; i < list.size(); ++i) {
        Fields f(reading, list[i], below(path, i));
        Level level{f.id("id"), f.sentence()};
        f.done();
        if (std::ranges::find(all, level.id, &Level::id) != all.end()) doubled(reading, f.at("id"));
        all.push_back(std::move(level));
    }
    return all;
}

std::vector<Level> read_named_if_there(Fields& file, std::string_view name) {
    if (!file.has(name)) return {};
    const json* list = file.list(name);
    return list == nullptr ? std::vector<Level>{} : read_named(file.reading(), *list, file.at(name));
}

void read_ballots(Fields& file, RuleNames& names) {
    if (!file.has("ballots")) return;
    const json* list = file.list("ballots");
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->size(); ++i) {
        Fields f(file.reading(), (*list)[i], below(file.at("ballots"), i));
        std::string id = f.id("id");
        const json* levels = f.list("levels");
        auto read =
            levels == nullptr ? std::vector<Level>{} : read_named(file.reading(), *levels, f.at("levels"));
        if (levels != nullptr && read.size() < 2)
            file.reading().problem(f.at("levels"), "too-few-levels",
                                   {"Phiếu phải có ít nhất hai mức.", "A ballot has at least two levels."});
        f.done();
        if (std::ranges::any_of(names.ballots, [&](const auto& b) { return b.first == id; }))
            doubled(file.reading(), f.at("id"));
        names.ballots.emplace_back(std::move(id), std::move(read));
    }
}

// What the file itself says of itself.
void read_head(Fields& f, RegulationProfile& p) {
    p.id = f.id("id");
    p.number = f.text("number");
    const auto titled = [&](std::string_view name) {
        const json* j = f.any(name);
        if (j == nullptr) return Sentence{};
        Fields both(f.reading(), *j, f.at(name));
        Sentence s = both.sentence();
        both.done();
        return s;
    };
    p.title = titled("title");
    p.body = titled("body");
    p.issued = f.day_or_null("issued");
    p.in_force_from = f.day_or_null("in_force_from");
    p.in_force_until = f.day_or_null("in_force_until");
    const auto begins = p.in_force_from ? p.in_force_from : p.issued;
    if (!begins)
        f.reading().problem(f.at("in_force_from"), "no-first-day",
                            {"Phải biết ngày ban hành hoặc ngày có hiệu lực.",
                             "The day of issue or the first day in force must be known."});
    if (p.in_force_until && begins && *p.in_force_until < *begins)
        f.reading().problem(f.at("in_force_until"), "days-reversed",
                            {"Hết hiệu lực trước khi có hiệu lực.", "It ends before it begins."});
    p.replaces = f.ids("replaces");
    p.inherits = f.ids("inherits");
}

std::vector<const RegulationProfile*> parents_of(Fields& f, const RegulationProfile& p,
                                                 std::span<const RegulationProfile> known) {
    std::vector<const RegulationProfile*> parents;
    for (std::size_t i = 0; i < p.inherits.size(); ++i) {
        const auto found = std::ranges::find(known, p.inherits[i], &RegulationProfile::id);
        if (p.inherits[i] == p.id) {
            f.reading().problem(
                below(f.at("inherits"), i), "inherits-itself",
                {"Hồ sơ không thể kế thừa chính mình.", "A profile cannot inherit from itself."});
        } else if (found == known.end()) {
            f.reading().problem(below(f.at("inherits"), i), "unknown-profile",
                                {"Không có hồ sơ quy định này.", "There is no such profile."});
        } else {
            parents.push_back(&*found);
        }
    }
    return parents;
}

// The chosen ballot: by the setting "ballot", else the only one.
void choose_ballot(Fields& f, RegulationProfile& p, RuleNames& names) {
    if (names.ballots.empty()) return;
    const Setting* s = setting_named(p.settings, "ballot");
    const auto* wanted = s == nullptr ? nullptr : std::get_if<std::string>(&s->value);
    auto chosen = s == nullptr && names.ballots.size() == 1 ? names.ballots.begin() : names.ballots.end();
    if (wanted != nullptr)
        chosen = std::ranges::find(names.ballots, *wanted, [](const auto& b) { return b.first; });
    if (chosen == names.ballots.end()) {
        f.reading().problem(f.at("settings"), "unknown-ballot",
                            {"Mục “ballot” phải chọn một trong các loại phiếu.",
                             "The setting “ballot” must choose one of the ballots."});
        return;
    }
    names.ballot = chosen->first;
    p.levels = chosen->second;
}

// Votes: what the rules say, where minhtin count and the server look for it.
void fill_vote(RegulationProfile& p) {
    for (const Rule& rule : p.rules) {
        if (const auto* r = std::get_if<rules::Percentage>(&rule.body)) {
            p.base = *base_named(r->base);
            p.base_article = rule.article;
            p.base_source = rule.source;
        } else if (const auto* q = std::get_if<rules::QuorumRule>(&rule.body)) {
            p.quorum = {q->share.den, q->share.num, rule.source};
        } else if (const auto* b = std::get_if<rules::BandRule>(&rule.body)) {
            p.bands.push_back({b->code, b->level, b->share.num, b->share.den,
                               b->included ? Band::Limit::included : Band::Limit::excluded, rule.article,
                               rule.source, rule.says});
        }
    }
    std::ranges::stable_sort(p.bands,
                             [](const Band& a, const Band& b) { return a.num * b.den > b.num * a.den; });
}

bool check_vote(Fields& f, const RegulationProfile& p) {
    const auto count = [&](std::size_t kind) {
        return std::ranges::count_if(p.rules, [&](const Rule& r) { return r.body.index() == kind; });
    };
    const auto percentages = count(rules::Body(rules::Percentage{}).index());
    const auto quorums = count(rules::Body(rules::QuorumRule{}).index());
    const bool fine = p.about_votes() ? percentages == 1 && quorums <= 1 : percentages + quorums == 0;
    if (!fine)
        f.reading().problem(
            f.path(), "vote-rules",
            {"Quy định về phiếu phải có đúng một quy tắc percentage và nhiều nhất một quorum; quy "
             "định không về phiếu thì không có.",
             "A regulation about votes has exactly one rule of kind percentage and at most one "
             "quorum; one that is not about votes has none."});
    return fine;
}

// A rule of a parent whose new settings do not fit is the fault of the setting that was changed.
void blame_settings(Fields& f, ProfileReading& inner, const std::string& rule,
                    const std::set<std::string>& used, const std::vector<Setting>& own) {
    std::string path = f.at("inherits");
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (used.contains(own[i].id)) path = below(below(f.at("settings"), i), "value");
    }
    for (const ProfileProblem& p : inner.problems()) {
        f.reading().problem(path, "setting-does-not-fit",
                            {"Không hợp với quy tắc “" + rule + "”: " + p.says.vi,
                             "It does not fit rule “" + rule + "”: " + p.says.en});
    }
}

void add_rule(Fields& f, RegulationProfile& p, ReadRule read, const std::string& path) {
    const auto is = [&](const Rule& r) { return r.id == read.rule.id; };
    if (std::ranges::any_of(p.rules, is) || std::ranges::any_of(p.off, is)) {
        f.reading().problem(path, "doubled-id",
                            {"Đã có quy tắc mã “" + read.rule.id + "”.",
                             "There is already a rule with id “" + read.rule.id + "”."});
    }
    (read.on ? p.rules : p.off).push_back(std::move(read.rule));
}

void read_own_rules(Fields& f, RegulationProfile& p, const json& list, const RuleNames& names) {
    if (list.size() > most_rules) {
        f.reading().problem(f.at("rules"), "too-many", {"Quá nhiều quy tắc.", "Too many rules."});
        return;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string path = below(f.at("rules"), i);
        std::set<std::string> used;
        const json rule = filled(f.reading(), list[i], path, p.settings, used);
        add_rule(f, p, read_rule(f.reading(), rule, path, names, p.number), below(path, "id"));
    }
}

void read_inherited_rules(Fields& f, RegulationProfile& p, const RuleNames& names,
                          const std::vector<Setting>& own) {
    for (const ProfileText& text : p.texts) {
        const json rules = json::parse(text.json).at("rules");
        for (const json& as_written : rules) {
            ProfileReading inner(f.reading().file());
            std::set<std::string> used;
            const json rule = filled(inner, as_written, "", p.settings, used);
            ReadRule read = read_rule(inner, rule, "", names, text.number);
            const std::string id = as_written.at("id");
            if (inner.fine()) {
                add_rule(f, p, std::move(read), f.at("inherits"));
            } else {
                blame_settings(f, inner, id, used, own);
            }
        }
    }
}

// Levels, ballots and names of papers of all parents together.
void inherit_names(Fields& f, RegulationProfile& p, RuleNames& names,
                   const std::vector<const RegulationProfile*>& parents) {
    for (const RegulationProfile* parent : parents) {
        if (parent->about_rating()) {
            if (!names.rating_levels.empty())
                f.reading().problem(f.at("inherits"), "levels-twice",
                                    {"Hai hồ sơ được kế thừa đều quy định mức xếp loại.",
                                     "Two inherited profiles both have rating levels."});
            names.rating_levels = parent->rating_levels;
        }
        for (const Level& d : parent->documents) {
            if (std::ranges::find(names.documents, d.id, &Level::id) == names.documents.end())
                names.documents.push_back(d);
        }
        for (const ProfileText& text : parent->texts) {
            if (std::ranges::any_of(p.texts,
                                    [&](const ProfileText& t) { return t.profile == text.profile; })) {
                f.reading().problem(f.at("inherits"), "inherited-twice",
                                    {"“" + text.profile + "” được kế thừa hai lần.",
                                     "“" + text.profile + "” is inherited twice."});
                continue;
            }
            p.texts.push_back(text);
            ProfileReading fine(f.reading().file());
            const json j = json::parse(text.json);
            Fields whole(fine, j, "");
            read_ballots(whole, names);
            if (!fine.fine())
                f.reading().problem(f.at("inherits"), "ballots-twice",
                                    {"Hai hồ sơ được kế thừa đều quy định cùng một loại phiếu.",
                                     "Two inherited profiles both have the same ballot."});
        }
    }
}

void read_local(Fields& f, RegulationProfile& p, std::span<const RegulationProfile> known) {
    for (const std::string_view name : {"levels", "ballots", "rules"}) {
        if (f.maybe(name) != nullptr)
            f.reading().problem(
                f.at(name), "local-changes-settings-only",
                {"Hồ sơ địa phương chỉ thay đổi cài đặt.", "A local profile changes settings only."});
    }
    RuleNames names;
    const auto parents = parents_of(f, p, known);
    if (parents.size() != p.inherits.size()) return;
    inherit_names(f, p, names, parents);
    for (Level& d : read_named_if_there(f, "documents")) {
        if (std::ranges::find(names.documents, d.id, &Level::id) != names.documents.end())
            doubled(f.reading(), f.at("documents"));
        names.documents.push_back(std::move(d));
    }
    const auto own = read_settings(f, p.id);
    p.settings = inherited_settings(f, parents, own);
    change_settings(f, p.settings, own);
    choose_ballot(f, p, names);
    if (!f.reading().fine()) return;
    p.rating_levels = names.rating_levels;
    p.documents = names.documents;
    read_inherited_rules(f, p, names, own);
}

void read_regulation(Fields& f, RegulationProfile& p, const json& j) {
    RuleNames names;
    names.rating_levels = read_named_if_there(f, "levels");
    names.documents = read_named_if_there(f, "documents");
    read_ballots(f, names);
    if (names.rating_levels.empty() && names.ballots.empty())
        f.reading().problem(f.path(), "no-levels",
                            {"Phải có mức xếp loại (levels) hoặc loại phiếu (ballots).",
                             "It needs rating levels (levels) or ballots."});
    p.settings = read_settings(f, p.id);
    choose_ballot(f, p, names);
    p.rating_levels = names.rating_levels;
    p.documents = names.documents;
    const json* rules = f.list("rules");
    if (rules == nullptr) return;
    read_own_rules(f, p, *rules, names);
    json text{{"rules", *rules}};
    if (j.contains("ballots")) text["ballots"] = j["ballots"];
    p.texts.push_back({p.id, p.number, text.dump()});
}

}  // namespace

Result<RegulationProfile, std::vector<ProfileProblem>> read_profile(
    std::string_view file, std::string_view text, std::span<const RegulationProfile> known) {
    ProfileReading reading(file);
    const auto j = parse_profile(reading, text);
    if (!j) return Refused{reading.take()};
    Fields f(reading, *j, "");
    if (!j->is_object()) return Refused{reading.take()};
    if (const std::string format = f.text("format"); !format.empty() && format != "minhtin-profile-2") {
        reading.problem("/format", "unknown-format",
                        {"Định dạng phải là minhtin-profile-2.", "The format must be minhtin-profile-2."});
        return Refused{reading.take()};
    }
    RegulationProfile p;
    read_head(f, p);
    if (std::ranges::find(known, p.id, &RegulationProfile::id) != known.end())
        reading.problem("/id", "id-taken",
                        {"Đã có hồ sơ mã này.", "There is already a profile with this id."});
    if (p.inherits.empty()) {
        read_regulation(f, p, *j);
    } else {
        read_local(f, p, known);
    }
    f.done();
    if (reading.fine() && check_vote(f, p)) fill_vote(p);
    if (!reading.fine()) return Refused{reading.take()};
    return p;
}

}  // namespace minhtin
