#include "server/store/memory_board_store.h"

#include <algorithm>
#include <set>

#include "crypto/ensure.h"

namespace minhtin {

const MemoryBoardStore::Board* MemoryBoardStore::board(std::string_view election) const {
    const auto at = boards_.find(election);
    return at == boards_.end() ? nullptr : &at->second;
}

BoardHead MemoryBoardStore::head_of(const Board* board) {
    return board ? BoardHead{board->records.size(), std::string(event_hash(board->records.back()))}
                 : BoardHead{};
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
    const Board* now = board(election);
    if (head_of(now) != expected) return Appended::head_moved;
    std::set<std::string_view> names;
    for (const BoardRecord& record : group)
        ENSURE(names.insert(record.name).second && (!now || !now->places.contains(record.name)));
    Board& next = boards_[std::string(election)];
    for (const BoardRecord& record : group) {
        next.places.emplace(record.name, next.records.size());
        next.records.push_back(record);
    }
    return Appended::done;
}

std::vector<BoardRecord> MemoryBoardStore::read(std::string_view election, std::uint64_t from,
                                                std::size_t limit) const {
    const std::scoped_lock lock(mutex_);
    const Board* b = board(election);
    if (!b || from >= b->records.size()) return {};
    const auto first = b->records.begin() + static_cast<std::ptrdiff_t>(from);
    const auto left = static_cast<std::size_t>(b->records.end() - first);
    return {first, first + static_cast<std::ptrdiff_t>(std::min(limit, left))};
}

std::optional<BoardRecord> MemoryBoardStore::find(std::string_view election, std::string_view name) const {
    const std::scoped_lock lock(mutex_);
    const Board* b = board(election);
    if (!b) return {};
    const auto at = b->places.find(name);
    if (at == b->places.end()) return {};
    return b->records[at->second];
}

}  // namespace minhtin
