#pragma once
// A vote in which everything is as it should be, and what to look for in a verdict.
#include <string>
#include <vector>

#include "server/domain/rules/check_unit.h"
#include "tests/server/rules/profile_builder.h"

namespace minhtin {

// 31 of 31 present, 30 ballots of 31 returned, 1 invalid; three persons; calendar, committee and files in
// order.
RatedVote good_vote();
// The unit of good_vote, rated on 1 December, summed up on 20 December; one file for each person.
RatedUnits good_units();
// All rules about votes, as 96-QĐ/TW and a local yearly vote have them.
RegulationProfile all_vote_rules();

// "forbids quorum vote-1": kind, rule, about.
std::vector<std::string> findings(const VoteVerdict& verdict);
// "missing quorum vote-1 vote.present": why, rule, about, what is needed.
std::vector<std::string> not_applied(const VoteVerdict& verdict);
// Of the vote with one rule only, at noon of nothing in particular: 2023-12-01.
VoteVerdict check_with(const Rule& rule, const RatedVote& vote, const RatedUnits& units = good_units());

using Lines = std::vector<std::string>;

}  // namespace minhtin
