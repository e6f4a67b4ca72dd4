#pragma once
// The audit's way with many ballots: check them on several threads while the archive is read on, count the
// last of each credential.
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include "ballot/archive.h"
#include "ballot/ballot.h"
#include "ballot/board.h"
#include "ballot/election.h"
#include "ballot/tally.h"

namespace minhtin {

struct WaitingBallot {
    std::string bytes;
    std::uint64_t offset;  // in the archive
    std::uint64_t number;  // among the ballots, from 0
    BoardState after;      // of the board, once the ballot holds
};

// A queue of ballots on their way through check_ballot. What holds is handed on in the order in which it came
// and on the thread that brings it, so nothing that is told depends on the number of threads or on which of
// them is faster. The invariant: every ballot before the first refusal is handed on, and none after it.
// In the queue are at most 4 ballots a thread, of 32 MiB together; one that is larger by itself is there
// alone.
class BallotChecks {
public:
    // What check_ballot does; called on several threads at once.
    using Check = std::function<Result<CheckedBallot, Rejection>(std::string_view bytes)>;
    // Takes a ballot that holds; may refuse it nevertheless.
    using Accept = std::function<Result<void, Rejection>(const CheckedBallot&, const WaitingBallot&)>;

    // `threads` includes the caller's, which helps when the queue is full; the others start as ballots come,
    // and stay. If one cannot start, those that did do the work.
    BallotChecks(unsigned threads, Check check, Accept accept)
        : threads_(threads == 0 ? 1 : threads), check_(std::move(check)), accept_(std::move(accept)) {}
    // Waits for the ballots that are being checked just now, and forgets the others.
    ~BallotChecks();
    BallotChecks(const BallotChecks&) = delete;
    BallotChecks& operator=(const BallotChecks&) = delete;

    // Puts a ballot into the queue, after handing on others as long as there is no room. Refused: the first
    // ballot that is wrong, of those that came before; from then on always the same. Throws what a check or
    // `accept` threw; after that only the destructor may be called.
    Result<void, Rejection> add(WaitingBallot ballot);
    // The same for all that wait: the queue is empty afterwards, unless something is refused.
    Result<void, Rejection> finish();

private:
    using Lock = std::unique_lock<std::mutex>;
    struct Item {
        WaitingBallot ballot;
        std::optional<Result<CheckedBallot, Rejection>> result = {};
        std::exception_ptr failure = {};
        bool done = false;
    };
    bool full(std::size_t next) const {
        return !items_.empty() && (items_.size() >= 4 * threads_ || bytes_ + next > max_bytes);
    }
    void start_worker();
    void work(std::stop_token stop);
    void check_next(Lock& lock);
    void advance(Lock& lock);
    void hand_on(const Item& item);

    static constexpr std::size_t max_bytes = 32u << 20;
    std::size_t threads_;  // on the caller's thread only
    const Check check_;
    const Accept accept_;
    std::optional<Rejection> refusal_;

    std::mutex mutex_;                     // of all below
    std::condition_variable_any waiting_;  // something is untaken
    std::condition_variable done_;         // an item is done
    std::deque<Item> items_;               // in their order; the last `untaken_` nobody checks yet
    std::size_t untaken_ = 0, bytes_ = 0;
    std::vector<std::jthread> workers_;  // destroyed first
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
