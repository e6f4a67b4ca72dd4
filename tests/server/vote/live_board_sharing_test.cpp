// Many ask, one extends: who waits for whom, and what a failing disk or another writer changes.
#include <gtest/gtest.h>

#include <thread>

#include "server/app/boards.h"
#include "server/store/memory_board_store.h"
#include "tests/server/vote/decorated_store.h"
#include "tests/server/vote/played_vote.h"

namespace minhtin::test {
namespace {

TEST(LiveBoard, questions_are_answered_while_somebody_extends_the_board) {
    PlayedVote p;
    MemoryBoardStore memory;
    SlowStore store(memory);
    Boards boards(store);
    boards.begin(p.e.uuid, p.e.files, p.e.time);
    const auto board = boards.find(p.e.uuid);
    const std::string first = p.cast(0).ballot.hash();
    // What is answered while the step stands in the store is what was so before it.
    const auto watched = [&](int stops, const std::function<void()>& step) {
        const auto last = board->last_event();
        const auto head = board->head();
        const auto counted = board->counted();
        const auto counts = board->counts(first);
        const auto receipt = board->receipt(first);
        store.slow = true;
        std::jthread extender(step);
        for (int i = 1; i <= stops; ++i) {
            store.meet();
            EXPECT_EQ(boards.find(p.e.uuid), board);
            EXPECT_EQ(board->last_event(), last);
            EXPECT_EQ(board->head(), head);
            EXPECT_EQ(board->counted(), counted);
            EXPECT_EQ(board->counts(first), counts);
            EXPECT_EQ(board->receipt(first), receipt);
            EXPECT_FALSE(board->end());
            if (i == stops) store.slow = false;
            store.meet();
        }
    };
    watched(1, [&] { EXPECT_TRUE(board->cast({p.cast(0), p.cast(1), p.cast(2)})[0]); });
    EXPECT_EQ(board->counts(first), true);
    watched(2, [&] { EXPECT_TRUE(board->cast({p.cast(3)})[0]); });  // appends, and reads what it replaces
    EXPECT_EQ(board->counts(first), false);
    EXPECT_EQ(board->counted(), 3u);
    // Counts anew: reads both ends and the replaced ballot; appends.
    watched(4, [&] { EXPECT_TRUE(board->close(6)); });
    for (std::size_t i = 0; i < p.shares.size(); ++i)
        watched(1, [&] { EXPECT_TRUE(board->submit_share(i + 1, p.shares[i])); });
    watched(1, [&] { EXPECT_TRUE(board->finish()); });
    EXPECT_EQ(board->end().value().result, p.result);
}

TEST(LiveBoard, another_writer_makes_it_look_again) {
    PlayedVote p;
    MemoryBoardStore store;
    Boards boards(store);
    boards.begin(p.e.uuid, p.e.files, p.e.time);
    LiveBoard one(store, p.e.uuid), two(store, p.e.uuid);
    const auto cast = [&](LiveBoard& board, std::size_t i) { return board.cast({p.cast(i)})[0]; };
    ASSERT_TRUE(cast(one, 0));
    ASSERT_TRUE(cast(two, 1));
    ASSERT_TRUE(cast(one, 2));
    EXPECT_TRUE(cast(two, 3)->replaces);
    EXPECT_TRUE(one.close(6));
    EXPECT_EQ(cast(two, 0)->replaces, false);
    EXPECT_EQ(two.counted(), 3u);
}

TEST(LiveBoard, a_failing_disk_changes_nothing_that_cannot_be_read_again) {
    PlayedVote p;
    MemoryBoardStore memory;
    FailingStore store(memory);
    Boards boards(store);
    boards.begin(p.e.uuid, p.e.files, p.e.time);
    const auto board = boards.find(p.e.uuid);
    const auto cast = [&](std::size_t i) { return board->cast({p.cast(i)})[0]; };
    store.fails = FailingStore::Fails::before;
    EXPECT_THROW((void)cast(0), std::runtime_error);
    store.fails = FailingStore::Fails::after;
    EXPECT_THROW((void)cast(1), std::runtime_error);
    store.fails = FailingStore::Fails::no;
    EXPECT_EQ(board->counted(), 1u);  // the one whose answer got lost is there
    EXPECT_TRUE(cast(0));
    EXPECT_TRUE(cast(1));
    EXPECT_EQ(board->counted(), 2u);
    EXPECT_TRUE(board->close(6));
}

}  // namespace
}  // namespace minhtin::test
