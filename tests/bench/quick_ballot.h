#pragma once
// Ballots for benchmarks: valid ones with real proofs, made as fast as they are checked. Numbers that a voter
// keeps secret are public Scalars here, so that they may go through the tables of crypto/vartime; a voter's
// ballot must never be made like this (make_ballot in ballot/ballot.h, and the browser).
#include <cstdint>
#include <string>
#include <vector>

#include "ballot/ballot.h"
#include "ballot/election.h"
#include "crypto/random.h"

namespace minhtin {

// A voter of a benchmark: the number behind the credential is no secret.
struct BenchVoter {
    Scalar number;
    Element credential;
};
BenchVoter bench_voter(Random& random);

struct QuickBallot {
    std::string bytes;
    CiphertextTable choices;  // for the tally
};
// Every question must be without blank, with min 0 and max 1, and one mark at most.
QuickBallot quick_ballot(const Election& election, const BenchVoter& voter, const PlainVote& vote,
                         Random& random);

}  // namespace minhtin
