// Rules 1, 6 and 7 of domain.md.
#include <gtest/gtest.h>

#include "server/domain/profiles.h"
#include "tests/server/rules/vote_cases.h"

namespace minhtin {
namespace {

const Rule ballots_96 = rule("valid-ballot", rules::ValidBallot{true, false, false});
const Rule ballots_262 = rule("valid-ballot", rules::ValidBallot{true, true, false});
const Rule line_alone = rule("valid-line", rules::ValidLine{false});
const Rule line_spoils = rule("valid-line", rules::ValidLine{true});

// good_vote with every ballot clean but one; 30 stated as valid.
RatedVote with_one(auto change) {
    RatedVote vote = good_vote();
    PaperBallot clean;
    clean.marks = {{"A", 1}, {"B", 1}, {"C", 1}};
    vote.ballots.assign(30, clean);
    change(vote.ballots[7]);
    vote.valid = 30;
    vote.invalid = 0;
    return vote;
}

Lines check(const std::vector<Rule>& rules, const RatedVote& vote) {
    return findings(check_vote(profile_of(rules), vote, good_units(), day("2023-12-01")));
}

// Valid and invalid, both off by one.
const Lines spoilt{"forbids valid-ballot vote-1", "forbids valid-ballot vote-1"};

TEST(VoteRules, rule_01_a_line_counts_only_with_exactly_one_mark) {
    for (const std::int64_t marks : {0, 2, 3}) {
        RatedVote vote = good_vote();
        vote.ballots[0].marks["A"] = marks;
        EXPECT_EQ(check({line_alone, ballots_96}, vote),
                  Lines({"forbids valid-line A", "forbids valid-line A"}))
            << marks;
        vote.persons[0].counts["high"] = 19;  // 28 of 30 count
        vote.persons[0].not_counted = 2;
        EXPECT_EQ(check({line_alone, ballots_96}, vote), Lines{}) << marks;
    }
    EXPECT_EQ(check({line_alone, ballots_96}, good_vote()), Lines{});
}

TEST(VoteRules, rule_06_what_makes_a_ballot_invalid) {
    EXPECT_EQ(check({ballots_96}, with_one([](PaperBallot&) {})), Lines{});
    EXPECT_EQ(check({ballots_96}, with_one([](PaperBallot& b) { b.issued_by_committee = false; })), spoilt);
    EXPECT_EQ(check({ballots_96}, with_one([](PaperBallot& b) { b.name_struck = true; })), spoilt);
    const auto added = with_one([](PaperBallot& b) { b.added_text = true; });
    const auto other_name = with_one([](PaperBallot& b) { b.marks["Z"] = 1; });
    EXPECT_EQ(check({ballots_96}, added), Lines{});
    EXPECT_EQ(check({ballots_96}, other_name), Lines{});
    EXPECT_EQ(check({ballots_262}, added), spoilt);
    EXPECT_EQ(check({ballots_262}, other_name), spoilt);
}

TEST(VoteRules, rule_06_a_signature_never_spoils) {
    const auto signed_one = with_one([](PaperBallot& b) { b.signed_by_voter = true; });
    EXPECT_EQ(check({ballots_96}, signed_one), Lines{});
    EXPECT_EQ(check({ballots_262}, signed_one), Lines{});
}

TEST(VoteRules, rule_06_a_ballot_with_a_single_name) {
    for (const std::int64_t marks : {0, 1, 2}) {
        RatedVote vote = with_one([](PaperBallot&) {});
        vote.persons.resize(1);
        for (PaperBallot& ballot : vote.ballots) ballot.marks = {{"A", 1}};
        vote.ballots[4].marks = {{"A", marks}};
        EXPECT_EQ(check({ballots_96}, vote), marks == 1 ? Lines{} : spoilt) << marks;
    }
}

// 19 + 2 + 25 = 46 of 47 collected (Vĩnh Phúc 2023): one line did not count, its ballot did.
TEST(VoteRules, rule_07_a_wrong_line_leaves_the_others_countable) {
    RatedVote vote = good_vote();
    vote.summoned = vote.present = vote.issued = vote.collected = vote.valid = vote.eligible = 47;
    vote.invalid = 0;
    vote.persons.resize(2);
    vote.persons[0].counts = {{"high", 19}, {"trust", 2}, {"low", 25}};
    vote.persons[0].not_counted = 1;
    vote.persons[1].counts = {{"high", 44}, {"trust", 3}, {"low", 0}};
    vote.persons[1].not_counted = 0;
    PaperBallot clean;
    clean.marks = {{"A", 1}, {"B", 1}};
    vote.ballots.assign(47, clean);
    vote.ballots[46].marks["A"] = 2;
    const Rule balance = rule("balance", rules::Balance{});
    EXPECT_EQ(check({line_alone, ballots_96, balance}, vote), Lines{});
    // In a profile like 262-QĐ/TW the wrong line spoils the ballot, for everybody.
    EXPECT_EQ(check({line_spoils, ballots_262, balance}, vote),
              Lines({"forbids valid-ballot vote-1", "forbids valid-ballot vote-1", "forbids valid-line B",
                     "forbids valid-line B"}));
    vote.valid = 46;
    vote.invalid = 1;
    vote.persons[1].counts["high"] = 43;
    vote.persons[1].not_counted = 1;
    EXPECT_EQ(check({line_spoils, ballots_262, balance}, vote), Lines{});
    EXPECT_EQ(check({line_alone, ballots_96}, vote).size(), 4u);
}

TEST(VoteRules, rule_06_and_07_are_not_applied_without_the_ballots) {
    const auto silent = [](const RatedVote& vote) {
        return not_applied(
            check_vote(profile_of({ballots_96, line_alone}), vote, good_units(), day("2023-12-01")));
    };
    RatedVote vote = good_vote();
    vote.ballots.clear();
    EXPECT_EQ(silent(vote),
              Lines({"missing valid-ballot vote-1 vote.ballots", "missing valid-line vote-1 vote.ballots"}));
    vote = good_vote();
    vote.ballots[0].marks.erase("B");
    EXPECT_EQ(silent(vote), Lines{"missing valid-line vote-1 ballots.marks"});
    vote = good_vote();
    vote.valid = {};
    vote.persons[0].not_counted = {};
    EXPECT_EQ(silent(vote),
              Lines({"missing valid-ballot vote-1 vote.valid", "missing valid-line A line.not_counted"}));
    // In a profile like 262 a box that was not keyed in decides about the ballot.
    vote = good_vote();
    vote.ballots[0].marks.erase("B");
    const auto verdict =
        check_vote(profile_of({ballots_262, line_spoils}), vote, good_units(), day("2023-12-01"));
    EXPECT_EQ(not_applied(verdict), Lines({"missing valid-ballot vote-1 ballots.marks",
                                           "missing valid-line vote-1 ballots.marks"}));
}

TEST(VoteRules, rule_06_every_ballot_from_the_box_is_keyed_in) {
    RatedVote vote = good_vote();
    vote.ballots.pop_back();
    EXPECT_EQ(check({ballots_96}, vote), Lines{"forbids valid-ballot vote-1"});
    EXPECT_EQ(check({line_alone}, vote), Lines{"forbids valid-line vote-1"});
}

TEST(VoteRules, totals_that_differ_stand_in_the_sentence) {
    RatedVote vote = good_vote();
    vote.ballots[0].marks["A"] = 2;
    vote.valid = 30;
    const VoteVerdict v = check_vote(*profile("96-qd-tw"), vote, good_units(), day("2023-12-20"));
    std::string said;
    for (const Finding& f : v.findings) {
        if (f.rule == "one-mark" || f.rule == "valid-ballot") said += f.says.vi + "\n";
    }
    EXPECT_NE(said.find("dòng được tính (28) khác "), std::string::npos) << said;
    EXPECT_NE(said.find("phiếu hợp lệ theo từng phiếu (29) khác số phiếu hợp lệ (30)"), std::string::npos)
        << said;
}

}  // namespace
}  // namespace minhtin
