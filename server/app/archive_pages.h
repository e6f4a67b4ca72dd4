#pragma once
// The archive of an election as bytes, out of the store. Memory holds a few records at a time, whatever the
// size.
#include <string>

#include "server/store/board_store.h"

namespace minhtin {

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
