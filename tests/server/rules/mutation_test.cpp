// Every rule of every built-in profile is missed: without it, a case on its bad side loses a finding of that
// rule. Rules that a setting switches off are switched on first; those of bands and days that nobody set are
// not.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "tests/server/rules/season_cases.h"
#include "tests/server/rules/vote_cases.h"

namespace minhtin {
namespace {

const Day end = *Day::of(2027, 2, 1);  // past every deadline of 2026

struct Case {
    std::string name;
    RatedUnits units;
};
using Files = std::vector<RatedFile>;
using Items = std::vector<Item>;

// A season in which all is well but what the case says; "p" is a person of "u", "h" its head, "c" the
// collective.
struct Cases {
    std::vector<Case> all;

    void season(std::string name, RatedUnits units) { all.push_back({std::move(name), std::move(units)}); }
    void file(const std::string& name, const std::string& who, const std::string& topic, Says says) {
        Files files{decided(good_person("p"), "good"), decided(head_of("h"), "good"),
                    decided(good_collective("c"), "good")};
        for (RatedFile& f : files) {
            if (f.id == who) state(f, topic, says);
        }
        season(name + " of " + who, season_of(std::move(files)));
    }
    void each(const std::string& topic, const Says& says) {
        for (const char* who : {"p", "h", "c"}) file(topic, who, topic, says);
    }
    void missing(const std::string& topic) {
        Files files{lacking(decided(good_person("p"), "good"), topic),
                    lacking(decided(head_of("h"), "good"), topic),
                    lacking(decided(good_collective("c"), "good"), topic)};
        season("no " + topic, season_of(std::move(files)));
    }
};

Says tasks(const char* done, const char* on_time, const char* late, const char* above) {
    return {{"assigned", number("20")}, {"done", number(done)},   {"on_time", number(on_time)},
            {"late", number(late)},     {"above", number(above)}, {"main_missed", "yes"},
            {"force_majeure", "no"}};
}

void results(Cases& c) {
    for (const char* results : {"61", "41", "21"})
        c.each("score", {{"common", number("28")}, {"results", number(results)}});
    c.each("score", {{"common", number("31")}, {"results", number("60")}});
    c.each("tasks", tasks("20", "19", "1", "7"));
    c.each("tasks", tasks("20", "20", "0", "5"));
    c.each("tasks", tasks("19", "15", "5", "5"));
    c.each("tasks", tasks("9", "9", "0", "0"));
    c.each("shortcomings", {{"found", number("2")}, {"fixed", number("1")}});
    c.each("subordinates", {{"units", number("5")},
                            {"disciplined", number("2")},
                            {"members_disciplined", number("1")},
                            {"violations_open", number("1")}});
    c.each("led-unit", {{"assigned", number("10")}, {"done", number("4")}});
    c.each("criteria", {{"items", Items{item("x", {{"group", "political"}, {"grade", "poor"}})}}});
    c.each("criteria", {{"items", Items{item("x", {{"group", "other"}, {"grade", "average"}})}}});
    for (const char* quarter : {"quarter:1", "quarter:2"}) c.each(quarter, {{"level", "failed"}});
    c.each("rating-vote", {{"collected", number("10")}, {"good", number("4")}, {"excellent", number("4")}});
    RatedUnits quarters = season_of({good_person("p")});
    for (const char* quarter : {"quarter:1", "quarter:2"})
        state(quarters.files[0], quarter, {{"level", "failed"}});
    c.season("two quarters", quarters);
}

void conduct(Cases& c) {
    c.each("discipline", {{"items", Items{item("d", {{"self_detected", "no"}, {"remedied", "no"}})}}});
    for (const char* about :
         {"degradation", "forbidden-things", "example", "disunity", "member-degraded", "corruption"})
        c.each("conclusions", {{"items", Items{item("k", {{"about", about}})}}});
    for (const char* level : {"failed", "good"}) c.each("civil-rating", {{"level", level}});
    c.each("membership", {{"admitted", day("2010-01-01")}, {"exempt", "yes"}, {"suspended", "no"}});
    c.each("membership", {{"admitted", day("2010-01-01")}, {"exempt", "no"}, {"suspended", "party"}});
    c.each("membership", {{"admitted", day("2026-12-01")}, {"exempt", "no"}, {"suspended", "no"}});
    c.each("complaints", {{"items", Items{item("k", {{"state", "open"}})}}});
    RatedUnits open = season_of({decided(good_person("p"), "good")});
    state(open.files[0], "complaints", {{"items", Items{item("k", {{"state", "open"}})}}});
    state(open.files[0], "reverification", {{"done", "no"}});
    c.season("an open complaint", open);
    c.each("suggestions", {{"items", Items{item("s")}}});
    const auto post = [](const char* id, const char* unit, const char* role) {
        return item(id, {{"unit", unit}, {"role", role}, {"rank", id}, {"working_time", "50"}});
    };
    RatedUnits posts = season_of({head_of("p")});
    state(posts.files[0], "posts", {{"items", Items{post("1", "g", "head"), post("2", "u", "member")}}});
    state(posts.files[0], "rated-at", {{"post", "2"}});
    c.season("rated at the lower post", posts);
    RatedUnits deputy = season_of({decided(good_person("p"), "good"), decided(good_collective("c"), "good")});
    state(deputy.files[0], "posts", {{"items", Items{post("1", "u", "deputy")}}});
    state(deputy.files[1], "tasks", tasks("9", "9", "0", "0"));
    c.season("deputy of a collective under its tasks", deputy);
}

void order(Cases& c) {
    c.season("too many excellent", season_with({7, 30, 0, 0}));
    for (const char* topic :
         {"step:review", "step:rating", "level:decision", "level:proposal", "level:self", "step:summing-up",
          "step:remediation-plan", "step:sent-up", "step:draft-sent", "step:remedied"}) {
        for (const char* on : {"2026-11-01", "2026-11-29", "2027-01-20"}) {
            Says says{{"on", day(on)}};
            if (std::string_view(topic).starts_with("level:")) says.emplace("level", "good");
            c.each(topic, says);
        }
        c.missing(topic);
    }
    for (const char* paper : {"document:self-review", "document:minutes"}) c.missing(paper);
    RatedUnits tiers = season_of({});
    for (const auto tier : {RatedUnit::Tier::above, RatedUnit::Tier::province}) {
        const std::string id = "t" + std::to_string(static_cast<int>(tier));
        tiers.units.push_back({id, "", RatedUnit::Kind::party, tier, {}, {}});
        tiers.files.push_back(lacking(good_collective("c" + id, id), "level:decision"));
    }
    for (RatedFile& f : tiers.files) without(f, "level:decision");
    c.season("nothing decided yet", tiers);
    RatedUnits beside = season_of({});
    beside.units.push_back({"so", "", RatedUnit::Kind::government, RatedUnit::Tier::grassroots, {}, {}});
    beside.units[1].beside = {"so"};
    beside.files.push_back(with(good_collective("cso", "so"), "step:review", {{"on", day("2026-12-20")}}));
    c.season("the government body last", beside);
}

void votes(Cases& c) {
    const auto vote = [&](const char* name, const std::function<void(RatedVote&)>& change) {
        RatedUnits units = good_units();
        units.votes.push_back(good_vote());
        change(units.votes[0]);
        c.season(name, std::move(units));
    };
    const auto lines = [](std::int64_t low) {
        return [low](RatedVote& v) {
            v.persons[0].counts = {{"high", 28 - low}, {"trust", 1}, {"low", low}};
        };
    };
    vote("a vote in order", [](RatedVote&) {});
    vote("too few present", [](RatedVote& v) { v.present = 20; });
    vote("over half low", lines(18));
    vote("over two thirds low", lines(25));
    vote("over half of all who may vote", lines(16));
    vote("numbers that do not fit", [](RatedVote& v) { v.invalid = 3; });
    vote("lines that do not fit",
         [](RatedVote& v) { v.persons[1].not_counted = 0, v.persons[1].counts["low"] = 10; });
    vote("ballots that do not fit", [](RatedVote& v) { v.ballots[0].issued_by_committee = false; });
    vote("twice on the list", [](RatedVote& v) { v.persons.push_back(v.persons[0]); });
    vote("retiring", [](RatedVote& v) { v.persons[0].retiring = true; });
    vote("elected in the year", [](RatedVote& v) { v.persons[0].elected = day("2023-06-01"); });
    vote("late papers", [](RatedVote& v) {
        v.dossier_sent = v.list_sent = v.front_synthesis = day("2023-12-09");
        for (auto& p : v.persons) p.report_sent = p.questions_put = p.answers_sent = day("2023-12-09");
    });
    vote("counts first", [](RatedVote& v) { v.announced = {"counts", "issued", "collected", "validity"}; });
    vote("on the committee", [](RatedVote& v) { v.committee->members.push_back("A"); });
    vote("no name", [](RatedVote& v) { v.persons[0].name.reset(); });
    vote("nobody approved", [](RatedVote& v) { v.releases[0].approver.clear(); });
    vote("before the rating", [](RatedVote& v) { v.day = day("2023-11-30"); });
}

std::vector<Case> all_cases() {
    Cases c;
    results(c);
    conduct(c);
    order(c);
    votes(c);
    return c.all;
}

std::vector<Finding> findings_of(const UnitVerdict& v) {
    std::vector<Finding> all = v.findings;
    const auto add = [&](const auto& list) {
        for (const auto& one : list) all.insert(all.end(), one.findings.begin(), one.findings.end());
    };
    add(v.files);
    add(v.votes);
    return all;
}

// What is seen of a rule: its findings, and the percentages of votes.
bool same_outcome(const UnitVerdict& a, const UnitVerdict& b) {
    if (findings_of(a) != findings_of(b)) return false;
    for (std::size_t i = 0; i < a.votes.size(); ++i) {
        if (a.votes[i].persons != b.votes[i].persons) return false;
    }
    return true;
}

bool says_something(const UnitVerdict& v, const std::string& rule) {
    const auto all = findings_of(v);
    return std::any_of(all.begin(), all.end(), [&](const Finding& f) { return f.rule == rule; });
}

TEST(Mutation, every_rule_of_every_profile_is_missed_when_it_is_gone) {
    const std::vector<Case> cases = all_cases();
    std::size_t looked_at = 0;
    for (const RegulationProfile& built_in : profiles()) {
        RegulationProfile p = built_in;
        for (const Rule& rule : p.off) {
            if (!std::holds_alternative<rules::BandRule>(rule.body) &&
                !std::holds_alternative<rules::Deadline>(rule.body))
                p.rules.push_back(rule);
        }
        std::vector<UnitVerdict> whole;
        for (const Case& one : cases) whole.push_back(check_unit(p, one.units, end));
        for (const Rule& rule : p.rules) {
            // The input has no place for a voter: nothing could be said. The percentage has its own sign.
            if (std::holds_alternative<rules::NoVoterLink>(rule.body)) continue;
            const bool percentage = std::holds_alternative<rules::Percentage>(rule.body);
            RegulationProfile less = p;
            std::erase_if(less.rules, [&](const Rule& r) { return r.id == rule.id; });
            bool missed = false;
            for (std::size_t i = 0; i < cases.size() && !missed; ++i)
                missed = (percentage || says_something(whole[i], rule.id)) &&
                         !same_outcome(whole[i], check_unit(less, cases[i].units, end));
            EXPECT_TRUE(missed) << p.id << ": nobody would miss \"" << rule.id << "\"";
            ++looked_at;
        }
    }
    EXPECT_GT(looked_at, 300u);
}

}  // namespace
}  // namespace minhtin
