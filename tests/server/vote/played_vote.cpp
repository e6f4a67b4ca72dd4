#include "tests/server/vote/played_vote.h"

#include <gtest/gtest.h>

#include "server/app/archive_pages.h"
#include "server/app/boards.h"
#include "server/store/memory_board_store.h"

namespace minhtin::test {

PlayedVote::PlayedVote() {
    for (const auto& [slip, marks] : std::vector<std::pair<std::size_t, std::vector<int>>>{
             {0, {2, 2}}, {1, {0, 1}}, {2, {-1, 1}}, {0, {0, -1}}})
        ballots.push_back(e.ballot(slip, marks));
    MemoryBoardStore store;
    play(store, e, ballots, {});
    SystemRandom random;
    const BoardRecord tally = store.read(e.uuid, store.head(e.uuid).records - 3, 1).at(0);
    const auto sum = decode_tally(*e.election, record_content(tally));
    EXPECT_TRUE(sum);
    for (std::size_t i = 0; i < 2; ++i)
        shares.push_back(make_decryption(*e.election, *sum, e.keys[i], random));
}

CheckedCast PlayedVote::cast(std::size_t i) const {
    return {*check_ballot(*e.election, ballots.at(i)), ballots.at(i)};
}

void play(BoardStore& store, const SmallElection& e, const std::vector<std::string>& ballots,
          const std::vector<std::string>& shares, const Acknowledged& acknowledged) {
    Boards boards(store);
    if (!boards.find(e.uuid)) boards.begin(e.uuid, e.files, e.time);
    const auto board = boards.find(e.uuid);
    for (const std::string& bytes : ballots) {
        auto checked = check_ballot(board->election(), bytes);
        ASSERT_TRUE(checked);
        if (const auto answer = board->cast({{std::move(*checked), bytes}})[0]) acknowledged(answer->hash);
    }
    if (board->is_open()) {
        ASSERT_TRUE(board->close(6));
    }
    if (shares.empty()) return;
    for (std::size_t i = 0; i < shares.size(); ++i) ASSERT_TRUE(board->submit_share(i + 1, shares[i]));
    ASSERT_TRUE(board->finish());
}

std::string archive_of(const BoardStore& store, const std::string& uuid) {
    ArchivePages pages(store, uuid, store.head(uuid).records);
    std::string all;
    for (std::string bytes = pages.next(); !bytes.empty(); bytes = pages.next()) all += bytes;
    return all;
}

}  // namespace minhtin::test
