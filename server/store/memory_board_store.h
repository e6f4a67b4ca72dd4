#pragma once
// Boards in memory: for tests, and the plainest statement of what a BoardStore does.
#include <map>
#include <mutex>

#include "server/store/board_store.h"

namespace minhtin {

class MemoryBoardStore : public BoardStore {
public:
    std::vector<std::string> elections() const override;
    BoardHead head(std::string_view election) const override;
    Appended append(std::string_view election, const BoardHead& expected, const BoardGroup& group) override;
    std::vector<BoardRecord> read(std::string_view election, std::uint64_t from,
                                  std::size_t limit) const override;

private:
    using Board = std::vector<BoardRecord>;
    const Board* board(std::string_view election) const;
    static BoardHead head_of(const Board* board);

    mutable std::mutex mutex_;
    std::map<std::string, Board, std::less<>> boards_;
};

}  // namespace minhtin
