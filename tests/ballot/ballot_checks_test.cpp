// The queue of ballots: order, bounds, failures and ends, with checks whose order is arranged.
#include "ballot/ballot_checks.h"

#include <gtest/gtest.h>

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <mutex>
#include <set>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

// A ballot that holds, for checks that decide by the bytes alone.
const CheckedBallot& some_ballot() {
    static const CheckedBallot checked = [] {
        const TestElection made = make_test_election({});
        return *check_ballot(made.open(), made.steps[1].data[0]);
    }();
    return checked;
}

WaitingBallot ballot(std::uint64_t number) {
    return {std::to_string(number), 0, number, {}};
}

// Notes what is handed on, and that it comes on the thread that began.
struct Accepted {
    std::vector<std::uint64_t> numbers;
    std::thread::id thread = std::this_thread::get_id();

    BallotChecks::Accept accept() {
        return [this](const CheckedBallot&, const WaitingBallot& from) -> Result<void, Rejection> {
            EXPECT_EQ(std::this_thread::get_id(), thread);
            numbers.push_back(from.number);
            return {};
        };
    }
};

std::vector<std::uint64_t> first(std::uint64_t n) {
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t i = 0; i < n; ++i) numbers.push_back(i);
    return numbers;
}

TEST(BallotChecks, HandOnInOrderWhateverIsDoneFirst) {
    some_ballot();
    std::latch others(5);
    Accepted accepted;
    BallotChecks checks(
        3,
        [&](std::string_view bytes) -> Result<CheckedBallot, Rejection> {
            if (bytes == "0") others.wait();  // for five that come later
            if (bytes >= "1" && bytes <= "5") others.count_down();
            return some_ballot();
        },
        accepted.accept());
    for (std::uint64_t i = 0; i < 9; ++i) ASSERT_TRUE(checks.add(ballot(i)));
    ASSERT_TRUE(checks.finish());
    EXPECT_EQ(accepted.numbers, first(9));
}

TEST(BallotChecks, TheFirstRefusalIsToldThoughALaterOneWasFoundBefore) {
    some_ballot();
    std::latch later(1);
    Accepted accepted;
    BallotChecks checks(
        2,
        [&](std::string_view bytes) -> Result<CheckedBallot, Rejection> {
            if (bytes == "2") {
                later.wait();
                return Refused{Rejection{Reject::ballot_signature, ""}};
            }
            if (bytes == "4") {
                later.count_down();
                return Refused{Rejection{Reject::json_syntax, ""}};
            }
            return some_ballot();
        },
        accepted.accept());
    for (std::uint64_t i = 0; i < 7; ++i) ASSERT_TRUE(checks.add(ballot(i)));
    for (int again = 0; again < 2; ++again) {
        const auto done = checks.finish();
        ASSERT_FALSE(done);
        EXPECT_EQ(done.reason().reason, Reject::ballot_signature);
        EXPECT_TRUE(done.reason().where.starts_with("ballot 3 ")) << done.reason().where;
        EXPECT_EQ(accepted.numbers, first(2));
    }
    EXPECT_FALSE(checks.add(ballot(7)));
}

TEST(BallotChecks, WhoAcceptsMayRefuse) {
    std::vector<std::uint64_t> seen;
    BallotChecks checks(
        4, [](std::string_view) -> Result<CheckedBallot, Rejection> { return some_ballot(); },
        [&](const CheckedBallot&, const WaitingBallot& from) -> Result<void, Rejection> {
            seen.push_back(from.number);
            if (from.number == 3) return Refused{Rejection{Reject::ballot_repeated, ""}};
            return {};
        });
    std::uint64_t added = 0;
    while (added < 100 && checks.add(ballot(added))) ++added;
    EXPECT_LE(added, 3u + 1 + 4 * 4);
    ASSERT_FALSE(checks.finish());
    EXPECT_EQ(seen, first(4));
}

TEST(BallotChecks, AreBounded) {
    constexpr std::size_t most = 32u << 20;
    for (const unsigned threads : {1u, 2u, 5u}) {
        for (const std::size_t size : {std::size_t{1}, std::size_t{9} << 20, most, most + 1}) {
            Accepted accepted;
            std::uint64_t added = 0;
            const std::uint64_t all = size < most ? 50 : 4;
            BallotChecks checks(
                threads, [](std::string_view) -> Result<CheckedBallot, Rejection> { return some_ballot(); },
                accepted.accept());
            while (added < all) {
                ASSERT_TRUE(checks.add({std::string(size, 'x'), 0, added++, {}}));
                const std::uint64_t inside = added - accepted.numbers.size();
                EXPECT_LE(inside, 4 * threads);
                EXPECT_LE(inside * size, std::max(most, size));
            }
            ASSERT_TRUE(checks.finish());
            EXPECT_EQ(accepted.numbers, first(all));
        }
    }
}

