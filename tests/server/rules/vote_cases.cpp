#include "tests/server/rules/vote_cases.h"

namespace minhtin {
namespace {

RatedVote::Person person(const std::string& file, std::int64_t high, std::int64_t trust, std::int64_t low,
                         std::int64_t not_counted) {
    RatedVote::Person p;
    p.file = file;
    p.name = "Người " + file;
    p.post = "Phó Giám đốc";
    p.elected = day("2021-06-01");
    p.retiring = false;
    p.counts = {{"high", high}, {"trust", trust}, {"low", low}};
    p.not_counted = not_counted;
    p.report_sent = day("2023-11-20");
    p.questions_put = day("2023-11-30");
    p.answers_sent = day("2023-12-06");
    return p;
}

// 28 ballots in order, one with two marks for B, one not issued by the committee.
std::vector<PaperBallot> good_ballots() {
    PaperBallot clean;
    clean.marks = {{"A", 1}, {"B", 1}, {"C", 1}};
    std::vector<PaperBallot> ballots(28, clean);
    ballots[3].signed_by_voter = true;
    PaperBallot double_mark = clean;
    double_mark.marks["B"] = 2;
    PaperBallot foreign = clean;
    foreign.issued_by_committee = false;
    ballots.push_back(double_mark);
    ballots.push_back(foreign);
    return ballots;
}

Fact step(const std::string& topic, const char* on) {
    return {"fact-" + topic, topic, day(on), {}, {{"on", day(on)}}};
}

}  // namespace

RatedVote good_vote() {
    RatedVote vote;
    vote.id = "vote-1";
    vote.unit = "unit-1";
    vote.place = "work";
    vote.list_sent = day("2023-10-20");
    vote.dossier_sent = day("2023-11-25");
    vote.front_synthesis = day("2023-11-15");
    vote.day = day("2023-12-10");
    vote.closed = day("2023-12-10");
    vote.summoned = 31;
    vote.present = 31;
    vote.eligible = 31;
    vote.issued = 31;
    vote.collected = 30;
    vote.valid = 29;
    vote.invalid = 1;
    vote.persons = {person("A", 20, 8, 1, 1), person("B", 10, 10, 8, 2), person("C", 20, 4, 5, 1)};
    vote.committee = RatedVote::Committee{{"Người Kiểm Phiếu", "D"}, "chair", "meeting", true, true};
    vote.announced = {"issued", "collected", "validity", "counts"};
    vote.tally_seen_while_open = false;
    vote.releases = {{"Bí thư", "hội nghị", day("2023-12-11")}};
    vote.reported_up = day("2023-12-12");
    vote.ballots = good_ballots();
    return vote;
}

RatedUnits good_units() {
    RatedUnits units;
    units.year = 2023;
    units.units.push_back({"unit-1", {}, RatedUnit::Kind::party, RatedUnit::Tier::grassroots, {}, {}});
    RatedFile collective{"unit-file", "unit-1", {}, RatedFile::Subject::collective, {}};
    collective.facts = {step("step:rating", "2023-12-01"), step("step:summing-up", "2023-12-20")};
    units.files.push_back(collective);
    for (const char* id : {"A", "B", "C", "D"})
        units.files.push_back(
            {id, "unit-1", {}, RatedFile::Subject::person, {step("level:decision", "2023-12-01")}});
    return units;
}

RegulationProfile all_vote_rules() {
    return profile_of({
        rule("percentage", rules::Percentage{"collected"}),
        rule("quorum", rules::QuorumRule{{2, 3}}),
        rule("band-two-thirds", rules::BandRule{"low-two-thirds", "low", {2, 3}, true, ""}),
        rule("band-over-half", rules::BandRule{"low-over-half", "low", {1, 2}, false, ""}),
        rule("balance", rules::Balance{}),
        rule("valid-line", rules::ValidLine{false}),
        rule("valid-ballot", rules::ValidBallot{true, false, false}),
        rule("once", rules::OnceOnTheList{2}),
        rule("not-voted-on", rules::NotVotedOn{true, true, 0}),
        rule("dossier", rules::CalendarStep{"dossier", 15}),
        rule("questions", rules::CalendarStep{"questions", 10}),
        rule("answers", rules::CalendarStep{"answers", 3}),
        rule("report", rules::CalendarStep{"report", 20}),
        rule("list", rules::CalendarStep{"list", 45}),
        rule("front", rules::CalendarStep{"front-synthesis", 25}),
        rule("counting-order", rules::CountingOrder{}),
        rule("committee", rules::CountingCommittee{}),
        rule("result-sheet", rules::ResultSheet{}),
        rule("published", rules::Published{}),
        rule("no-voter-link", rules::NoVoterLink{}),
        rule("place-in-year", rules::PlaceInYear{}),
    });
}

std::vector<std::string> findings(const VoteVerdict& verdict) {
    std::vector<std::string> lines;
    const char* kinds[] = {"forbids", "missing", "would_break", "warns"};
    for (const Finding& f : verdict.findings)
        lines.push_back(std::string(kinds[static_cast<int>(f.kind)]) + " " + f.rule + " " + f.about);
    return lines;
}

std::vector<std::string> not_applied(const VoteVerdict& verdict) {
    std::vector<std::string> lines;
    for (const NotApplied& n : verdict.not_applied) {
        std::string line = n.why == NotApplied::Why::missing ? "missing " : "contradicted ";
        line += n.rule + " " + n.about;
        for (const UsedFigure& figure : n.needs) line += " " + figure.name;
        lines.push_back(line);
    }
    return lines;
}

VoteVerdict check_with(const Rule& one, const RatedVote& vote, const RatedUnits& units) {
    return check_vote(profile_of({one}), vote, units, day("2023-12-01"));
}

}  // namespace minhtin
