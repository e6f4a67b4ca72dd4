#pragma once
// One rule of a profile at work on one vote: what the parts of check_vote share, and those parts.
#include <cstdint>
#include <string>
#include <vector>

#include "server/domain/balance.h"
#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/day_count.h"
#include "server/domain/rules/sentences.h"

namespace minhtin {

// How a figure of a vote is shown: "vote.issued" leads nowhere, "line.low" to the file of the person.
using UsedFigures = std::vector<UsedFigure>;

class VoteRule {
public:
    const RegulationProfile& profile;
    const RatedVote& vote;  // persons by file; numbers within 0 to largest_count
    const RatedUnits& units;
    const Day now;
    const Rule& rule;
    VoteVerdict& verdict;  // persons in the order of vote.persons

    // `about` is the vote's id or the file of a person on the list.
    void find(Finding::Kind kind, const std::string& about, const Places& places, UsedFigures figures) const;
    // Nothing when nothing is needed.
    void not_applied(const std::string& about, UsedFigures needs,
                     NotApplied::Why why = NotApplied::Why::missing) const;
};

std::string text_of(const Number& number);
std::string text_of(const std::optional<Day>& day);  // ISO

BallotSums sums_of(const RatedVote& vote);
LineSums line_of(const RegulationProfile& profile, const RatedVote::Person& person);
UsedFigure figure_of(Amount amount, const BallotSums& sums);
UsedFigure figure_of(Amount amount, const RatedVote::Person& person, const LineSums& line);
UsedFigure figure_of_level(const RegulationProfile& profile, const RatedVote::Person& person,
                           const std::string& level);

// The number of which percentages are taken, by the profile's rule: at least 1. When there is none, that is
// said as a rule that could not be applied.
Number base_or_reason(const VoteRule& at);
UsedFigure base_figure(const VoteRule& at);

// vote_numbers.cpp
void apply(const VoteRule& at, const rules::Percentage& rule);
void apply(const VoteRule& at, const rules::QuorumRule& rule);
void apply(const VoteRule& at, const rules::Balance& rule);
// vote_bands.cpp
void apply(const VoteRule& at, const rules::BandRule& rule);
// vote_ballots.cpp
void apply(const VoteRule& at, const rules::ValidBallot& rule);
void apply(const VoteRule& at, const rules::ValidLine& rule);
// vote_list.cpp
void apply(const VoteRule& at, const rules::OnceOnTheList& rule);
void apply(const VoteRule& at, const rules::NotVotedOn& rule);
void apply(const VoteRule& at, const rules::CountingCommittee& rule);
// vote_course.cpp
void apply(const VoteRule& at, const rules::CalendarStep& rule);
void apply(const VoteRule& at, const rules::CountingOrder& rule);
void apply(const VoteRule& at, const rules::ResultSheet& rule);
void apply(const VoteRule& at, const rules::Published& rule);
// vote_year.cpp
void apply(const VoteRule& at, const rules::PlaceInYear& rule);

}  // namespace minhtin
