#pragma once
// What anybody may ask of a board: where it stands, which ballots are on it and which of them count. Plain
// values; learning an event and answering a question take microseconds, so that a lock around them is short.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ballot/board.h"
#include "ballot/tally.h"
#include "crypto/hash.h"
#include "server/store/board_store.h"

namespace minhtin {

// What a voter gets when a ballot is durable; the same for the same ballot sent again.
struct Receipt {
    std::string tracker, hash;  // base64 for people, hex for programs
    bool replaces = false;      // an earlier ballot of this credential
    bool operator==(const Receipt&) const = default;
};

// What everybody at the count must see alike: how many ballots count, and the hash of the EncryptedTally
// event, which fixes every event before it and does not change when shares come in.
struct ClosedBox {
    std::uint64_t counted = 0;
    std::string head;
    bool operator==(const ClosedBox&) const = default;
};

// One event that is on the board for good.
struct BoardFact {
    struct Ballot {
        Digest hash;
        std::optional<Digest> replaced;  // the ballot of this credential that counted until now
    };
    struct Share {
        std::size_t owner;
        std::string hash;
    };
    struct End {
        ResultTable result;
        std::string archive_hash;  // SHA-256 of the archive up to here, hex
    };
    BoardState state;           // after it
    std::uint64_t records = 0;  // of the board, with those of the event
    std::optional<Ballot> ballot;
    std::optional<Share> share;
    std::optional<End> end;
};

class KnownBoard {
public:
    void learn(BoardFact fact);

    EventType last_event() const { return *state_.last; }
    BoardHead head() const { return {records_, *state_.head}; }
    bool is_open() const { return last_event() <= EventType::ballot; }
    std::uint64_t counted() const { return counted_; }
    const std::map<std::size_t, std::string>& shares() const { return shares_; }  // hash of each, by owner
    const std::optional<ClosedBox>& box() const { return box_; }
    const std::optional<BoardFact::End>& end() const { return end_; }

    // Of the ballot with this hash, in hex: its receipt; whether it is the one that counts.
    std::optional<Receipt> receipt(std::string_view hash) const;
    std::optional<bool> counts(std::string_view hash) const;

private:
    struct Ballot {
        bool replaces = false, replaced = false;
    };
    const Ballot* find(std::string_view hash) const;

    BoardState state_;
    std::uint64_t records_ = 0, counted_ = 0;
    std::map<Digest, Ballot> ballots_;
    std::map<std::size_t, std::string> shares_;
    std::optional<ClosedBox> box_;
    std::optional<BoardFact::End> end_;
};

}  // namespace minhtin
