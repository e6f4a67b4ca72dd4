#include "server/domain/profile_rule.h"

#include <algorithm>
#include <functional>
#include <map>

#include "server/domain/profile_sentence.h"
#include "server/domain/rules/topics.h"

namespace minhtin {
namespace {

using nlohmann::json;
using namespace rules;

// Reads the parameters of one kind of rule.
struct Parameters {
    Fields& f;
    const RuleNames& names;
    bool on = true;

    ProfileReading& reading() { return f.reading(); }

    Condition condition() {
        const json* c = f.any("condition");
        return c == nullptr ? Condition{} : read_condition(reading(), *c, f.at("condition"), names);
    }

    bool is_level(std::string_view id) const {
        return std::ranges::any_of(names.rating_levels, [&](const Level& l) { return l.id == id; });
    }
    void unknown_level(const std::string& path) {
        reading().problem(
            path, "unknown-level",
            {"Quy định này không có mức tên như vậy.", "This regulation has no level of this name."});
    }
    std::string level() {
        std::string id = f.id("level");
        if (!id.empty() && !is_level(id)) unknown_level(f.at("level"));
        return id;
    }
    std::vector<std::string> levels() {
        std::vector<std::string> ids = f.ids("levels");
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!is_level(ids[i])) unknown_level(below(f.at("levels"), i));
        }
        return ids;
    }
    std::vector<std::string> documents(std::string_view name) {
        std::vector<std::string> ids = f.ids(name);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (std::ranges::none_of(names.documents, [&](const Level& d) { return d.id == ids[i]; }))
                reading().problem(
                    below(f.at(name), i), "unknown-document",
                    {"Tài liệu này chưa có tên ở mục documents.", "This paper has no name under documents."});
        }
        return ids;
    }
    // A topic whose entries say a day.
    std::string topic(std::string_view name) {
        std::string id = f.text(name);
        const FactTopic* t = topic_named(id);
        const bool has_day = t != nullptr && std::ranges::any_of(t->fields, [](const TopicField& field) {
                                 return field.name == "on" && field.type == TopicField::Type::day;
                             });
        if (!id.empty() && !has_day)
            reading().problem(
                f.at(name), "unknown-topic",
                {"Không có bước nào có ngày tên như vậy.", "There is no step with a day of this name."});
        return id;
    }

    Body needs() {
        Needs n{levels(), condition(), {}};
        if (const json* more = f.maybe("one-more"))
            n.one_more = read_figure(reading(), *more, f.at("one-more"));
        if (n.one_more && figure_kinds()[*n.one_more].type == FigureKind::Type::word)
            reading().problem(f.at("one-more"), "figure-type",
                              {"Phải là một số liệu là số.", "It must be a figure that is a number."});
        return n;
    }
    Body forces() {
        std::string id = level();
        return Forces{std::move(id), condition()};
    }
    Body days_before() {
        DaysBefore d{topic("first"), topic("then"), f.number("days", 0, 365), f.flag("working")};
        return d;
    }
    Body precedes() {
        Precedes p{topic("first"), topic("then"), {}};
        const std::string scope = f.word("scope", {"own", "collective-first", "lower-first", "beside-first"});
        using enum Precedes::Scope;
        p.scope = scope == "own"                ? own
                  : scope == "collective-first" ? collective_first
                  : scope == "lower-first"      ? lower_first
                                                : beside_first;
        return p;
    }
    // "12-20" of the year, "next-01-15" of the year after, or "none".
    void day_of_year(Deadline& d) {
        std::string text = f.text("before");
        if (text == "none") {
            on = false;
            return;
        }
        std::string_view rest = text;
        if (rest.starts_with("next-")) {
            d.years_later = 1;
            rest.remove_prefix(5);
        }
        if (const auto day = Day::from_iso("2001-" + std::string(rest))) {  // 2001: no 29 February
            d.month = std::stoi(day->iso().substr(5, 2));
            d.day = std::stoi(day->iso().substr(8, 2));
        } else if (!text.empty()) {
            reading().problem(f.at("before"), "bad-deadline",
                              {"Phải viết như 12-20, next-01-15 (năm sau) hoặc none.",
                               "It must be written like 12-20, next-01-15 (the year after) or none."});
        }
    }
    Body deadline() {
        Deadline d;
        d.topic = topic("topic");
        if (f.has("tier")) {
            const std::string tier = f.word("tier", {"cell", "grassroots", "above", "province"});
            using enum RatedUnit::Tier;
            d.tier = tier == "cell"         ? cell
                     : tier == "grassroots" ? grassroots
                     : tier == "above"      ? above
                                            : province;
        }
        d.subject = f.word("subject", {"collective", "person"}) == "person" ? RatedFile::Subject::person
                                                                            : RatedFile::Subject::collective;
        if (f.has("if-needed")) d.if_needed = f.flag("if-needed");
        day_of_year(d);
        return d;
    }
    Body cap() {
        Cap c;
        c.level = level();
        if (!names.rating_levels.empty() && c.level == names.rating_levels.back().id)
            unknown_level(f.at("level"));
        const std::string base = f.word("base", {"the-next-level", "that-level-and-better", "all-rated"});
        c.base = base == "the-next-level" ? Cap::Base::the_next_level
                 : base == "all-rated"    ? Cap::Base::all_rated
                                          : Cap::Base::that_level_and_better;
        c.share = f.share("share");
        c.share_if_outstanding = f.share("share-if-outstanding");
        c.per_body = f.flag("per-body");
        c.per_group = f.flag("per-group");
        if (f.has("counted-in") && f.word("counted-in", {"cell", "grassroots"}) == "grassroots")
            c.counted_in = Cap::CountedIn::grassroots;
        return c;
    }
    Body rated_once() { return RatedOnce{f.words("review-places", {"cell", "leadership", "group"})}; }
    Body band() {
        BandRule b;
        b.code = f.id("code");
        b.level = f.text("level");
        b.share = f.share("share");
        b.included = f.flag("included");
        if (f.has("ballot")) b.ballot = f.id("ballot");
        band_levels(b);
        if (!b.ballot.empty() && b.ballot != names.ballot) on = false;
        return b;
    }
    void band_levels(const BandRule& b) {
        const std::string& wanted = b.ballot.empty() ? names.ballot : b.ballot;
        const auto ballot =
            std::ranges::find(names.ballots, wanted, [](const auto& one) { return one.first; });
        if (ballot == names.ballots.end()) {
            reading().problem(f.at("ballot"), "unknown-ballot",
                              {"Không có loại phiếu này.", "There is no ballot of this kind."});
            return;
        }
        std::string_view rest = b.level;
        while (true) {
            const std::size_t plus = rest.find('+');
            const std::string_view id = rest.substr(0, plus);
            if (std::ranges::none_of(ballot->second, [&](const Level& l) { return l.id == id; }))
                unknown_level(f.at("level"));
            if (plus == std::string_view::npos) return;
            rest.remove_prefix(plus + 1);
        }
    }
    Body percentage() { return Percentage{f.word("base", {"eligible", "issued", "collected"})}; }
    Body valid_ballot() {
        return ValidBallot{f.flag("struck-name"), f.flag("added-text"), f.flag("signature")};
    }
    Body not_voted_on() {
        return NotVotedOn{f.flag("retirement"), f.flag("elected-in-year"),
                          f.number("months-in-post", 0, 120)};
    }
    Body calendar_step() {
        std::string what =
            f.word("what", {"dossier", "questions", "answers", "report", "list", "front-synthesis"});
        return CalendarStep{std::move(what), f.number("days", 1, 365)};
    }
    Body all_documents() {
        Documents d;
        d.person = documents("person");
        d.collective = documents("collective");
        d.may_be_exempt = documents("may-be-exempt");
        return d;
    }
};

