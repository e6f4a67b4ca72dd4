#pragma once
// An election's board as its events tell it, kept at hand while the server runs. The events are the truth:
// what is here was folded from them, and is folded again whenever there is doubt. Safe to share between
// threads.
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ballot/ballot.h"
#include "ballot/board.h"
#include "ballot/election.h"
#include "ballot/tally.h"
#include "server/app/refusals.h"
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

struct CheckedCast {
    CheckedBallot ballot;
    std::string bytes;
};

class LiveBoard {
public:
    // Folds the board; there must be a Setup on it.
    LiveBoard(BoardStore& store, std::string uuid);

    const Election& election() const { return *election_; }

    // The type of the last event, and how many ballots count.
    EventType last_event() const;
    std::uint64_t counted() const;
    BoardHead head() const;
    bool has_share(std::size_t owner) const;
    std::size_t shares() const;
    std::optional<ClosedBox> box() const;  // from the closing on
    std::optional<ResultTable> result() const;

    // The receipt of a ballot on the board; whether that ballot is the one that counts.
    std::optional<Receipt> receipt(std::string_view hash) const;
    std::optional<bool> counts(std::string_view hash) const;

    // Appends what may be appended, in one durable group, and answers each in its place.
    std::vector<Outcome<Receipt>> cast(const std::vector<CheckedCast>& ballots);
    // EndBallots and EncryptedTally in one group; refused when more ballots count than were issued.
    Outcome<void> close(std::uint64_t issued);
    // A trustee's partial decryption; checked before it is appended. The same bytes again are no second
    // share.
    Outcome<void> submit_share(std::size_t owner, std::string_view bytes);
    // The result, after the whole archive with it has been audited.
    Outcome<void> finish();

private:
    struct Ballot {
        std::size_t credential;
        bool replaces;
    };
    struct Folded {
        explicit Folded(const Election& election) : tally(election), last(election.credentials().size()) {}
        BoardState state;
        BoardHead head;
        std::uint64_t timestamp = 0;
        std::unordered_map<std::string, Ballot> ballots;  // by hash
        RunningTally tally;                               // of the ballots that count, while the vote is open
        std::vector<std::string> last;  // hash of the last ballot of each credential, or empty
        std::uint64_t counted = 0;
        std::optional<CiphertextTable> sum;  // as EncryptedTally says
        std::optional<ClosedBox> box;
        std::uint64_t weight = 0;
        std::vector<CheckedDecryption> shares;
        std::map<std::size_t, std::string> share_hashes;
        std::optional<ResultTable> result;
    };
    struct Step {
        EventType type;
        std::vector<std::string> data;
        const CheckedBallot* ballot;  // of a Ballot event
    };

    static std::optional<Receipt> receipt_of(const Folded& f, const std::string& hash);
    static BoardGroup group_of(const Folded& f, const std::vector<Step>& steps);
    std::unique_ptr<Folded> fold() const;
    void apply(Folded& f, EventType type, const std::vector<std::string>& data) const;
    void note(Folded& f, const std::string& hash, std::size_t credential) const;
    static void advance(Folded& f, BoardState next);
    Folded& now() const;
    RunningTally recount(const Folded& f) const;
    CiphertextTable recall(const std::string& hash) const;
    bool commit(const std::vector<Step>& steps);

    BoardStore& store_;
    const std::string uuid_;
    std::shared_ptr<const Election> election_;
    mutable std::mutex mutex_;
    mutable std::unique_ptr<Folded> folded_;  // nothing: fold again before use
};

}  // namespace minhtin
