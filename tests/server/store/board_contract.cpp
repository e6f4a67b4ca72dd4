#include "tests/server/store/board_contract.h"

#include <atomic>
#include <thread>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr const char* an_election = "BoardTest12345678";
constexpr const char* another = "BoardTest87654321";

BoardRecord record(const std::string& name, char fill = 'x', std::size_t blocks = 2) {
    return {name, std::string(512 * blocks, fill)};
}
BoardGroup group(const std::string& id) {
    return {record(id + ".data.json", id[0]), record(id + ".event.json", '.')};
}

TEST_P(BoardContract, an_unknown_election_has_nothing) {
    EXPECT_TRUE(store_->elections().empty());
    EXPECT_EQ(store_->head(an_election), BoardHead{});
    EXPECT_TRUE(store_->read(an_election, 0, 10).empty());
}

TEST_P(BoardContract, records_come_back_in_order_and_byte_for_byte) {
    const BoardGroup g{record("a", '\0', 1), record("b", '\xff', 3), record("e1.event.json", '\n', 200)};
    ASSERT_EQ(store_->append(an_election, {}, g), Appended::done);
    EXPECT_EQ(store_->head(an_election), (BoardHead{3, "e1"}));
    EXPECT_EQ(store_->read(an_election, 0, 10), g);
    EXPECT_EQ(store_->read(an_election, 1, 1), (std::vector{g[1]}));
    EXPECT_EQ(store_->read(an_election, 2, 10), (std::vector{g[2]}));
    EXPECT_TRUE(store_->read(an_election, 3, 10).empty());
}

TEST_P(BoardContract, elections_are_apart_and_sorted) {
    ASSERT_EQ(store_->append(another, {}, group("a")), Appended::done);
    ASSERT_EQ(store_->append(an_election, {}, group("a")), Appended::done);
    EXPECT_EQ(store_->elections(), (std::vector<std::string>{an_election, another}));
    EXPECT_EQ(store_->head(an_election).records, 2u);
}

TEST_P(BoardContract, another_head_appends_nothing) {
    ASSERT_EQ(store_->append(an_election, {}, group("a")), Appended::done);
    const BoardHead head = store_->head(an_election);
    EXPECT_EQ(store_->append(an_election, {}, group("b")), Appended::head_moved);
    EXPECT_EQ(store_->append(an_election, {2, "other"}, group("b")), Appended::head_moved);
    EXPECT_EQ(store_->append(an_election, {1, "a"}, group("b")), Appended::head_moved);
    EXPECT_EQ(store_->head(an_election), head);
    EXPECT_EQ(store_->read(an_election, 0, 10), group("a"));
    EXPECT_EQ(store_->append(an_election, head, group("b")), Appended::done);
}

TEST_P(BoardContract, a_group_that_ends_without_an_event_is_a_bug) {
    EXPECT_THROW((void)store_->append(an_election, {}, BoardGroup{}), Bug);
    EXPECT_THROW((void)store_->append(an_election, {}, BoardGroup{record("a.data.json")}), Bug);
    EXPECT_TRUE(store_->elections().empty());
}

TEST_P(BoardContract, of_many_writers_at_one_head_one_wins) {
    for (int round = 0; round < 5; ++round) {
        const BoardHead head = store_->head(an_election);
        std::atomic<int> done = 0, moved = 0;
        {
            std::vector<std::jthread> writers;
            for (int w = 0; w < 4; ++w) {
                writers.emplace_back([&, w] {
                    const auto id = std::string(1, static_cast<char>('a' + w)) + std::to_string(round);
                    (store_->append(an_election, head, group(id)) == Appended::done ? done : moved)++;
                });
            }
        }
        EXPECT_EQ(done, 1);
        EXPECT_EQ(moved, 3);
    }
    EXPECT_EQ(store_->head(an_election).records, 10u);
}

TEST_P(BoardContract, a_reader_beside_a_writer_sees_whole_groups) {
    std::atomic<bool> stop = false;
    std::jthread reader([&] {
        while (!stop) EXPECT_EQ(store_->read(an_election, 0, 1000).size() % 2, 0u);
    });
    for (int i = 0; i < 30; ++i) {
        const auto head = store_->head(an_election);
        ASSERT_EQ(store_->append(an_election, head, group(std::to_string(i))), Appended::done);
    }
    stop = true;
}

}  // namespace
}  // namespace minhtin
