#include "tests/server/rules/twin_figures.h"

#include <algorithm>
#include <map>
#include <set>

#include "server/domain/rules/day_count.h"

namespace minhtin::twin {
namespace {

bool same_items(std::vector<Item> a, std::vector<Item> b) {
    return std::set<Item>(a.begin(), a.end()) == std::set<Item>(b.begin(), b.end());
}

bool same(const Fact& a, const Fact& b) {
    if (a.says.size() != b.says.size()) return false;
    for (const auto& [field, value] : a.says) {
        if (!b.says.contains(field)) return false;
        const FactValue& other = b.says.at(field);
        if (std::holds_alternative<std::vector<Item>>(value) &&
            std::holds_alternative<std::vector<Item>>(other)) {
            if (!same_items(std::get<std::vector<Item>>(value), std::get<std::vector<Item>>(other)))
                return false;
        } else if (value != other) {
            return false;
        }
    }
    return true;
}

// Whether some entry that counts replaces this one, however long the chain. (No circles here.)
bool replaced(const RatedFile& file, const Fact& fact) {
    return std::any_of(file.facts.begin(), file.facts.end(),
                       [&](const Fact& f) { return f.id != fact.id && f.supersedes == fact.id; });
}

std::string word(const Item& i, const char* field) {
    const auto at = i.words.find(field);
    return at == i.words.end() ? "" : at->second;
}

Value count_of(std::int64_t n) {
    return {Decimal::of(n), ""};
}
Value word_of(std::string w) {
    return {Decimal(), std::move(w)};
}

std::vector<Value> field(const RatedFile& file, const std::string& topic, const std::string& name) {
    const Stated s = stated(file, topic);
    if (s.fact == nullptr || !s.fact->says.contains(name)) return {};
    const FactValue& v = s.fact->says.at(name);
    if (const auto* n = std::get_if<Decimal>(&v)) return {{*n, ""}};
    if (const auto* w = std::get_if<std::string>(&v)) return {word_of(*w)};
    return {};
}

std::vector<Value> violations(const RatedFile& file, bool all) {
    const auto list = items(file, "discipline");
    if (!list) return {};
    std::int64_t n = 0;
    for (const Item& i : *list) n += all || word(i, "self_detected") == "no" || word(i, "remedied") == "no";
    return {count_of(n)};
}

// No part has more than 100 points; the whole has not either, and is none when a part has more than its
// share.
std::vector<Value> score(const RatedFile& file, const std::string& name, const RegulationProfile& profile) {
    const Decimal hundred = Decimal::of(100);
    const auto total = field(file, "score", "total"), common = field(file, "score", "common"),
               results = field(file, "score", "results");
    if (name != "total") {
        const auto& part = name == "common" ? common : results;
        return !part.empty() && part[0].number > hundred ? std::vector<Value>{} : part;
    }
    for (const Setting& s : profile.settings) {
        for (const auto& [id, part] :
             {std::pair{"score-common-most", common}, {"score-results-most", results}}) {
            if (s.id == id && !part.empty() &&
                part[0].number > *Decimal::from_text(std::get<std::string>(s.value)))
                return {};
        }
    }
    Decimal sum;
    if (common.empty() || results.empty()) {
        if (total.empty()) return {};
        sum = total[0].number;
    } else {
        sum = common[0].number + results[0].number;
        if (!total.empty() && total[0].number != sum) return {};
    }
    return sum > hundred ? std::vector<Value>{} : std::vector<Value>{{sum, ""}};
}

std::vector<Value> grade(const RatedFile& file, const std::string& group) {
    const auto list = items(file, "criteria");
    if (!list) return {};
    for (const char* g : {"poor", "average", "good", "excellent"}) {
        for (const Item& i : *list) {
            if (word(i, "grade") == g && (group.empty() || word(i, "group") == group)) return {word_of(g)};
        }
    }
    return {};
}

std::vector<Value> role(const RatedFile& file) {
    if (file.subject == RatedFile::Subject::collective) return {word_of("none")};
    const auto list = items(file, "posts");
    if (!list) return {};
    if (list->empty()) return {word_of("none")};
    if (list->size() == 1) return {word_of(word(list->front(), "role"))};
    const auto at = field(file, "rated-at", "post");
    for (const Item& i : *list) {
        if (!at.empty() && i.id == at[0].word) return {word_of(word(i, "role"))};
    }
    return {};
}

bool is_level(const FactValue& word, const RegulationProfile& profile) {
    return std::any_of(profile.rating_levels.begin(), profile.rating_levels.end(),
                       [&](const Level& l) { return word == FactValue(l.id); });
}

// The level that is stated, if it is one.
std::vector<Value> level(const RatedFile& file, const std::string& topic, const RegulationProfile& profile) {
    const auto stated = field(file, topic, "level");
    if (stated.empty() || is_level(stated[0].word, profile)) return stated;
    return topic == "civil-rating" && stated[0].word == "none" ? stated : std::vector<Value>{};
}

// Every way in which the quarters that are not stated may have gone.
std::vector<Value> quarters(const RatedFile& file, bool in_a_row, const RegulationProfile& profile) {
    std::set<std::int64_t> found;
    for (int guess = 0; guess < 16; ++guess) {
        std::int64_t all = 0, row = 0, longest = 0;
        for (int q = 0; q < 4; ++q) {
            const Stated s = stated(file, "quarter:" + std::to_string(q + 1));
            bool failed = ((guess >> q) & 1) != 0;
            if (s.fact != nullptr && s.fact->says.contains("level")) {
                if (is_level(s.fact->says.at("level"), profile))
                    failed = s.fact->says.at("level") == FactValue("failed");
            } else if (s.fact != nullptr && s.fact->says.contains("not_rated")) {
                failed = false;
            }
            all += failed;
            row = failed ? row + 1 : 0;
            longest = std::max(longest, row);
        }
        found.insert(in_a_row ? longest : all);
    }
    std::vector<Value> list;
    for (const std::int64_t n : found) list.push_back(count_of(n));
    return list;
}

}  // namespace

Stated stated(const RatedFile& file, const std::string& topic) {
    Stated s;
    for (const Fact& f : file.facts) {
        if (f.topic != topic || replaced(file, f)) continue;
        if (s.any && !same(*s.fact, f)) s.differ = true;
        s.any = true;
        s.fact = &f;
    }
    if (s.differ) s.fact = nullptr;
    return s.differ ? Stated{true, true, nullptr} : s;
}

std::optional<std::vector<Item>> items(const RatedFile& file, const std::string& topic) {
    const Stated s = stated(file, topic);
    if (s.fact == nullptr) return {};
    const auto& list = std::get<std::vector<Item>>(s.fact->says.at("items"));
    const std::set<Item> once(list.begin(), list.end());
    return std::vector<Item>(once.begin(), once.end());
}

namespace {

std::vector<Value> as_stated(const std::string& figure, const RatedFile& file, const RatedFile* collective,
                             const With& with) {
    const std::string topic = figure.substr(0, figure.find('.')), name = figure.substr(figure.find('.') + 1);
    if (figure == "file.subject")
        return {word_of(file.subject == RatedFile::Subject::person ? "person" : "collective")};
    if (figure == "person.role") return role(file);
    if (topic == "score") return score(file, name, with.profile);
    if (topic == "criteria") return grade(file, name == "lowest" ? "" : name.substr(0, name.find('_')));
    if (topic == "discipline") return violations(file, name == "counted");
    if (topic == "level") return level(file, "level:" + name, with.profile);
    if (topic == "civil-rating") return level(file, topic, with.profile);
    if (topic == "quarters" && name != "stated") return quarters(file, name == "failed_run", with.profile);
    if (topic == "conclusions") {
        const auto list = items(file, topic);
        std::string about = name;
        std::replace(about.begin(), about.end(), '_', '-');
        if (!list) return {};
        return {word_of(
            std::any_of(list->begin(), list->end(), [&](const Item& i) { return word(i, "about") == about; })
                ? "yes"
                : "no")};
    }
    if (figure == "complaints.open") {
        const auto list = items(file, topic);
        if (!list) return {};
        return {count_of(std::count_if(list->begin(), list->end(),
                                       [](const Item& i) { return word(i, "state") == "open"; }))};
    }
    if (figure == "complaints.unverified") {
        const auto list = items(file, topic);
        if (!list) return {};
        std::int64_t open = 0;
        for (const Item& i : *list) open += word(i, "state") == "open";
        const Stated again = stated(file, "reverification");
        if (open > 0 && again.differ) return {};
        if (again.fact != nullptr && again.fact->says.at("done") == FactValue("yes")) open = 0;
        return {count_of(open)};
    }
    if (figure == "membership.months") {
        const Stated s = stated(file, topic);
        if (s.fact == nullptr || !s.fact->says.contains("admitted")) return {};
        const Stated decision = stated(file, "level:decision");
        if (decision.differ) return {};
        Day until = with.now;
        if (until.year() > with.year) until = *Day::of(with.year, 12, 31);
        if (decision.fact != nullptr && decision.fact->says.contains("on"))
            until = std::get<Day>(decision.fact->says.at("on"));
        return {count_of(months_between(std::get<Day>(s.fact->says.at("admitted")), until))};
    }
    if (topic == "collective") {
        if (collective == nullptr || file.subject != RatedFile::Subject::person) return {};
        if (name == "discipline_open") return violations(*collective, false);
        if (name != "level") return field(*collective, "tasks", name);
        return level(*collective,
                     stated(*collective, "level:decision").any ? "level:decision" : "level:proposal",
                     with.profile);
    }
    return field(file, topic, name);
}

// The whole of which a figure is a part, and all parts of a whole.
std::string whole_of(const std::string& figure) {
    const std::string topic = figure.substr(0, figure.find('.')), name = figure.substr(figure.find('.') + 1);
    const bool work = topic == "tasks" || topic == "collective" || topic == "led-unit";
    if (work && (name == "done" || name == "on_time" || name == "late" || name == "above"))
        return topic + ".assigned";
    if (figure == "shortcomings.fixed") return "shortcomings.found";
    if (figure == "subordinates.disciplined" || figure == "subordinates.violations_open")
        return "subordinates.units";
    if (topic == "rating-vote" && name != "collected") return "rating-vote.collected";
    return "";
}

// Figures that cannot be: all but the last together are more than the last.
std::vector<std::vector<std::string>> sums() {
    std::vector<std::vector<std::string>> list{
        {"tasks.on_time", "tasks.done"},
        {"tasks.on_time", "tasks.late", "tasks.assigned"},
        {"rating-vote.excellent", "rating-vote.good", "rating-vote.completed", "rating-vote.failed",
         "rating-vote.collected"}};
    for (const FigureKind& kind : figure_kinds()) {
        const std::string part(kind.name), whole = whole_of(part);
        if (!whole.empty()) list.push_back({part, whole});
    }
    return list;
}

}  // namespace

std::vector<Value> values(const std::string& figure, const RatedFile& file, const RatedFile* collective,
                          const With& with) {
    const auto stated = [&](const std::string& name) { return as_stated(name, file, collective, with); };
    for (const auto& names : sums()) {
        if (std::find(names.begin(), names.end(), figure) == names.end()) continue;
        Decimal sum;
        for (std::size_t i = 0; i + 1 < names.size(); ++i) {
            for (const Value& v : stated(names[i])) sum = sum + v.number;
        }
        const std::vector<Value> whole = stated(names.back());
        if (!whole.empty() && sum > whole[0].number) return {};
    }
    return stated(figure);
}

namespace {

using Known = std::map<FigureId, Value>;
__extension__ typedef __int128 Wide;

// Of a condition whose figures all have a value. A share of nothing is no answer.
std::optional<bool> answer(const Condition& c, const Known& known) {
    using Kind = Condition::Kind;
    const auto compared = [&](std::strong_ordering order) {
        switch (c.compare) {
            case Condition::Compare::at_least:
                return order >= 0;
            case Condition::Compare::more_than:
                return order > 0;
            case Condition::Compare::at_most:
                return order <= 0;
            case Condition::Compare::less_than:
                return order < 0;
            case Condition::Compare::equals:
                break;
        }
        return order == 0;
    };
    if (c.kind == Kind::number) return compared(known.at(c.figure).number <=> c.number);
    if (c.kind == Kind::word)
        return std::find(c.words.begin(), c.words.end(), known.at(c.figure).word) != c.words.end();
    if (c.kind == Kind::share) {
        if (known.at(c.of).number == Decimal()) return {};
        const auto part = static_cast<Wide>(known.at(c.figure).number.millionths()) * c.share.den;
        const auto whole = static_cast<Wide>(known.at(c.of).number.millionths()) * c.share.num;
        return compared(part < whole   ? std::strong_ordering::less
                        : part > whole ? std::strong_ordering::greater
                                       : std::strong_ordering::equal);
    }
    bool open = false, yes = c.kind == Kind::all;
    for (const Condition& part : c.parts) {
        const auto a = answer(part, known);
        if (c.kind == Kind::negation) return a ? std::optional(!*a) : a;
        if (!a)
            open = true;
        else if (*a != (c.kind == Kind::all))
            return a;
    }
    return open ? std::optional<bool>() : yes;
}

void figures_in(const Condition& c, std::set<FigureId>& found) {
    if (c.parts.empty()) found.insert(c.figure);
    if (c.kind == Condition::Kind::share) found.insert(c.of);
    for (const Condition& part : c.parts) figures_in(part, found);
}

// Values that fall on every side of what the condition asks of a figure.
void telling(const Condition& c, FigureId figure, std::vector<Value>& list) {
    for (const Condition& part : c.parts) telling(part, figure, list);
    if (c.kind == Condition::Kind::word && c.figure == figure) {
        for (const std::string& w : c.words) list.push_back(word_of(w));
    }
    if (c.kind != Condition::Kind::number || c.figure != figure) return;
    list.push_back({c.number, ""});
    list.push_back({c.number + *Decimal::from_text("0.000001"), ""});
    if (c.number > Decimal()) list.push_back({c.number + *Decimal::from_text("-0.000001"), ""});
}

// One figure after another gets each of its values; says which answers come up.
void try_all(const Condition& c, std::vector<std::pair<FigureId, std::vector<Value>>>& open, std::size_t at,
             Known& known, std::set<int>& answers) {
    if (at == open.size()) {
        const auto a = answer(c, known);
        answers.insert(a ? int(*a) : 2);
        return;
    }
    for (const Value& v : open[at].second) {
        known[open[at].first] = v;
        try_all(c, open, at + 1, known, answers);
    }
}

}  // namespace

Truth holds(const Condition& condition, const RatedFile& file, const RatedFile* collective,
            const With& with) {
    std::set<FigureId> figures;
    figures_in(condition, figures);
    std::vector<std::pair<FigureId, std::vector<Value>>> open;
    for (const FigureId id : figures) {
        std::vector<Value> list = values(std::string(figure_kinds()[id].name), file, collective, with);
        if (list.empty()) {
            telling(condition, id, list);
            list.push_back({Decimal(), "something else"});
            list.push_back({*Decimal::from_text("0.000001"), "yes"});
            list.push_back({Decimal::of(100'000'000), "no"});
        }
        open.emplace_back(id, std::move(list));
    }
    Known known;
    std::set<int> answers;
    try_all(condition, open, 0, known, answers);
    return answers == std::set{1} ? Truth::yes : answers == std::set{0} ? Truth::no : Truth::unknown;
}

Done done(const RatedFile* file, const std::string& topic) {
    Done d;
    if (file == nullptr) return d;
    Stated s = stated(*file, topic);
    if (!s.any && topic == "step:rating") s = stated(*file, "level:decision");
    d.differ = s.differ;
    if (s.fact == nullptr || !s.fact->says.contains("on")) return d;
    d.day = std::get<Day>(s.fact->says.at("on"));
    if (s.fact->says.contains("meeting")) d.meeting = std::get<std::string>(s.fact->says.at("meeting"));
    return d;
}

}  // namespace minhtin::twin
