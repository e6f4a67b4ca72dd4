// Rules 4, 8, 9 and 11 of domain.md.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/domain/bands.h"
#include "server/domain/profiles.h"
#include "tests/server/rules/vote_cases.h"

namespace minhtin {
namespace {

const Rule quorum =
    rule("quorum", rules::QuorumRule{{2, 3}}, {"Có mặt {present}/{summoned}.", "{present} of {summoned}."});
const Rule percentage = rule("percentage", rules::Percentage{"collected"});
const Rule half = rule("band-over-half", rules::BandRule{"low-over-half", "low", {1, 2}, false, ""},
                       {"{count}/{base}: {percent} %", "{count}/{base}: {percent} %"});
const Rule two_thirds = rule("band-two-thirds", rules::BandRule{"low-two-thirds", "low", {2, 3}, true, ""});
const Rule balance = rule("balance", rules::Balance{}, {"{left}, {right}", "{left}, {right}"});

RatedVote with_people(Number present, Number summoned) {
    RatedVote vote = good_vote();
    vote.present = present;
    vote.summoned = summoned;
    return vote;
}

// One person with these marks, of so many ballots collected.
RatedVote with_marks(Number high, Number trust, Number low, Number collected) {
    RatedVote vote = good_vote();
    vote.persons.resize(1);
    vote.persons[0].counts = {{"high", high}, {"trust", trust}, {"low", low}};
    vote.collected = collected;
    return vote;
}

VoteVerdict check_bands(const RatedVote& vote) {
    return check_vote(profile_of({half, percentage, two_thirds}), vote, good_units(), day("2023-12-01"));
}

TEST(VoteRules, rule_04_quorum) {
    const VoteVerdict refused = check_with(quorum, with_people(20, 31));
    EXPECT_EQ(findings(refused), Lines{"forbids quorum vote-1"});
    EXPECT_EQ(refused.findings.at(0).says, (Sentence{"Có mặt 20/31.", "20 of 31."}));
    EXPECT_EQ(refused.findings.at(0).article, "Điều 1");
    EXPECT_EQ(refused.findings.at(0).figures[0].name, "vote.present");
    EXPECT_EQ(refused.findings.at(0).figures[0].value, "20");
    EXPECT_EQ(check_with(quorum, with_people(21, 31)),
              (VoteVerdict{"vote-1", check_with(quorum, good_vote()).persons, {}, {}}));
    // Exactly two thirds is enough.
    EXPECT_TRUE(findings(check_with(quorum, with_people(20, 30))).empty());
    EXPECT_EQ(findings(check_with(quorum, with_people(19, 30))).size(), 1u);
}

TEST(VoteRules, rule_04_quorum_is_not_held_by_what_is_not_known) {
    EXPECT_EQ(not_applied(check_with(quorum, with_people({}, 31))),
              Lines{"missing quorum vote-1 vote.present"});
    EXPECT_EQ(not_applied(check_with(quorum, with_people(21, {}))),
              Lines{"missing quorum vote-1 vote.summoned"});
    EXPECT_EQ(not_applied(check_with(quorum, with_people(0, 0))),
              Lines{"contradicted quorum vote-1 vote.present vote.summoned"});
    // A number that cannot be one is not known.
    EXPECT_EQ(not_applied(check_with(quorum, with_people(-1, 31))),
              Lines{"missing quorum vote-1 vote.present"});
    EXPECT_EQ(not_applied(check_with(quorum, with_people(INT64_MAX, 31))),
              Lines{"missing quorum vote-1 vote.present"});
}

std::string percent_of(const VoteVerdict& verdict, std::size_t level) {
    return verdict.persons.at(0).percents.at(level).second.value_or("unknown");
}

TEST(VoteRules, rule_08_percentages_by_the_rules_base) {
    const VoteVerdict collected = check_with(percentage, with_marks(19, 2, 25, 47));
    EXPECT_EQ(percent_of(collected, 0), "40.43");
    EXPECT_EQ(percent_of(collected, 1), "4.26");
    EXPECT_EQ(percent_of(collected, 2), "53.19");
    EXPECT_EQ(collected.persons[0].percents[2].first, "low");

    // Of ballots collected, not of valid ones.
    RatedVote assembly = with_marks(187, 200, 93, 481);
    assembly.valid = 480;
    EXPECT_EQ(percent_of(check_with(percentage, assembly), 0), "38.88");

    RatedVote council = with_marks(49, 4, 0, 53);
    council.eligible = 58;
    council.issued = 55;
    EXPECT_EQ(percent_of(check_with(rule("p", rules::Percentage{"eligible"}), council), 0), "84.48");
    EXPECT_EQ(percent_of(check_with(rule("p", rules::Percentage{"issued"}), council), 0), "89.09");
    EXPECT_EQ(percent_of(check_with(rule("p", rules::Percentage{"collected"}), council), 0), "92.45");
}

TEST(VoteRules, rule_08_without_a_rule_no_percentage_and_the_unknown_stays_unknown) {
    EXPECT_TRUE(check_with(quorum, good_vote()).persons.at(0).percents.empty());
    const VoteVerdict some = check_with(percentage, with_marks(19, {}, 25, 47));
    EXPECT_EQ(percent_of(some, 0), "40.43");
    EXPECT_EQ(percent_of(some, 1), "unknown");
    EXPECT_EQ(not_applied(some), Lines{"missing percentage A line.trust"});
    EXPECT_EQ(not_applied(check_with(percentage, with_marks(19, 2, 25, {}))),
              Lines{"missing percentage vote-1 vote.collected"});
    EXPECT_EQ(not_applied(check_with(percentage, with_marks(0, 0, 0, 0))),
              Lines{"contradicted percentage vote-1 vote.collected"});
    EXPECT_EQ(not_applied(check_with(percentage, with_marks(48, 0, 0, 47))),
              Lines{"contradicted percentage A line.high"});
    RatedVote other_ballot = with_marks(1, 1, 1, 3);
    other_ballot.persons[0].counts["completed"] = 3;
    EXPECT_EQ(not_applied(check_with(percentage, other_ballot)),
              Lines{"contradicted percentage A line.completed"});
}

TEST(VoteRules, rule_09_the_ballots_balance) {
    EXPECT_EQ(check_with(balance, good_vote()).findings, std::vector<Finding>{});
    EXPECT_EQ(not_applied(check_with(balance, good_vote())), Lines{});
    const auto broken = [](auto change) {
        RatedVote vote = good_vote();
        change(vote);
        return check_with(balance, vote);
    };
    const Lines of_vote{"forbids balance vote-1"};
    EXPECT_EQ(findings(broken([](RatedVote& v) { v.summoned = 30; })), of_vote);
    EXPECT_EQ(findings(broken([](RatedVote& v) {  // one more is present than was summoned; the ballots fit
                  v.summoned = 30;
                  v.issued = 30;
              })),
              of_vote);
    EXPECT_EQ(findings(broken([](RatedVote& v) { v.issued = 32; })).at(0), of_vote[0]);
    EXPECT_EQ(findings(broken([](RatedVote& v) { v.present = 30; })), of_vote);  // 31 issued, 30 returned
    EXPECT_EQ(findings(broken([](RatedVote& v) { v.issued = 29; })), of_vote);
    EXPECT_EQ(findings(broken([](RatedVote& v) { v.invalid = 2; })), of_vote);
    EXPECT_EQ(findings(broken([](RatedVote& v) { v.invalid = 0; })), of_vote);
    EXPECT_EQ(findings(broken([](RatedVote& v) { v.persons[0].not_counted = 0; })),
              Lines{"forbids balance A"});
    EXPECT_EQ(findings(broken([](RatedVote& v) { v.persons[1].counts["low"] = 9; })),
              Lines{"forbids balance B"});
    EXPECT_EQ(broken([](RatedVote& v) { v.issued = 29; }).findings.at(0).says,
              (Sentence{"số phiếu thu về (30), số phiếu phát ra (29)",
                        "ballots collected (30), ballots issued (29)"}));
    // Present 25 of 31 and 31 ballots issued: the numbers that clash are named, not the whole table.
    const VoteVerdict few = broken([](RatedVote& v) { v.present = 25; });
    EXPECT_EQ(findings(few), of_vote);
    EXPECT_EQ(few.findings.at(0).figures.size(), 2u);
}

TEST(VoteRules, rule_09_gates_over_unknown_numbers) {
    RatedVote vote = good_vote();
    vote.issued = {};
    EXPECT_EQ(findings(check_with(balance, vote)), Lines{});
    EXPECT_EQ(not_applied(check_with(balance, vote)), Lines{"missing balance vote-1 vote.issued"});
    vote.present = 29;  // fewer than the 30 collected, whatever was issued
    EXPECT_EQ(findings(check_with(balance, vote)), Lines{"forbids balance vote-1"});

    RatedVote line = good_vote();
    line.persons.resize(1);
    line.persons[0].not_counted = {};
    EXPECT_EQ(not_applied(check_with(balance, line)), Lines{"missing balance A line.not_counted"});
    line.persons[0].counts["trust"] = {};
    EXPECT_EQ(not_applied(check_with(balance, line)), Lines{"missing balance A line.trust line.not_counted"});
    line.persons[0].counts["high"] = 31;
    EXPECT_EQ(findings(check_with(balance, line)), Lines{"forbids balance A"});
}

TEST(VoteRules, rule_11_more_than_one_half) {
    // 25 of 47: 53.19 %.
    const VoteVerdict verdict = check_bands(with_marks(19, 2, 25, 47));
    EXPECT_EQ(findings(verdict), Lines{"warns band-over-half A"});
    EXPECT_EQ(verdict.persons[0].rule, "band-over-half");
    EXPECT_EQ(verdict.findings.at(0).says.vi, "25/47: 53,19 %");
    EXPECT_EQ(verdict.findings.at(0).figures[0].entries, Lines{"A"});
    // Exactly one half triggers nothing; one more would.
    const VoteVerdict exactly = check_bands(with_marks(24, 0, 24, 48));
    EXPECT_EQ(exactly.persons[0].rule, "");
    EXPECT_EQ(findings(exactly), Lines{"would_break band-over-half A"});
    EXPECT_EQ(exactly.findings.at(0).says,
              (Sentence{"Thêm một phiếu nữa thì: 24/48: 50,00 %", "With one more vote: 24/48: 50.00 %"}));
    const VoteVerdict issued =
        check_vote(*profile("96-qd-tw"), with_marks(24, 0, 24, 48), {}, day("2023-12-01"));
    const auto band = std::ranges::find(issued.findings, Finding::Kind::would_break, &Finding::kind);
    ASSERT_NE(band, issued.findings.end());
    EXPECT_TRUE(band->says.vi.starts_with("Thêm một phiếu nữa thì: quá nửa nhưng dưới hai phần ba"));
    EXPECT_TRUE(band->says.en.starts_with("With one more vote: more than one half"));
    EXPECT_EQ(findings(check_bands(with_marks(25, 0, 23, 48))), Lines{});
    EXPECT_EQ(findings(check_bands(with_marks(23, 0, 25, 48))), Lines{"warns band-over-half A"});
}

TEST(VoteRules, rule_11_two_thirds) {
    EXPECT_EQ(findings(check_bands(with_marks(16, 0, 32, 48))), Lines{"warns band-two-thirds A"});
    EXPECT_EQ(check_bands(with_marks(16, 0, 32, 48)).persons[0].rule, "band-two-thirds");
    EXPECT_EQ(findings(check_bands(with_marks(17, 0, 31, 48))),
              Lines({"would_break band-two-thirds A", "warns band-over-half A"}));
    EXPECT_EQ(findings(check_bands(with_marks(18, 0, 30, 48))), Lines{"warns band-over-half A"});
    // With one ballot the next mark reaches both: the stricter is said.
    EXPECT_EQ(findings(check_bands(with_marks(1, 0, 0, 1))), Lines{"would_break band-two-thirds A"});
    // Nobody is left to mark one more.
    EXPECT_EQ(findings(check_bands(with_marks(0, 0, 1, 1))), Lines{"warns band-two-thirds A"});
}

TEST(VoteRules, rule_11_unknown_marks_give_no_band_and_no_pass) {
    EXPECT_EQ(not_applied(check_bands(with_marks(19, 2, {}, 47))),
              Lines({"missing band-over-half A line.low", "missing band-two-thirds A line.low",
                     "missing percentage A line.low"}));
    EXPECT_EQ(
        not_applied(check_bands(with_marks(19, 2, 25, {}))),
        Lines({"missing band-over-half vote-1 vote.collected",
               "missing band-two-thirds vote-1 vote.collected", "missing percentage vote-1 vote.collected"}));
    EXPECT_EQ(not_applied(check_bands(with_marks(0, 0, 48, 47))).at(0),
              "contradicted band-over-half A line.low vote.collected");
}

// A provincial rule of about 2016: one third at the two lowest of four levels.
TEST(VoteRules, rule_11_two_levels_together_at_one_third) {
    RegulationProfile profile = profile_of(
        {rule("percentage", rules::Percentage{"collected"}),
         rule("one-third", rules::BandRule{"lowest-third", "completed+failed", {1, 3}, true, "four-levels"})},
        four_levels());
    const auto verdict = [&](Number completed, Number failed) {
        RatedVote vote = good_vote();
        vote.persons.resize(1);
        vote.persons[0].counts = {
            {"excellent", 0}, {"good", 20}, {"completed", completed}, {"failed", failed}};
        return check_vote(profile, vote, good_units(), day("2023-12-01"));
    };
    EXPECT_EQ(findings(verdict(8, 2)), Lines{"warns one-third A"});
    EXPECT_EQ(findings(verdict(8, 1)), Lines{"would_break one-third A"});
    EXPECT_EQ(findings(verdict(7, 1)), Lines{});
    // What is known is enough, or it is not.
    EXPECT_EQ(findings(verdict(10, {})), Lines{"warns one-third A"});
    EXPECT_EQ(not_applied(verdict(9, {})).at(0), "missing one-third A line.failed");
    // The ballot of three levels is in use: the rule says nothing.
    profile.settings.push_back({"ballot", {}, std::string("three-levels"), Mark::design, {}, {}, {}});
    EXPECT_EQ(findings(verdict(8, 2)), Lines{});
    profile.settings[0].value = std::string("four-levels");
    EXPECT_EQ(findings(verdict(8, 2)), Lines{"warns one-third A"});
}

}  // namespace
}  // namespace minhtin
