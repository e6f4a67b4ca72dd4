#pragma once
// Where ballots wait: a bounded queue, one worker a core that checks proofs with no lock held, one writer
// that commits what is checked in groups. cast() comes back when the ballot is durable or refused, never in
// between.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/app/live_board.h"

namespace minhtin {

class BallotBox {
public:
    // Each is waited for by a thread of the HTTP server, which must have some left for everybody else.
    static constexpr std::size_t max_waiting = 256;
    struct Size {
        std::size_t workers = std::max(1u, std::thread::hardware_concurrency());
        std::size_t waiting = max_waiting;  // ballots in the box; one more is refused as busy
        std::size_t group = 64;             // ballots in one commit
        // A commit waits so long for the ballots that are in the box but not checked yet.
        std::chrono::milliseconds gather{20};
    };
    BallotBox() : BallotBox(Size{}) {}
    explicit BallotBox(Size size);
    // Finishes every ballot that was taken in.
    ~BallotBox();
    BallotBox(const BallotBox&) = delete;
    BallotBox& operator=(const BallotBox&) = delete;

    // Refused: busy (full, or stopping), what check_ballot refuses, vote_closed. Throws what the store
    // throws; then nothing was acknowledged.
    Outcome<Receipt> cast(std::shared_ptr<LiveBoard> board, std::string bytes);

    // From now on every new ballot is refused as busy; comes back when the box is empty.
    void stop();

private:
    struct Waiting {
        std::shared_ptr<LiveBoard> board;
        std::string bytes;
        std::promise<Outcome<Receipt>> answer;
    };
    struct Checked {
        std::shared_ptr<LiveBoard> board;
        CheckedCast cast;
        std::promise<Outcome<Receipt>> answer;
    };
    void end();
    void work();
    void write();
    // Nothing is gained by waiting for more to commit.
    bool gathered() const {
        return !checked_.empty() && (checked_.size() >= size_.group || checked_.size() == inside_);
    }
    static void commit(std::vector<Checked>& group);

    const Size size_;
    std::mutex mutex_;
    std::condition_variable to_check_, to_write_, empty_;
    std::deque<Waiting> waiting_;
    std::deque<Checked> checked_;
    std::size_t inside_ = 0;  // ballots not answered yet
    bool stopping_ = false, done_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace minhtin
