// Laws of check_vote, whatever the profile.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "server/domain/bands.h"
#include "tests/server/rules/vote_cases.h"

namespace minhtin {
namespace {

const Day now = day("2023-12-31");

VoteVerdict check(const RatedVote& vote, const RatedUnits& units = good_units()) {
    return check_vote(all_vote_rules(), vote, units, now);
}

TEST(VoteLaws, a_vote_in_order_has_no_finding) {
    EXPECT_EQ(findings(check(good_vote())), Lines{});
    EXPECT_EQ(not_applied(check(good_vote())), Lines{});
}

TEST(VoteLaws, no_rule_no_effect) {
    const RatedVote nothing;
    const VoteVerdict verdict = check_vote(profile_of({}), nothing, {}, now);
    EXPECT_TRUE(verdict.findings.empty() && verdict.not_applied.empty() && verdict.persons.empty());
}

TEST(VoteLaws, bands_are_monotone_in_the_count) {
    const RegulationProfile profile =
        profile_of({rule("p", rules::Percentage{"collected"}),
                    rule("half", rules::BandRule{"half", "low", {1, 2}, false, ""}),
                    rule("third", rules::BandRule{"third", "low", {1, 3}, true, ""}),
                    rule("two-thirds", rules::BandRule{"two", "low", {2, 3}, true, ""})});
    const std::map<std::string, int> rank{{"", 0}, {"third", 1}, {"half", 2}, {"two-thirds", 3}};
    for (std::int64_t base = 1; base <= 60; ++base) {
        int before = 0;
        std::string warned;
        for (std::int64_t low = 0; low <= base; ++low) {
            RatedVote vote;
            vote.id = "v";
            vote.collected = base;
            vote.persons.resize(1);
            vote.persons[0].counts = {{"high", base - low}, {"trust", 0}, {"low", low}};
            const VoteVerdict verdict = check_vote(profile, vote, {}, now);
            const std::string& reached = verdict.persons[0].rule;
            EXPECT_GE(rank.at(reached), before) << low << "/" << base;
            // What would break with one more does, and nothing else is new.
            if (low > 0) {
                EXPECT_EQ(warned, rank.at(reached) > before ? reached : "") << low << "/" << base;
            }
            EXPECT_EQ(reached == "half" || reached == "two-thirds", 2 * low > base);
            before = rank.at(reached);
            warned.clear();
            for (const Finding& f : verdict.findings)
                if (f.kind == Finding::Kind::would_break) warned = f.rule;
        }
    }
}

// A vote with something wrong in each part.
RatedVote bad_vote() {
    RatedVote vote = good_vote();
    vote.present = 20;
    vote.dossier_sent = day("2023-12-01");
    vote.list_sent = day("2023-12-01");
    vote.front_synthesis = day("2023-12-01");
    vote.invalid = 2;
    vote.closed = day("2023-12-25");
    vote.persons[0].counts = {{"high", 5}, {"trust", 4}, {"low", 20}};
    vote.persons[0].elected = day("2023-02-01");
    vote.persons[1].counts = {{"high", 8}, {"trust", 4}, {"low", 16}};
    vote.persons[1].retiring = true;
    vote.persons[2].counts["high"] = 25;
    vote.persons[2].report_sent = day("2023-12-01");
    vote.persons[2].questions_put = day("2023-12-05");
    vote.persons[2].answers_sent = day("2023-12-09");
    vote.committee = RatedVote::Committee{{"Người A", "C"}, "meeting", "chair", false, false};
    vote.announced = {"counts"};
    vote.tally_seen_while_open = true;
    vote.ballots[2].marks["C"] = 0;
    return vote;
}

TEST(VoteLaws, order_and_duplicates_do_not_matter) {
    RatedVote vote = bad_vote();
    const VoteVerdict verdict = check(vote);
    EXPECT_GT(verdict.findings.size(), 15u);
    std::sort(vote.persons.begin(), vote.persons.end(), [](auto& a, auto& b) { return a.file < b.file; });
    RatedUnits units = good_units();
    do {
        EXPECT_EQ(check(vote, units), verdict);
        std::rotate(vote.ballots.begin(), vote.ballots.begin() + 7, vote.ballots.end());
        std::reverse(units.files.begin(), units.files.end());
    } while (std::next_permutation(vote.persons.begin(), vote.persons.end(),
                                   [](auto& a, auto& b) { return a.file < b.file; }));
    RegulationProfile profile = all_vote_rules();
    std::reverse(profile.rules.begin(), profile.rules.end());
    EXPECT_EQ(check_vote(profile, vote, units, now), verdict);

    // A line that stands twice is refused by name, and changes nothing else.
    vote.persons.push_back(vote.persons[0]);
    VoteVerdict twice = check(vote);
    EXPECT_EQ(std::erase_if(twice.findings, [](const Finding& f) { return f.rule == "once"; }), 1u);
    EXPECT_EQ(twice.findings, verdict.findings);
    EXPECT_EQ(twice.not_applied, verdict.not_applied);
    // Facts that are stated twice are one.
    units.files.front().facts.insert(units.files.front().facts.end(), units.files.front().facts.begin(),
                                     units.files.front().facts.end());
    EXPECT_EQ(check(bad_vote(), units), verdict);
}

// Every value of a vote that may be absent, and how to take it away. Two of them answer one question and are
// left: what of a release is empty, and the name of a release that is not there.
using Removal = std::function<void(RatedVote&)>;
std::map<std::string, Removal> removals() {
    std::map<std::string, Removal> all;
    const auto of_vote = [&](const std::string& what, auto member) {
        all[what] = [member](RatedVote& v) { (v.*member).reset(); };
    };
    of_vote("summoned", &RatedVote::summoned);
    of_vote("present", &RatedVote::present);
    of_vote("eligible", &RatedVote::eligible);
    of_vote("issued", &RatedVote::issued);
    of_vote("collected", &RatedVote::collected);
    of_vote("valid", &RatedVote::valid);
    of_vote("invalid", &RatedVote::invalid);
    of_vote("dossier", &RatedVote::dossier_sent);
    of_vote("list", &RatedVote::list_sent);
    of_vote("front", &RatedVote::front_synthesis);
    of_vote("day", &RatedVote::day);
    of_vote("closed", &RatedVote::closed);
    of_vote("committee", &RatedVote::committee);
    of_vote("announced", &RatedVote::announced);
    of_vote("tally", &RatedVote::tally_seen_while_open);
    of_vote("reported", &RatedVote::reported_up);
    all["ballots"] = [](RatedVote& v) { v.ballots.clear(); };
    all["approver"] = [](RatedVote& v) { v.releases[0].approver.clear(); };
    all["audience"] = [](RatedVote& v) { v.releases[0].audience.clear(); };
    for (std::size_t i = 0; i < 3; ++i) {
        using Person = RatedVote::Person;
        const auto of_person = [&](const std::string& what, auto member) {
            all[what + std::to_string(i)] = [member, i](RatedVote& v) { (v.persons[i].*member).reset(); };
        };
        of_person("name", &Person::name);
        of_person("post", &Person::post);
        of_person("elected", &Person::elected);
        of_person("retiring", &Person::retiring);
        of_person("not_counted", &Person::not_counted);
        of_person("report", &Person::report_sent);
        of_person("questions", &Person::questions_put);
        of_person("answers", &Person::answers_sent);
        for (const char* level : {"high", "trust", "low"})
            all[level + std::to_string(i)] = [i, level](RatedVote& v) { v.persons[i].counts[level].reset(); };
    }
    const auto of_committee = [&](const std::string& what, auto member) {
        all[what] = [member](RatedVote& v) {
            if (v.committee) ((*v.committee).*member).reset();
        };
    };
    of_committee("proposed", &RatedVote::Committee::proposed_by);
    of_committee("approved", &RatedVote::Committee::approved_by);
    of_committee("signed", &RatedVote::Committee::minutes_signed);
    of_committee("sealed", &RatedVote::Committee::ballots_sealed);
    return all;
}

// Rules that say something about a vote, or could not be applied to it.
std::set<std::string> rules_that_speak(const VoteVerdict& verdict) {
    std::set<std::string> rules;
    for (const Finding& f : verdict.findings) rules.insert(f.rule);
    for (const NotApplied& n : verdict.not_applied) rules.insert(n.rule);
    return rules;
}

std::string more_than(const std::set<std::string>& before, const std::set<std::string>& after) {
    std::string lost;
    for (const std::string& rule : before)
        if (!after.contains(rule)) lost += rule + " ";
    return lost;
}

// Taking a value away never silences a rule, one value or two, in a vote in order and in one that is not.
TEST(VoteLaws, missing_data_is_never_a_pass) {
    const auto all = removals();
    for (const RatedVote& vote : {good_vote(), bad_vote()}) {
        const auto before = rules_that_speak(check(vote));
        for (const auto& [what, take] : all) {
            RatedVote less = vote;
            take(less);
            const auto after = rules_that_speak(check(less));
            EXPECT_EQ(more_than(before, after), "") << what;
            for (const auto& [also, take_too] : all) {
                RatedVote least = less;
                take_too(least);
                EXPECT_EQ(more_than(after, rules_that_speak(check(least))), "") << what << " and " << also;
            }
        }
    }
}

// Whatever a rule needs, taking it from a vote in order is heard.
TEST(VoteLaws, every_value_that_a_rule_needs_is_missed) {
    const std::set<std::string> not_needed{"eligible"};  // no rule of all_vote_rules takes it as base
    for (const auto& [what, take] : removals()) {
        RatedVote less = good_vote();
        take(less);
        EXPECT_EQ(rules_that_speak(check(less)).empty(), not_needed.contains(what)) << what;
    }
    RatedUnits no_facts = good_units();
    no_facts.files[0].facts.clear();
    EXPECT_EQ(rules_that_speak(check(good_vote(), no_facts)), std::set<std::string>{"place-in-year"});
}

// A rule that is switched off says nothing, and the others say what they said: bands of the same marks apart,
// where the strictest speaks.
TEST(VoteLaws, each_rule_speaks_for_itself) {
    const VoteVerdict verdict = check(bad_vote());
    const RegulationProfile all = all_vote_rules();
    for (std::size_t i = 0; i < all.rules.size(); ++i) {
        const std::string id = all.rules[i].id;
        if (id.starts_with("band-") || id == "valid-line" || id == "valid-ballot" || id == "percentage")
            continue;
        RegulationProfile without = all;
        without.rules.erase(without.rules.begin() + static_cast<std::ptrdiff_t>(i));
        VoteVerdict expected = verdict;
        std::erase_if(expected.findings, [&](const Finding& f) { return f.rule == id; });
        std::erase_if(expected.not_applied, [&](const NotApplied& n) { return n.rule == id; });
        EXPECT_EQ(check_vote(without, bad_vote(), good_units(), now), expected) << id;
        const bool silent =
            id == "no-voter-link" || id == "once" || id == "result-sheet" || id == "published";
        EXPECT_EQ(verdict == expected, silent) << id;
    }
}

}  // namespace
}  // namespace minhtin
