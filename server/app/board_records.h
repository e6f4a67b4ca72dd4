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

// The name of the record that holds data with this hash.
std::string data_name(std::string_view hash);

// The records of one event with the data before it, and the state after it. That it may follow `state` is the
// caller's business (ENSURE).
struct EventRecords {
    BoardGroup records;
    BoardState next;
};
EventRecords records_of(const BoardState& state, EventType type, const std::vector<std::string>& data,
                        std::uint64_t timestamp);

}  // namespace minhtin
