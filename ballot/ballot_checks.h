#pragma once
// The audit's way with many ballots: check them on several threads, count the last of each credential.
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "ballot/archive.h"
#include "ballot/ballot.h"
#include "ballot/election.h"
#include "ballot/tally.h"

namespace minhtin {

struct WaitingBallot {
    std::string bytes;
    std::uint64_t offset;  // in the archive
    std::uint64_t number;  // among the ballots, from 0
};

// A bounded batch of ballots. What is told does not depend on the number of threads.
class BallotChecks {
public:
    explicit BallotChecks(unsigned threads) : threads_(threads == 0 ? 1 : threads) {}
    void add(WaitingBallot ballot) {
        bytes_ += ballot.bytes.size();
        waiting_.push_back(std::move(ballot));
    }
    bool empty() const { return waiting_.empty(); }
    bool full() const { return waiting_.size() >= threads_ * 16 || bytes_ >= max_bytes; }
    // Checks all and hands them on in their order, until the first refusal, its own or that of `accept`.
    using Accept = std::function<Result<void, Rejection>(const CheckedBallot&, const WaitingBallot&)>;
    Result<void, Rejection> run(const Election& election, const Accept& accept);

private:
    std::size_t threads_;
    static constexpr std::size_t max_bytes = 32u << 20;
    std::vector<WaitingBallot> waiting_;
    std::size_t bytes_ = 0;
};

// The sum over the last ballot of each credential. Keeps for each credential where its last ballot lies, and
// the hashes of ballots that were replaced, because none may come a second time.
class CountedBallots {
public:
    // Both must outlive it.
    CountedBallots(const Election& election, const ByteSource& archive)
        : election_(&election), archive_(&archive), last_(election.credentials().size()), tally_(election) {}
    Result<void, Rejection> add(const CheckedBallot& ballot, const WaitingBallot& from);
    const RunningTally& tally() const { return tally_; }

private:
    struct Last {
        std::uint64_t offset = 0;
        std::size_t size = 0;  // 0: none yet
        std::string hash;
    };
    const Election* election_;
    const ByteSource* archive_;
    std::vector<Last> last_;
    std::unordered_set<std::string> replaced_;
    RunningTally tally_;
};

}  // namespace minhtin
