#pragma once
// The board: events in a hash chain, each with the data that it is about (protocol.md chapter 4). What may
// follow what: Setup Ballot* EndBallots EncryptedTally PartialDecryption+ Result. Any beginning that ends
// after an event is the board of an unfinished election. Whether data are right is not asked here.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ballot/reasons.h"
#include "crypto/result.h"

namespace minhtin {

enum class EventType { setup, ballot, end_ballots, encrypted_tally, partial_decryption, result };
std::string_view event_type_name(EventType type);

struct BoardEvent {
    std::optional<std::string> parent;  // hash of the event before; none in the first
    std::uint64_t height = 0;
    EventType type = EventType::setup;
    std::optional<std::string> payload;  // hash of the last data before the event; none in EndBallots
};

// Takes exactly the bytes that encode_event gives.
Result<BoardEvent, Rejection> decode_event(std::string_view bytes);
std::string encode_event(const BoardEvent& event);

// How far a board has come. The default is the empty board.
struct BoardState {
    std::optional<EventType> last;
    std::optional<std::string> head;  // hash of the last event
    std::uint64_t height = 0;         // of the next event
};

// May this event, with these data before it (their hashes, in order), come next? Then the state after it.
Result<BoardState, Rejection> admit(const BoardState& state, const BoardEvent& event,
                                    const std::vector<std::string>& data_hashes);

// The bytes that extend the archive by an event of this type with these data before it, and the state after
// it. Refuses what admit refuses. The data are taken as they are: check them first.
struct BoardStep {
    std::string bytes;
    BoardEvent event;
    BoardState next;
};
Result<BoardStep, Rejection> extend(const BoardState& state, EventType type,
                                    const std::vector<std::string>& data, std::uint64_t timestamp);

}  // namespace minhtin
