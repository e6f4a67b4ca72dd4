#pragma once
// The archive of an election as bytes, out of the store. Memory holds a few records at a time, whatever the
// size.
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

// The first `records` records of a board, a page at a time: next() gives the bytes of the next page, empty at
// the end. The store must outlive it.
class ArchivePages {
public:
    ArchivePages(const BoardStore& store, std::string election, std::uint64_t records)
        : store_(&store), election_(std::move(election)), records_(records) {}
    std::string next();

private:
    const BoardStore* store_;
    std::string election_;
    std::uint64_t records_, from_ = 0;
};

}  // namespace minhtin
