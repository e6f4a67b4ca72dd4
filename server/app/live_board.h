#pragma once
// An election's board, kept at hand while the server runs. The events in the store are the truth: what is
// here was folded from them at the first question, and is read from them again whenever there is doubt. Safe
// to share between threads.
//
// Two locks. Who extends the board holds `extending_`, may compute and wait for the disk. What is known has a
// lock of its own that is held for moments, never while computing, reading the store or waiting for the disk:
// questions are answered while ballots are committed and shares are checked. What is known changes only with
// both locks held, so each of them is enough for reading it. A question asked in doubt waits until the store
// has been read.
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "ballot/ballot.h"
#include "ballot/election.h"
#include "ballot/tally.h"
#include "server/app/board_fold.h"
#include "server/app/known_board.h"
#include "server/app/refusals.h"
#include "server/store/board_store.h"

namespace minhtin {

struct CheckedCast {
    CheckedBallot ballot;
    std::string bytes;
};

class LiveBoard {
public:
    static constexpr std::uint64_t counted_twice = 5'000;  // a second or two

    // There must be a Setup on the board.
    LiveBoard(BoardStore& store, std::string uuid);

    const Election& election() const { return *election_; }

    // The type of the last event, and how many ballots count.
    EventType last_event() const;
    bool is_open() const;
    std::uint64_t counted() const;
    BoardHead head() const;
    bool has_share(std::size_t owner) const;
    std::size_t shares() const;
    std::optional<ClosedBox> box() const;       // from the closing on
    std::optional<BoardFact::End> end() const;  // result and hash of the archive

    // The receipt of a ballot on the board; whether that ballot is the one that counts.
    std::optional<Receipt> receipt(std::string_view hash) const;
    std::optional<bool> counts(std::string_view hash) const;

    // Appends what may be appended, in one durable group, and answers each in its place.
    std::vector<Outcome<Receipt>> cast(const std::vector<CheckedCast>& ballots);
    // EndBallots and EncryptedTally in one group; refused when more ballots count than were issued. A box of
    // up to `counted_twice` ballots is counted a second time before, from what stands in the store: what
    // differs is a Bug, and the box stays open.
    Outcome<void> close(std::uint64_t issued);
    // A trustee's partial decryption; checked before it is appended. The same bytes again are no second
    // share.
    Outcome<void> submit_share(std::size_t owner, std::string_view bytes);
    // The result, checked against the sum and the shares. Ballots are not looked at again: each was checked
    // before it was appended, and a share is only given by who has audited them all.
    Outcome<void> finish();

private:
    template <class Question>
    auto ask(Question&& question) const;
    // With `extending_` held.
    BoardFold& fold() const;
    bool append(const std::vector<BoardEntry>& entries);
    bool count_anew();
    void doubt();

    BoardStore& store_;
    const std::string uuid_;
    const std::shared_ptr<const Election> election_;

    mutable std::mutex extending_;
    mutable std::unique_ptr<BoardFold> fold_;  // nothing: to be made anew

    mutable std::mutex knowing_;
    mutable bool doubt_ = true;  // the store may hold what is not known
    mutable KnownBoard known_;
};

}  // namespace minhtin
