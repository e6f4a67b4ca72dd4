#include "ballot/ballot_checks.h"

#include <stdexcept>
#include <system_error>
#include <utility>

#include "crypto/hash.h"

namespace minhtin {
namespace {

std::string name_of(const WaitingBallot& ballot) {
    return "ballot " + std::to_string(ballot.number + 1) + " (" + sha256_b64(ballot.bytes) + ")";
}

}  // namespace

BallotChecks::~BallotChecks() {
    const Lock lock(mutex_);
    untaken_ = 0;
    for (std::jthread& worker : workers_) worker.request_stop();
}

Result<void, Rejection> BallotChecks::add(WaitingBallot ballot) {
    Lock lock(mutex_);
    while (full(ballot.bytes.size()) && !refusal_) advance(lock);
    if (refusal_) return Refused{*refusal_};
    bytes_ += ballot.bytes.size();
    items_.push_back({std::move(ballot)});
    ++untaken_;
    if (workers_.size() + 1 < threads_) start_worker();
    waiting_.notify_one();
    return {};
}

void BallotChecks::start_worker() {
    try {
        workers_.emplace_back([this](std::stop_token stop) { work(stop); });
    } catch (const std::system_error&) {
        threads_ = workers_.size() + 1;  // the system has no more
    }
}

Result<void, Rejection> BallotChecks::finish() {
    Lock lock(mutex_);
    while (!items_.empty() && !refusal_) advance(lock);
    if (refusal_) return Refused{*refusal_};
    return {};
}

void BallotChecks::work(std::stop_token stop) {
    Lock lock(mutex_);
    while (waiting_.wait(lock, stop, [this] { return untaken_ != 0; })) check_next(lock);
}

// Items stay where they are in a deque that only grows at its end and shrinks at its front, where only what
// is done is taken away.
void BallotChecks::check_next(Lock& lock) {
    Item& item = items_[items_.size() - untaken_--];
    lock.unlock();
    try {
        item.result.emplace(check_(item.ballot.bytes));
    } catch (...) {
        item.failure = std::current_exception();
    }
    lock.lock();
    item.done = true;
    done_.notify_one();
}

// One step towards an empty queue: the first is handed on, or the caller helps to check, or waits.
void BallotChecks::advance(Lock& lock) {
    if (items_.front().done) {
        const Item item = std::move(items_.front());
        items_.pop_front();
        bytes_ -= item.ballot.bytes.size();
        lock.unlock();
        hand_on(item);
        lock.lock();
        if (refusal_) untaken_ = 0;
    } else if (untaken_ != 0) {
        check_next(lock);
    } else {
        done_.wait(lock, [this] { return items_.front().done; });
    }
}

void BallotChecks::hand_on(const Item& item) {
    if (item.failure) std::rethrow_exception(item.failure);
    const auto& checked = *item.result;
    const auto accepted =
        checked ? accept_(*checked, item.ballot) : Result<void, Rejection>(Refused{checked.reason()});
    if (!accepted) refusal_ = within(name_of(item.ballot), accepted.reason());
}

Result<void, Rejection> CountedBallots::add(const CheckedBallot& ballot, const WaitingBallot& from) {
    Last& last = last_[ballot.credential()];
    if (last.size != 0) {
        if (last.hash == ballot.hash() || replaced_.contains(ballot.hash()))
            return Refused{Rejection{Reject::ballot_repeated, ""}};
        std::string bytes(last.size, '\0');
        archive_->read(last.offset, bytes);
        if (sha256_hex(bytes) != last.hash) throw std::runtime_error("the archive changed while it was read");
        const auto earlier = recall_ballot(*election_, bytes);
        ENSURE(earlier && earlier->credential == ballot.credential());
        tally_.uncount(earlier->credential, earlier->choices);
        replaced_.insert(std::move(last.hash));
    }
    tally_.count(ballot.credential(), ballot.choices());
    last = {from.offset, from.bytes.size(), ballot.hash()};
    return {};
}

}  // namespace minhtin
