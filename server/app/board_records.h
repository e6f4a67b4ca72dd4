#pragma once
// Between events and the records that a store keeps.
#include <string>
#include <vector>

#include "ballot/archive.h"
#include "ballot/board.h"
#include "server/store/board_store.h"

namespace minhtin {

// The content of a record: its bytes without header and padding.
std::string_view record_content(const BoardRecord& record);
// The same, after a look at all of the record: name, header, padding, and that the hash is the content's
// (ENSURE).
std::string_view checked_content(const BoardRecord& record, std::uint64_t timestamp);

// The name of the record that holds data with this hash.
std::string data_name(std::string_view hash);

// Data of an event, with their hash in hex.
struct BoardData {
    BoardData(std::string content);  // NOLINT: counts the hash
    BoardData(std::string content, std::string hash) : content(std::move(content)), hash(std::move(hash)) {}
    std::string content, hash;
};

// The records of one event with the data before it, and the state after it. That it may follow `state` is the
// caller's business (ENSURE).
struct EventRecords {
    BoardGroup records;
    BoardState next;
};
EventRecords records_of(const BoardState& state, EventType type, const std::vector<BoardData>& data,
                        std::uint64_t timestamp);

}  // namespace minhtin
