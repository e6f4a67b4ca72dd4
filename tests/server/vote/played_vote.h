#pragma once
// A small vote whose every step is prepared, to be played on any store.
#include <functional>
#include <string>
#include <vector>

#include "ballot/tally.h"
#include "server/app/live_board.h"
#include "tests/server/vote/small_election.h"

namespace minhtin::test {

struct PlayedVote {
    PlayedVote();
    SmallElection e;
    std::vector<std::string> ballots;  // the fourth replaces the first
    std::vector<std::string> shares;   // of the sum over them
    const ResultTable result{{2, 0, 0}, {0, 2, 0}};

    CheckedCast cast(std::size_t i) const;
};

// The vote, each thing that somebody does only if it is not done yet; without shares, until the close.
// `acknowledged` hears every receipt.
using Acknowledged = std::function<void(const std::string&)>;
void play(
    BoardStore& store, const SmallElection& e, const std::vector<std::string>& ballots,
    const std::vector<std::string>& shares, const Acknowledged& acknowledged = [](const std::string&) {});

std::string archive_of(const BoardStore& store, const std::string& uuid);

}  // namespace minhtin::test
