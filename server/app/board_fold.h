#pragma once
// An election's board as its events tell it: follows the events in the store, or is told those that were just
// appended, and keeps what the next ones need: the sum of the ballots that count, the shares, the hash of the
// archive. For one thread at a time. An exception leaves it half done: throw it away.
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ballot/ballot.h"
#include "ballot/election.h"
#include "ballot/tally.h"
#include "crypto/hash.h"
#include "server/app/board_records.h"
#include "server/app/known_board.h"

namespace minhtin {

// An event that comes onto the board.
struct BoardEntry {
    EventType type;
    std::vector<BoardData> data;
    const CheckedBallot* ballot = nullptr;  // of a Ballot
};

class BoardFold {
public:
    // Stands before the first event. All must outlive it.
    BoardFold(const BoardStore& store, const std::string& uuid, const Election& election);

    const BoardState& state() const { return state_; }
    BoardHead head() const { return {records_, state_.head.value_or("")}; }
    std::uint64_t timestamp() const { return timestamp_; }
    // Of the ballots that count; only while the vote is open, and until it is closed here.
    const RunningTally& tally() const { return tally_; }
    // From EncryptedTally on.
    const std::optional<CiphertextTable>& sum() const { return sum_; }
    std::uint64_t weight() const { return weight_; }
    const std::vector<CheckedDecryption>& shares() const { return shares_; }

    // Goes on to the end of the board, ballots on all cores. What is not as it was when it came onto the
    // board is a Bug.
    std::vector<BoardFact> read_on();

    // This entry is on the board now, as these records; `after` it.
    BoardFact take(const BoardEntry& entry, BoardState after, std::span<const BoardRecord> records);

private:
    void begin(const BoardHead& end);
    void read_page(std::vector<BoardRecord> records, std::vector<BoardFact>& facts);
    BoardFact ballot(const Digest& hash, std::size_t credential, const CiphertextTable& choices);
    BoardFact other(EventType type, const std::vector<std::string_view>& data);
    void stand_after(BoardFact& fact, BoardState state, std::size_t records);
    struct OnBoard {
        Digest hash;
        std::uint64_t record;  // number of the ballot's
    };
    CiphertextTable recall(const OnBoard& ballot, std::size_t credential) const;

    const BoardStore& store_;
    const std::string& uuid_;
    const Election& election_;
    BoardState state_;
    std::uint64_t records_ = 0, timestamp_ = 0;
    Sha256 archive_;
    bool adding_ = true;  // ballots into the tally; not when the board is found closed
    RunningTally tally_;
    std::vector<std::optional<OnBoard>> last_;  // ballot of each credential
    std::optional<CiphertextTable> sum_;
    std::uint64_t weight_ = 0;
    std::vector<CheckedDecryption> shares_;
};

}  // namespace minhtin