TEST(BallotChecks, WhatAThreadThrowsReachesTheCaller) {
    for (const unsigned threads : {1u, 2u, 8u}) {
        Accepted accepted;
        BallotChecks checks(
            threads,
            [](std::string_view bytes) -> Result<CheckedBallot, Rejection> {
                if (bytes == "3") throw std::runtime_error("no memory");
                if (bytes == "4") return Refused{Rejection{Reject::json_syntax, ""}};
                return some_ballot();
            },
            accepted.accept());
        EXPECT_THROW(
            {
                for (std::uint64_t i = 0; i < 6; ++i) ASSERT_TRUE(checks.add(ballot(i)));
                static_cast<void>(checks.finish());
            },
            std::runtime_error);
        EXPECT_EQ(accepted.numbers, first(3));
    }
}

TEST(BallotChecks, WhatAcceptingThrowsReachesTheCaller) {
    for (const unsigned threads : {1u, 2u, 8u}) {
        std::vector<std::uint64_t> seen;
        BallotChecks checks(
            threads, [](std::string_view) -> Result<CheckedBallot, Rejection> { return some_ballot(); },
            [&](const CheckedBallot&, const WaitingBallot& from) -> Result<void, Rejection> {
                seen.push_back(from.number);
                if (from.number == 3) throw std::runtime_error("the archive cannot be read");
                return {};
            });
        EXPECT_THROW(
            {
                for (std::uint64_t i = 0; i < 10; ++i) ASSERT_TRUE(checks.add(ballot(i)));
                static_cast<void>(checks.finish());
            },
            std::runtime_error);
        EXPECT_EQ(seen, first(4));
    }
}

// The check of ballot 0 lasts until the thread of ballot 1 has ended, and a thread ends only when the queue
// does.
TEST(BallotChecks, EndWithBallotsStillInside) {
    some_ballot();
    struct AtEnd {
        std::latch& ended;
        ~AtEnd() { ended.count_down(); }
    };
    std::latch both_inside(2), other_ended(1);
    std::atomic<bool> outlasted = false;
    Accepted accepted;
    {
        BallotChecks checks(
            3,
            [&](std::string_view bytes) -> Result<CheckedBallot, Rejection> {
                if (bytes == "0") {
                    both_inside.count_down();
                    other_ended.wait();
                    outlasted = true;
                }
                if (bytes == "1") {
                    thread_local const AtEnd at_end{other_ended};
                    both_inside.count_down();
                }
                return some_ballot();
            },
            accepted.accept());
        for (std::uint64_t i = 0; i < 12; ++i) ASSERT_TRUE(checks.add(ballot(i)));
        both_inside.wait();
    }
    EXPECT_TRUE(outlasted);
    EXPECT_TRUE(accepted.numbers.empty());
}

// While it lives, no thread can start: its stack would be larger than the address space.
class NoMoreThreads {
public:
    NoMoreThreads() {
        pthread_attr_t none;
        pthread_getattr_default_np(&before_);
        pthread_getattr_default_np(&none);
        pthread_attr_setstacksize(&none, std::size_t{1} << 60);
        pthread_setattr_default_np(&none);
        pthread_attr_destroy(&none);
    }
    ~NoMoreThreads() {
        pthread_setattr_default_np(&before_);
        pthread_attr_destroy(&before_);
    }
    NoMoreThreads(const NoMoreThreads&) = delete;
    NoMoreThreads& operator=(const NoMoreThreads&) = delete;

private:
    pthread_attr_t before_;
};

TEST(BallotChecks, GoOnWithTheThreadsThatCanStart) {
    some_ballot();
    for (const std::uint64_t started : {0u, 1u, 2u}) {
        Accepted accepted;
        std::mutex mutex;
        std::set<std::thread::id> threads;
        BallotChecks checks(
            8,
            [&](std::string_view) -> Result<CheckedBallot, Rejection> {
                const std::lock_guard lock(mutex);
                threads.insert(std::this_thread::get_id());
                return some_ballot();
            },
            accepted.accept());
        for (std::uint64_t i = 0; i < started; ++i) ASSERT_TRUE(checks.add(ballot(i)));
        const NoMoreThreads no_more;
        ASSERT_THROW(std::thread([] {}).join(), std::system_error);
        for (std::uint64_t i = started; i < 60; ++i) {
            ASSERT_TRUE(checks.add(ballot(i)));
            EXPECT_LE(i + 1 - accepted.numbers.size(), 4 * (started + 1));
        }
        ASSERT_TRUE(checks.finish());
        EXPECT_EQ(accepted.numbers, first(60));
        EXPECT_LE(threads.size(), started + 1);
    }
}

}  // namespace
}  // namespace minhtin
