// Rules 5, 10, 13, 15 and 16 of domain.md; 12 is kept by the shape of a vote.
#include <gtest/gtest.h>

#include "server/domain/profiles.h"
#include "server/domain/rules/sentences.h"
#include "tests/server/rules/vote_cases.h"

namespace minhtin {
namespace {

Rule step(const char* what, std::int64_t days) {
    return rule("step", rules::CalendarStep{what, days}, {"{days} ngày, có {had}", "{days} days, had {had}"});
}
const Rule order = rule("order", rules::CountingOrder{});
const Rule sheet = rule("sheet", rules::ResultSheet{});
const Rule published = rule("published", rules::Published{});
const Rule place = rule("place", rules::PlaceInYear{});

TEST(VoteRules, rule_05_calendar_both_sides_of_each_day) {
    // The vote is on 10 December; every other day of good_vote lies before it by these days.
    const std::pair<const char*, std::int64_t> had[] = {{"dossier", 15}, {"questions", 10},
                                                        {"answers", 4},  {"report", 20},
                                                        {"list", 51},    {"front-synthesis", 25}};
    for (const auto& [what, days] : had) {
        EXPECT_EQ(findings(check_with(step(what, days), good_vote())), Lines{}) << what;
        EXPECT_EQ(not_applied(check_with(step(what, days), good_vote())), Lines{}) << what;
        const VoteVerdict late = check_with(step(what, days + 1), good_vote());
        ASSERT_FALSE(late.findings.empty()) << what;
        EXPECT_EQ(late.findings.at(0).kind, Finding::Kind::forbids);
        EXPECT_EQ(late.findings.at(0).says.en,
                  std::to_string(days + 1) + " days, had " + std::to_string(days));
    }
    RatedVote one_late = good_vote();
    one_late.persons[1].report_sent = day("2023-11-21");
    EXPECT_EQ(findings(check_with(step("report", 20), one_late)), Lines{"forbids step B"});
}

TEST(VoteRules, rule_05_a_step_that_is_not_recorded) {
    RatedVote vote = good_vote();
    vote.dossier_sent = {};
    const auto on = [&](const char* now) {
        return check_vote(profile_of({step("dossier", 15)}), vote, good_units(), day(now));
    };
    // Until the last day it is only not known, then it is missing.
    EXPECT_EQ(not_applied(on("2023-11-25")), Lines{"missing step vote-1 vote.dossier_sent"});
    EXPECT_EQ(findings(on("2023-11-25")), Lines{});
    EXPECT_EQ(findings(on("2023-11-26")), Lines{"missing step vote-1"});
    EXPECT_EQ(on("2023-11-26").findings.at(0).says.vi, "15 ngày, có chưa ghi nhận");
    vote.day = {};
    EXPECT_EQ(not_applied(on("2023-11-26")), Lines{"missing step vote-1 vote.dossier_sent vote.day"});
    // Perhaps nothing was asked.
    vote = good_vote();
    vote.persons[0].questions_put = {};
    EXPECT_EQ(not_applied(check_with(step("questions", 10), vote)),
              Lines{"missing step A line.questions_put"});
    EXPECT_EQ(findings(check_with(step("questions", 10), vote)), Lines{});
}

TEST(VoteRules, rule_05_the_sentence_says_when_it_was) {
    const auto said = [](std::optional<Day> sent) {
        RatedVote vote = good_vote();
        vote.dossier_sent = sent;
        const VoteVerdict v = check_vote(*profile("96-qd-tw"), vote, good_units(), day("2023-12-20"));
        for (const Finding& f : v.findings) {
            if (f.rule == "dossier-before") return f.says;
        }
        return Sentence{};
    };
    const std::string vi = "Hồ sơ phải đến người ghi phiếu trước ít nhất 15 ngày; thực tế: ";
    const std::string en = "The dossier reaches the voters at least 15 days before; it was ";
    const std::string vi_day = " (ngày lấy phiếu: 10/12/2023).";
    const std::string en_day = " (day of the vote: " + Place(day("2023-12-10")).words().en + ").";
    EXPECT_EQ(said(day("2023-12-07")).vi, vi + "trước 3 ngày" + vi_day);
    EXPECT_EQ(said(day("2023-12-07")).en, en + "3 days before" + en_day);
    EXPECT_EQ(said(day("2023-12-09")).en, en + "1 day before" + en_day);
    EXPECT_EQ(said(day("2023-12-10")).vi, vi + "đúng ngày lấy phiếu" + vi_day);
    EXPECT_EQ(said(day("2023-12-15")).vi, vi + "sau ngày lấy phiếu 5 ngày" + vi_day);
    EXPECT_EQ(said(day("2023-12-15")).en, en + "5 days after the vote" + en_day);
    EXPECT_EQ(said({}).vi, vi + "chưa ghi nhận.");
    EXPECT_EQ(said({}).en, en + "not recorded.");
}

TEST(VoteRules, rule_10_result_sheet_is_whole) {
    EXPECT_EQ(findings(check_with(sheet, good_vote())), Lines{});
    const auto without = [](auto change) {
        RatedVote vote = good_vote();
        change(vote);
        return check_with(sheet, vote);
    };
    EXPECT_EQ(findings(without([](RatedVote& v) { v.persons[0].name = {}; })), Lines{"missing sheet A"});
    EXPECT_EQ(findings(without([](RatedVote& v) { v.persons[0].post = {}; })), Lines{"missing sheet A"});
    EXPECT_EQ(findings(without([](RatedVote& v) { v.persons[2].counts.erase("trust"); })),
              Lines{"missing sheet C"});
    EXPECT_EQ(findings(without([](RatedVote& v) { v.issued = {}; })), Lines{"missing sheet vote-1"});
    EXPECT_EQ(findings(without([](RatedVote& v) { v.collected = {}; })), Lines{"missing sheet vote-1"});
    EXPECT_EQ(findings(without([](RatedVote& v) { v.valid = {}; })), Lines{"missing sheet vote-1"});
    const VoteVerdict invalid = without([](RatedVote& v) { v.invalid = {}; });
    EXPECT_EQ(findings(invalid), Lines{"missing sheet vote-1"});
    EXPECT_EQ(invalid.findings.at(0).figures.at(0).name, "vote.invalid");
}

// The reader refuses a field it does not know; a vote and a ballot have none for who voted. The rule stands
// in the list of rules and finds nothing.
TEST(VoteRules, rule_12_no_voter_link) {
    const VoteVerdict verdict = check_with(rule("no-voter-link", rules::NoVoterLink{}), good_vote());
    EXPECT_EQ(findings(verdict), Lines{});
    EXPECT_EQ(not_applied(verdict), Lines{});
    // A field more in either would break this line: then look whether it names a voter.
    const PaperBallot ballot = good_vote().ballots[0];
    const auto& [issued, with_signature, struck, added, marks] = ballot;
    EXPECT_TRUE(issued && !with_signature && !struck && !added && marks.size() == 3);
}

TEST(VoteRules, rule_13_counting_order) {
    const auto announced = [](std::vector<std::string> words) {
        RatedVote vote = good_vote();
        vote.announced = std::move(words);
        return findings(check_with(order, vote));
    };
    EXPECT_EQ(announced({"issued", "collected", "validity", "counts"}), Lines{});
    EXPECT_EQ(announced({"collected", "issued", "validity", "counts", "counts"}), Lines{});
    EXPECT_EQ(announced({"issued", "validity", "collected", "counts"}), Lines{"forbids order vote-1"});
    EXPECT_EQ(announced({"issued", "collected", "counts", "validity"}), Lines{"forbids order vote-1"});
    EXPECT_EQ(announced({"counts"}), Lines{"forbids order vote-1"});
    EXPECT_EQ(announced({"issued", "collected", "validity"}), Lines{"missing order vote-1"});
    EXPECT_EQ(announced({}), Lines{"missing order vote-1"});
    RatedVote vote = good_vote();
    vote.tally_seen_while_open = true;
    EXPECT_EQ(findings(check_with(order, vote)), Lines{"forbids order vote-1"});
    vote.tally_seen_while_open = {};
    vote.announced = {};
    EXPECT_EQ(
        not_applied(check_with(order, vote)),
        Lines({"missing order vote-1 vote.announced", "missing order vote-1 vote.tally_seen_while_open"}));
}

TEST(VoteRules, rule_15_report_and_publish) {
    EXPECT_EQ(findings(check_with(published, good_vote())), Lines{});
    EXPECT_EQ(not_applied(check_with(published, good_vote())), Lines{});
    RatedVote vote = good_vote();
    vote.reported_up = {};
    EXPECT_EQ(not_applied(check_with(published, vote)), Lines{"missing published vote-1 vote.reported_up"});
    vote = good_vote();
    vote.releases[0].approver = "";
    EXPECT_EQ(findings(check_with(published, vote)), Lines{"missing published vote-1"});
    vote.releases.push_back({"Bí thư", "", day("2023-12-13")});
    EXPECT_EQ(findings(check_with(published, vote)).size(), 2u);
}

RatedUnits with_step(const char* topic, const char* on) {
    RatedUnits units = good_units();
    units.files[0].facts.push_back({"extra", topic, day(on), {}, {{"on", day(on)}}});
    return units;
}

TEST(VoteRules, rule_16_after_the_rating_and_before_the_summing_up) {
    EXPECT_EQ(check_with(place, good_vote()).findings, std::vector<Finding>{});
    EXPECT_EQ(not_applied(check_with(place, good_vote())), Lines{});
    RatedVote vote = good_vote();
    vote.day = day("2023-12-01");  // rated that day: nothing finer is known
    vote.closed = day("2023-12-20");
    EXPECT_EQ(findings(check_with(place, vote)), Lines{});
    vote.day = day("2023-11-30");
    EXPECT_EQ(findings(check_with(place, vote)),
              Lines({"forbids place A", "forbids place B", "forbids place C", "forbids place vote-1"}));
    vote.day = day("2023-12-10");
    vote.closed = day("2023-12-21");
    const VoteVerdict late = check_with(place, vote);
    EXPECT_EQ(findings(late), Lines{"forbids place vote-1"});
    EXPECT_EQ(late.findings.at(0).figures[1].entries, Lines{"fact-step:summing-up"});
}

TEST(VoteRules, rule_16_by_the_facts_of_the_units_own_file) {
    EXPECT_EQ(findings(check_with(place, good_vote(), with_step("step:vote-open", "2023-11-30"))),
              Lines({"forbids place A", "forbids place B", "forbids place C", "forbids place vote-1"}));
    EXPECT_EQ(findings(check_with(place, good_vote(), with_step("step:vote-close", "2023-12-21"))),
              Lines{"forbids place vote-1"});
    EXPECT_EQ(findings(check_with(place, good_vote(), with_step("level:decision", "2023-12-11"))),
              Lines{"forbids place vote-1"});
    EXPECT_EQ(findings(check_with(place, good_vote(), with_step("level:decision", "2023-12-10"))), Lines{});
    // Two days that stand for one step.
    EXPECT_EQ(not_applied(check_with(place, good_vote(), with_step("step:rating", "2023-12-02"))),
              Lines{"contradicted place vote-1 step:rating"});
    // What other units did says nothing.
    RatedVote elsewhere = good_vote();
    elsewhere.unit = "unit-2";
    EXPECT_EQ(not_applied(check_with(place, elsewhere)),
              Lines({"missing place vote-1 step:rating", "missing place vote-1 step:summing-up"}));
    RatedVote open = good_vote();
    open.closed = {};
    EXPECT_EQ(not_applied(check_with(place, open)), Lines{"missing place vote-1 step:vote-close"});
}

// Source 003, point 5: the rating of collectives and of persons is finished, then the vote.
TEST(VoteRules, rule_16_those_voted_on_are_rated_before_it_too) {
    const auto person_rated = [](const char* file, const char* topic, const char* on) {
        RatedUnits units = good_units();
        for (RatedFile& f : units.files) {
            if (f.id == file) f.facts = {{"extra", topic, day(on), {}, {{"on", day(on)}}}};
        }
        return check_with(place, good_vote(), units);
    };
    EXPECT_EQ(findings(person_rated("A", "level:decision", "2023-12-10")), Lines{});
    const VoteVerdict late = person_rated("A", "level:decision", "2023-12-11");
    EXPECT_EQ(findings(late), Lines{"forbids place A"});
    EXPECT_EQ(late.findings.at(0).figures.at(0).value, "2023-12-11");
    EXPECT_EQ(findings(person_rated("B", "step:rating", "2023-12-11")), Lines{"forbids place B"});
    EXPECT_EQ(findings(person_rated("D", "level:decision", "2023-12-11")), Lines{});  // not voted on
    EXPECT_EQ(not_applied(person_rated("A", "step:review", "2023-12-01")),
              Lines{"missing place A step:rating"});
    // Of two days neither is known.
    RatedUnits two = good_units();
    for (RatedFile& f : two.files) {
        if (f.id == "A")
            f.facts.push_back(
                {"second", "level:decision", day("2023-11-02"), {}, {{"on", day("2023-11-02")}}});
    }
    EXPECT_EQ(not_applied(check_with(place, good_vote(), two)), Lines{"contradicted place A step:rating"});
}

}  // namespace
}  // namespace minhtin