using Read = std::function<Body(Parameters&)>;
template <class T>
Body nothing_more(Parameters&) {
    return T{};
}

const std::map<std::string, Read, std::less<>>& kinds() {
    static const std::map<std::string, Read, std::less<>> all{
        {"needs", [](Parameters& p) { return p.needs(); }},
        {"forces", [](Parameters& p) { return p.forces(); }},
        {"not-rated", [](Parameters& p) -> Body { return NotRated{p.condition()}; }},
        {"warns", [](Parameters& p) -> Body { return Warns{p.condition()}; }},
        {"documents", [](Parameters& p) { return p.all_documents(); }},
        {"answered", nothing_more<Answered>},
        {"head-not-above", nothing_more<HeadNotAbove>},
        {"rated-once", [](Parameters& p) { return p.rated_once(); }},
        {"days-before", [](Parameters& p) { return p.days_before(); }},
        {"precedes", [](Parameters& p) { return p.precedes(); }},
        {"deadline", [](Parameters& p) { return p.deadline(); }},
        {"cap", [](Parameters& p) { return p.cap(); }},
        {"percentage", [](Parameters& p) { return p.percentage(); }},
        {"quorum", [](Parameters& p) -> Body { return QuorumRule{p.f.share("share")}; }},
        {"band", [](Parameters& p) { return p.band(); }},
        {"balance", nothing_more<Balance>},
        {"valid-line", [](Parameters& p) -> Body { return ValidLine{p.f.flag("spoils-ballot")}; }},
        {"valid-ballot", [](Parameters& p) { return p.valid_ballot(); }},
        {"once-on-the-list",
         [](Parameters& p) -> Body { return OnceOnTheList{p.f.number("places", 1, 10)}; }},
        {"not-voted-on", [](Parameters& p) { return p.not_voted_on(); }},
        {"calendar-step", [](Parameters& p) { return p.calendar_step(); }},
        {"counting-order", nothing_more<CountingOrder>},
        {"counting-committee", nothing_more<CountingCommittee>},
        {"result-sheet", nothing_more<ResultSheet>},
        {"published", nothing_more<Published>},
        {"no-voter-link", nothing_more<NoVoterLink>},
        {"place-in-year", nothing_more<PlaceInYear>},
    };
    return all;
}

}  // namespace

