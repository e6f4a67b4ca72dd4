#pragma once
// Whole elections for tests, made by our own code; and archives put together from any steps, right or wrong,
// with all hashes of the chain redone.
#include <string>
#include <utility>
#include <vector>

#include "ballot/archive.h"
#include "ballot/audit.h"
#include "ballot/ballot.h"
#include "ballot/board.h"
#include "ballot/ceremony.h"
#include "ballot/election.h"
#include "ballot/tally.h"
#include "tests/support/seeded_random.h"

namespace minhtin {

struct Step {
    EventType type;
    std::vector<std::string> data;
};

// Framed and chained as they are, in any order.
std::string archive_of(const std::vector<Step>& steps, std::uint64_t timestamp = 1'795'219'200);
// The steps of an archive that is well framed.
std::vector<Step> steps_of(std::string_view archive);

// "" when it holds, otherwise the code of the refusal.
template <class T>
std::string code_of(const Result<T, Rejection>& result) {
    return result ? "" : std::string(sentence(result.reason().reason).code);
}

AuditReport audit_bytes(std::string_view archive, unsigned threads = 1);
// "" when it holds, otherwise the code of the refusal.
std::string verdict(std::string_view archive);

struct ElectionPlan {
    std::string seed = "election";  // of the randomness
    Profile profile = Profile::hardened;
    std::size_t singles = 0, size = 3, threshold = 2;  // size 0: no group
    std::vector<Question> questions{{"Nguyễn Văn Thử — Tổ trưởng", {"Cao", "Vừa", "Thấp"}, false, 0, 1}};
    std::size_t voters = 3;
    std::vector<std::uint64_t> weights;  // empty: everybody 1
    std::vector<std::pair<std::size_t, PlainVote>> votes{
        {0, {{1, 0, 0}}}, {1, {{0, 0, 1}}}, {0, {{0, 1, 0}}}};
    std::vector<std::size_t> shares;  // owners; empty: everybody
};

struct Seat {
    SecretString seed;
    std::string private_key;  // sealed, as the server returns it
};

struct TestElection {
    std::vector<Step> steps;
    SetupFiles files;
    std::vector<SecretString> credentials;
    std::vector<SecretScalar> keys;  // by owner, from the place 0
    std::vector<Seat> seats;         // of the group
    std::string archive() const { return archive_of(steps); }
    Election open() const;
};

// Setup, the votes in order, and the whole count.
TestElection make_test_election(const ElectionPlan& plan);
// The steps that end an election in which these ballots were cast, by this code's own count.
std::vector<Step> count_steps(const TestElection& made, const Election& election,
                              const std::vector<std::string>& ballots, const std::vector<std::size_t>& shares,
                              Random& random);

}  // namespace minhtin
