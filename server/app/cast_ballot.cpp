#include "server/app/cast_ballot.h"

#include "ballot/field.h"
#include "crypto/hash.h"
#include "server/app/vote_state.h"

namespace minhtin {

std::size_t largest_ballot(const Election& election) {
    // Two elements of 64 digits and two proofs of two numbers for a choice, each with its JSON around it.
    constexpr std::size_t frame = 1024, proof = 190, choice = 170 + 2 * proof;
    std::size_t size = frame;
    for (const Question& q : election.questions())
        size += 128 + q.choices() * choice + (q.max - q.min + 4) * proof;
    return size;
}

namespace {

// What costs little: enough to turn away what cannot be a ballot of this election before it waits.
Result<void, Rejection> glance(const Election& election, std::string_view bytes) {
    struct Head {
        std::string uuid, fingerprint;
        Element credential;
        std::size_t answers;
    };
    // Nearly every ballot begins like one and is read whole when its turn comes.
    if (credential_at_beginning(election, bytes)) return {};
    const auto head = read_document(bytes,
                                    [](Field f) {
                                        return Head{f["election_uuid"].text(), f["election_hash"].text(),
                                                    f["credential"].element(), f["answers"].items().size()};
                                    },
                                    {.bytes = bytes.size(), .depth = 8, .values = bytes.size()});
    if (!head) return Refused{head.reason()};
    if (head->uuid != election.uuid()) return Refused{Rejection{Reject::ballot_uuid, ""}};
    if (head->fingerprint != election.fingerprint()) return Refused{Rejection{Reject::ballot_election, ""}};
    if (!election.credentials().find(head->credential))
        return Refused{Rejection{Reject::credential_unknown, ""}};
    if (head->answers != election.questions().size()) return Refused{Rejection{Reject::ballot_shape, ""}};
    return {};
}

}  // namespace

Outcome<Receipt> cast_ballot(App& app, std::string_view uuid, std::string bytes) {
    const auto board = app.boards.find(uuid);
    if (!board) return is_vote(app, uuid) ? Reason::vote_not_open : Reason::election_unknown;
    if (bytes.size() > largest_ballot(board->election())) return Reason::ballot_too_large;
    if (const auto before = board->receipt(sha256_hex(bytes))) return *before;
    if (!board->is_open()) return Reason::vote_closed;
    if (const auto fits = glance(board->election(), bytes); !fits) return fits.reason();
    return app.box.cast(board, std::move(bytes));
}

Outcome<bool> find_ballot(App& app, std::string_view uuid, std::string_view hash) {
    const auto board = app.boards.find(uuid);
    if (!board) return is_vote(app, uuid) ? Reason::ballot_unknown : Reason::election_unknown;
    const auto counts = board->counts(hash);
    if (!counts) return Reason::ballot_unknown;
    return *counts;
}

}  // namespace minhtin