ReadRule read_rule(ProfileReading& reading, const json& j, const std::string& path, const RuleNames& names,
                   const std::string& number) {
    Fields f(reading, j, path);
    ReadRule read;
    Rule& rule = read.rule;
    rule.id = f.id("id");
    rule.article = f.text("article");
    rule.source = f.text("source");
    rule.mark = f.mark("mark");
    rule.number = number;
    rule.says = f.sentence();
    if (f.has("on")) read.on = f.flag("on");
    if (const json* only_if = f.maybe("only_if"))
        rule.only_if = read_condition(reading, *only_if, f.at("only_if"), names);
    const std::string kind = f.text("kind");
    const auto how = kinds().find(kind);
    if (how == kinds().end()) {
        if (!kind.empty())
            reading.problem(f.at("kind"), "unknown-kind",
                            {"Không có loại quy tắc này.", "There is no rule of this kind."});
        return read;  // its other fields cannot be judged
    }
    Parameters parameters{f, names};
    rule.body = how->second(parameters);
    read.on = read.on && parameters.on;
    if (rule.only_if && !rules::looks_at_one_file(rule.body))
        reading.problem(f.at("only_if"), "only-if-here",
                        {"Quy tắc này không xét từng hồ sơ nên không giới hạn được bằng only_if.",
                         "This rule does not look at one file at a time; only_if cannot limit it."});
    f.done();
    check_places(reading, rule.says, rule.body, path);
    return read;
}

}  // namespace minhtin
