#include "server/app/ballot_box.h"

#include <pthread.h>

#include <algorithm>

namespace minhtin {

BallotBox::BallotBox(Size size) : size_(size) {
    // Named, so that the system tells which thread takes how much of a CPU.
    const auto start = [this](const char* name, void (BallotBox::*run)()) {
        threads_.emplace_back([this, name, run] {
            pthread_setname_np(pthread_self(), name);
            (this->*run)();
        });
    };
    try {
        for (std::size_t i = 0; i < size_.workers; ++i) start("check-ballots", &BallotBox::work);
        start("write-ballots", &BallotBox::write);
    } catch (...) {  // the system has no more threads: those that wait must end
        end();
        throw;
    }
}

BallotBox::~BallotBox() {
    stop();
    end();
}

void BallotBox::end() {
    {
        const std::scoped_lock lock(mutex_);
        done_ = true;
    }
    to_check_.notify_all();
    to_write_.notify_all();
}

void BallotBox::stop() {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    empty_.wait(lock, [this] { return inside_ == 0; });
}

Outcome<Receipt> BallotBox::cast(std::shared_ptr<LiveBoard> board, std::string bytes) {
    std::future<Outcome<Receipt>> answer;
    {
        const std::scoped_lock lock(mutex_);
        if (stopping_ || inside_ >= size_.waiting) return Reason::busy;
        ++inside_;
        waiting_.push_back({std::move(board), std::move(bytes), {}});
        answer = waiting_.back().answer.get_future();
    }
    to_check_.notify_one();
    return answer.get();
}

void BallotBox::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        to_check_.wait(lock, [this] { return done_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        Waiting job = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        std::optional<CheckedCast> cast;
        try {
            auto ballot = check_ballot(job.board->election(), job.bytes);
            if (ballot)
                cast = CheckedCast{std::move(*ballot), std::move(job.bytes)};
            else
                job.answer.set_value(ballot.reason());
        } catch (...) {
            job.answer.set_exception(std::current_exception());
        }
        lock.lock();
        if (cast)
            checked_.push_back({std::move(job.board), std::move(*cast), std::move(job.answer)});
        else if (--inside_ == 0)
            empty_.notify_all();
        if (checked_.size() == 1 || gathered()) to_write_.notify_one();
    }
}

void BallotBox::write() {
    std::unique_lock lock(mutex_);
    while (true) {
        to_write_.wait(lock, [this] { return done_ || !checked_.empty(); });
        if (checked_.empty()) return;
        // A commit costs nearly as much for one ballot as for many.
        to_write_.wait_for(lock, size_.gather, [this] { return done_ || gathered(); });
        std::vector<Checked> group;
        while (!checked_.empty() && group.size() < size_.group) {
            group.push_back(std::move(checked_.front()));
            checked_.pop_front();
        }
        lock.unlock();
        const std::size_t answered = group.size();
        commit(group);
        lock.lock();
        inside_ -= answered;
        if (inside_ == 0) empty_.notify_all();
    }
}

// Ballots of one board go together; the order in which they came stays.
void BallotBox::commit(std::vector<Checked>& group) {
    std::stable_sort(group.begin(), group.end(),
                     [](const Checked& a, const Checked& b) { return a.board < b.board; });
    for (auto first = group.begin(); first != group.end();) {
        const auto end =
            std::find_if(first, group.end(), [&](const Checked& c) { return c.board != first->board; });
        std::vector<CheckedCast> casts;
        for (auto c = first; c != end; ++c) casts.push_back(std::move(c->cast));
        try {
            const auto answers = first->board->cast(casts);
            for (auto c = first; c != end; ++c)
                c->answer.set_value(answers[static_cast<std::size_t>(c - first)]);
        } catch (...) {
            for (auto c = first; c != end; ++c) c->answer.set_exception(std::current_exception());
        }
        first = end;
    }
}

}  // namespace minhtin
