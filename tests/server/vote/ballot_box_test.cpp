#include "server/app/ballot_box.h"

#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <map>

#include "server/app/boards.h"
#include "server/store/memory_board_store.h"
#include "tests/server/vote/small_election.h"

namespace minhtin::test {
namespace {

struct OpenBoard {
    SmallElection e;
    MemoryBoardStore store;
    Boards boards{store};
    std::shared_ptr<LiveBoard> board;
    OpenBoard() {
        boards.begin(e.uuid, e.files, e.time);
        board = boards.find(e.uuid);
    }
};

TEST(BallotBox, answers_with_the_check_that_failed) {
    OpenBoard b;
    BallotBox box;
    EXPECT_TRUE(box.cast(b.board, b.e.ballot(0, {0, 0})));
    EXPECT_EQ(box.cast(b.board, "{}").reason().rejected, Reject::field_missing);
    EXPECT_EQ(b.board->counted(), 1u);
}

TEST(BallotBox, a_full_box_is_busy_and_loses_nothing) {
    OpenBoard b;
    // Room for one; the writer is held up by a store that waits.
    class Slow : public MemoryBoardStore {
    public:
        Appended append(std::string_view e, const BoardHead& h, const BoardGroup& g) override {
            if (gate) gate->arrive_and_wait(), gate->arrive_and_wait();
            return MemoryBoardStore::append(e, h, g);
        }
        std::barrier<>* gate = nullptr;
    } slow;
    Boards boards(slow);
    boards.begin(b.e.uuid, b.e.files, b.e.time);
    std::barrier<> gate(2);
    slow.gate = &gate;
    BallotBox box({.workers = 1, .waiting = 1, .group = 8});
    const auto board = boards.find(b.e.uuid);
    std::optional<Outcome<Receipt>> first;
    {
        std::jthread voter([&] { first = box.cast(board, b.e.ballot(0, {0, 0})); });
        gate.arrive_and_wait();  // the first ballot is at the store
        EXPECT_EQ(box.cast(board, b.e.ballot(1, {0, 0})).reason(), Refusal(Reason::busy));
        gate.arrive_and_wait();
    }
    slow.gate = nullptr;
    ASSERT_TRUE(first && *first);
    EXPECT_TRUE(box.cast(board, b.e.ballot(1, {0, 0})));
    EXPECT_EQ(board->counted(), 2u);
}

// With an hour to wait, one who is not there any more would hold a ballot up for ever.
TEST(BallotBox, a_commit_waits_for_nobody_who_is_not_coming) {
    OpenBoard b;
    std::vector<std::string> ballots(24, "{}");
    for (const std::size_t i : {0u, 8u, 16u}) ballots[i] = b.e.ballot(i / 8, {0, 1});
    BallotBox box({.workers = 1, .waiting = 64, .group = 8, .gather = std::chrono::hours(1)});
    {
        std::vector<std::jthread> voters;
        for (const std::string& ballot : ballots)
            voters.emplace_back([&] { static_cast<void>(box.cast(b.board, ballot)); });
    }
    EXPECT_EQ(b.board->counted(), 3u);
}

TEST(BallotBox, stopping_finishes_what_is_inside_and_takes_no_more) {
    OpenBoard b;
    std::vector<std::string> ballots;
    for (std::size_t i = 0; i < 6; ++i) ballots.push_back(b.e.ballot(i, {0, -1}));
    BallotBox box;
    std::atomic<int> taken = 0, refused = 0;
    {
        std::vector<std::jthread> voters;
        for (const std::string& ballot : ballots)
            voters.emplace_back([&] { (box.cast(b.board, ballot) ? taken : refused)++; });
        box.stop();
    }
    EXPECT_EQ(taken + refused, 6);
    EXPECT_EQ(b.board->counted(), static_cast<std::uint64_t>(taken));
    EXPECT_EQ(box.cast(b.board, ballots[0]).reason(), Refusal(Reason::busy));
}

TEST(BallotBox, many_voters_at_once_some_voting_again_give_the_plain_count) {
    OpenBoard b;
    constexpr std::size_t voters = 6;
    // Each voter's ballots one after the other; all voters at the same time.
    std::vector<std::vector<std::pair<std::string, std::vector<int>>>> plans(voters);
    for (std::size_t v = 0; v < voters; ++v) {
        for (std::size_t n = 0; n <= v % 3; ++n) {
            const std::vector<int> marks{static_cast<int>((v + n) % 4) - 1, static_cast<int>((v * n) % 3)};
            plans[v].emplace_back(b.e.ballot(v, marks), marks);
        }
    }
    BallotBox box;
    {
        std::vector<std::jthread> threads;
        for (const auto& plan : plans) {
            threads.emplace_back([&] {
                for (const auto& [ballot, marks] : plan) EXPECT_TRUE(box.cast(b.board, ballot));
            });
        }
    }
    ResultTable plain{{0, 0, 0}, {0, 0, 0}};
    for (const auto& plan : plans) {
        for (std::size_t p = 0; p < 2; ++p) {
            const int mark = plan.back().second[p];
            if (mark >= 0) ++plain[p][static_cast<std::size_t>(mark)];
        }
    }
    EXPECT_EQ(b.board->counted(), voters);
    ASSERT_TRUE(b.board->close(voters));
    SystemRandom random;
    const auto tally = decode_tally(*b.e.election, [&] {
        const BoardRecord record = b.store.read(b.e.uuid, b.store.head(b.e.uuid).records - 3, 1).at(0);
        return record.bytes.substr(512, std::stoul(record.bytes.substr(124, 11), nullptr, 8));
    }());
    for (std::size_t i = 1; i <= 2; ++i)
        ASSERT_TRUE(
            b.board->submit_share(i, make_decryption(*b.e.election, *tally, b.e.keys[i - 1], random)));
    ASSERT_TRUE(b.board->finish());
    EXPECT_EQ(b.board->end().value().result, plain);
}

}  // namespace
}  // namespace minhtin::test
