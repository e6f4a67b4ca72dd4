#include "server/store/memory_board_store.h"

#include <algorithm>

#include "crypto/ensure.h"

namespace minhtin {

const MemoryBoardStore::Board* MemoryBoardStore::board(std::string_view election) const {
    const auto at = boards_.find(election);
    return at == boards_.end() ? nullptr : &at->second;
}

BoardHead MemoryBoardStore::head_of(const Board* board) {
    return board ? BoardHead{board->size(), std::string(event_hash(board->back()))} : BoardHead{};
}

std::vector<std::string> MemoryBoardStore::elections() const {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> ids;
    for (const auto& [id, board] : boards_) ids.push_back(id);
    return ids;
}

BoardHead MemoryBoardStore::head(std::string_view election) const {
    const std::scoped_lock lock(mutex_);
    return head_of(board(election));
}

Appended MemoryBoardStore::append(std::string_view election, const BoardHead& expected,
                                  const BoardGroup& group) {
    ENSURE(!group.empty() && !event_hash(group.back()).empty());
    const std::scoped_lock lock(mutex_);
    if (head_of(board(election)) != expected) return Appended::head_moved;
    Board& next = boards_[std::string(election)];
    next.insert(next.end(), group.begin(), group.end());
    return Appended::done;
}

std::vector<BoardRecord> MemoryBoardStore::read(std::string_view election, std::uint64_t from,
                                                std::size_t limit) const {
    const std::scoped_lock lock(mutex_);
    const Board* b = board(election);
    if (!b || from >= b->size()) return {};
    const auto first = b->begin() + static_cast<std::ptrdiff_t>(from);
    const auto left = static_cast<std::size_t>(b->end() - first);
    return {first, first + static_cast<std::ptrdiff_t>(std::min(limit, left))};
}

}  // namespace minhtin
