// Rules 2, 3 and 14 of domain.md.
#include <gtest/gtest.h>

#include "tests/server/rules/vote_cases.h"

namespace minhtin {
namespace {

const Rule once = rule("once", rules::OnceOnTheList{2});
const Rule not_voted_on = rule("not-voted-on", rules::NotVotedOn{true, true, 0});
const Rule committee = rule("committee", rules::CountingCommittee{});

RatedVote with_committee(auto change) {
    RatedVote vote = good_vote();
    change(*vote.committee);
    return vote;
}

// good_units with votes at these places, A on the list of each.
RatedUnits with_votes(std::vector<std::optional<std::string>> places) {
    RatedUnits units = good_units();
    for (std::size_t i = 0; i < places.size(); ++i) {
        RatedVote other = good_vote();
        other.id = "vote-" + std::to_string(i + 2);
        other.place = places[i];
        other.persons.resize(1);
        units.votes.push_back(other);
    }
    units.votes.push_back(good_vote());  // the vote itself may stand in the list
    return units;
}

TEST(VoteRules, rule_02_one_vote_per_person) {
    EXPECT_EQ(findings(check_with(once, good_vote(), with_votes({}))), Lines{});
    RatedVote twice = good_vote();
    twice.persons.push_back(twice.persons[1]);
    EXPECT_EQ(findings(check_with(once, twice)), Lines{"forbids once B"});
}

TEST(VoteRules, rule_02_at_most_two_places) {
    EXPECT_EQ(findings(check_with(once, good_vote(), with_votes({"residence"}))),
              Lines{"would_break once A"});
    EXPECT_EQ(findings(check_with(once, good_vote(), with_votes({"residence", "elsewhere"}))),
              Lines{"forbids once A"});
    // Twice at work is twice.
    EXPECT_EQ(findings(check_with(once, good_vote(), with_votes({"work"}))), Lines{"forbids once A"});
    EXPECT_EQ(not_applied(check_with(once, good_vote(), with_votes({std::nullopt}))),
              Lines{"missing once A vote.place"});
}

// National Assembly 2023: 49 holders, 5 of them just elected or about to retire, 44 on the list.
TEST(VoteRules, rule_03_exclusions) {
    RatedVote assembly = good_vote();
    assembly.day = day("2023-10-25");
    assembly.persons.clear();
    for (int i = 0; i < 49; ++i) {
        RatedVote::Person person = good_vote().persons[0];
        person.file = "P" + std::to_string(100 + i);
        if (i < 4) person.elected = day("2023-01-01");
        if (i == 4) person.retirement_announced = day("2023-10-25");
        if (i == 5) person.elected = day("2022-12-31");
        if (i == 6) person.retirement_announced = day("2023-10-26");
        assembly.persons.push_back(person);
    }
    const VoteVerdict all = check_with(not_voted_on, assembly);
    EXPECT_EQ(findings(all),
              Lines({"forbids not-voted-on P100", "forbids not-voted-on P101", "forbids not-voted-on P102",
                     "forbids not-voted-on P103", "forbids not-voted-on P104"}));
    std::erase_if(assembly.persons, [](const auto& p) { return p.file <= "P104"; });
    EXPECT_EQ(assembly.persons.size(), 44u);
    EXPECT_EQ(check_with(not_voted_on, assembly).findings, std::vector<Finding>{});
    EXPECT_EQ(not_applied(check_with(not_voted_on, assembly)), Lines{});
}

TEST(VoteRules, rule_03_retirement_without_its_day) {
    RatedVote vote = good_vote();
    vote.persons[0].retiring = true;
    EXPECT_EQ(findings(check_with(not_voted_on, vote)), Lines{"forbids not-voted-on A"});
    vote.persons[0].retiring = {};
    EXPECT_EQ(not_applied(check_with(not_voted_on, vote)),
              Lines{"missing not-voted-on A line.retirement_announced"});
    vote.persons[0].retiring = false;
    vote.persons[1].elected = {};
    EXPECT_EQ(not_applied(check_with(not_voted_on, vote)), Lines{"missing not-voted-on B line.elected"});
}

// NQ 85/2014: less than nine months in the post.
TEST(VoteRules, rule_03_months_in_post) {
    const Rule nine_months = rule("not-voted-on", rules::NotVotedOn{true, false, 9});
    RatedVote vote = good_vote();
    vote.persons.resize(1);
    vote.persons[0].elected = day("2023-03-10");
    EXPECT_EQ(findings(check_with(nine_months, vote)), Lines{});
    vote.persons[0].elected = day("2023-03-11");
    EXPECT_EQ(findings(check_with(nine_months, vote)), Lines{"forbids not-voted-on A"});
    const Rule retirement_only = rule("not-voted-on", rules::NotVotedOn{true, false, 0});
    EXPECT_EQ(findings(check_with(retirement_only, vote)), Lines{});
}

TEST(VoteRules, rule_14_counting_committee) {
    EXPECT_EQ(check_with(committee, good_vote()).findings, std::vector<Finding>{});
    EXPECT_EQ(not_applied(check_with(committee, good_vote())), Lines{});
    const auto found = [](auto change) { return findings(check_with(committee, with_committee(change))); };
    using Committee = RatedVote::Committee;
    EXPECT_EQ(found([](Committee& c) { c.members.push_back("B"); }), Lines{"forbids committee B"});
    EXPECT_EQ(found([](Committee& c) { c.members.push_back("Người C"); }), Lines{"forbids committee C"});
    // The same name as another keyboard writes it: letters and marks apart, two spaces, a no-break space.
    EXPECT_EQ(found([](Committee& c) { c.members.push_back("Ngu\u031bo\u031b\u0300i C"); }),
              Lines{"forbids committee C"});
    EXPECT_EQ(found([](Committee& c) { c.members.push_back(" Người\u00a0  C "); }),
              Lines{"forbids committee C"});
    EXPECT_EQ(found([](Committee& c) { c.members.push_back("Nguoi C"); }), Lines{});
    EXPECT_EQ(found([](Committee& c) { c.members.clear(); }), Lines{"missing committee vote-1"});
    EXPECT_EQ(found([](Committee& c) { c.proposed_by = "organiser"; }), Lines{});
    EXPECT_EQ(found([](Committee& c) { c.proposed_by = "meeting"; }), Lines{"forbids committee vote-1"});
    EXPECT_EQ(found([](Committee& c) { c.approved_by = "chair"; }), Lines{"forbids committee vote-1"});
    EXPECT_EQ(found([](Committee& c) { c.minutes_signed = false; }), Lines{"missing committee vote-1"});
    EXPECT_EQ(found([](Committee& c) { c.ballots_sealed = false; }), Lines{"missing committee vote-1"});
}

TEST(VoteRules, rule_14_what_is_not_known_of_the_committee) {
    const auto lacking = [](auto change) {
        return not_applied(check_with(committee, with_committee(change)));
    };
    using Committee = RatedVote::Committee;
    EXPECT_EQ(lacking([](Committee& c) { c.proposed_by = {}; }),
              Lines{"missing committee vote-1 committee.proposed_by"});
    EXPECT_EQ(lacking([](Committee& c) { c.approved_by = {}; }),
              Lines{"missing committee vote-1 committee.approved_by"});
    EXPECT_EQ(lacking([](Committee& c) { c.minutes_signed = {}; }),
              Lines{"missing committee vote-1 committee.minutes_signed"});
    EXPECT_EQ(lacking([](Committee& c) { c.ballots_sealed = {}; }),
              Lines{"missing committee vote-1 committee.ballots_sealed"});
    RatedVote vote = good_vote();
    vote.persons[2].name = {};  // may be a member who is named
    EXPECT_EQ(not_applied(check_with(committee, vote)), Lines{"missing committee vote-1 line.name"});
    vote.committee = {};
    EXPECT_EQ(not_applied(check_with(committee, vote)), Lines{"missing committee vote-1 committee.members"});
}

}  // namespace
}  // namespace minhtin
