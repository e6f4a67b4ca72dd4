#pragma once
// The archive of an election as bytes, out of the store. Memory holds a few records at a time, whatever the
// size.
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "ballot/archive.h"
#include "server/store/board_store.h"

namespace minhtin {

// The board as it stood when the source was made; what is appended later does not show. The store must
// outlive it.
class BoardSource : public ByteSource {
public:
    BoardSource(const BoardStore& store, std::string election);
    std::uint64_t size() const override { return starts_.back(); }
    void read(std::uint64_t offset, std::span<char> out) const override;

private:
    const BoardStore& store_;
    std::string election_;
    std::vector<std::uint64_t> starts_;  // of each record, and the end
    mutable std::mutex mutex_;
    mutable std::uint64_t first_ = 0;  // number of the first record of the page at hand
    mutable std::vector<BoardRecord> page_;
};

// Hands the first `records` records to `take`, one by one, until that answers false. True if all were taken.
bool stream_records(const BoardStore& store, std::string_view election, std::uint64_t records,
                    const std::function<bool(std::string_view)>& take);

}  // namespace minhtin
