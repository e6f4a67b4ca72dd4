#pragma once
// A ballot (protocol.md chapters 7 and 8): made, read, and checked. Safe to call from several threads.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ballot/election.h"
#include "ballot/reasons.h"
#include "crypto/elgamal.h"
#include "crypto/random.h"
#include "crypto/result.h"
#include "crypto/secret.h"

namespace minhtin {

// The ciphertexts of a ballot: a row a question, blank first where it is allowed.
using CiphertextTable = std::vector<std::vector<Ciphertext>>;

// A ballot that holds: canonical bytes, right election, credential on the list, signature, every proof.
class CheckedBallot {
public:
    const std::string& hash() const { return hash_; }       // hex SHA-256 of the bytes: the event's payload
    std::string tracker() const;                            // the same in base64: what voters see
    std::size_t credential() const { return credential_; }  // place in the election's credentials
    const CiphertextTable& choices() const { return choices_; }

private:
    friend Result<CheckedBallot, Rejection> check_ballot(const Election&, std::string_view);
    CheckedBallot() = default;
    std::string hash_;
    std::size_t credential_ = 0;
    CiphertextTable choices_;
};

// No ballot of this election that is spelled canonically is larger.
std::size_t max_ballot_bytes(const Election& election);

// Whether check_ballot would look into these bytes at all: at most twice max_ballot_bytes. Who queues ballots
// asks first, so that a queue has a size.
bool can_be_ballot(const Election& election, std::string_view bytes);

// The only maker of CheckedBallot. Order of checks: spelling, election, credential, signature, answers.
// Whether the ballot was seen before is the board keeper's question. Takes milliseconds a question; hold no
// lock.
Result<CheckedBallot, Rejection> check_ballot(const Election& election, std::string_view bytes);

// The ciphertexts and the credential's place of bytes that check_ballot accepted earlier, without checking
// proofs again: for taking back a ballot that a later one replaces.
struct RecalledBallot {
    std::size_t credential;
    CiphertextTable choices;
};
Result<RecalledBallot, Rejection> recall_ballot(const Election& election, std::string_view bytes);

// The place of the credential that these bytes begin with, if they begin like a canonical ballot of this
// election; what follows is not looked at.
std::optional<std::size_t> credential_at_beginning(const Election& election, std::string_view bytes);

// Marks, 0 or 1: a row a question, blank first where it is allowed.
using PlainVote = std::vector<std::vector<unsigned>>;
// The bytes of a ballot for a private credential (5-6-5-6 Base58 characters). Refused: marks that do not fit
// the questions, a credential that is not on the list. For tests and tools: voters' ballots are made in the
// browser.
Result<std::string, Rejection> make_ballot(const Election& election, const SecretString& private_credential,
                                           const PlainVote& vote, Random& random);

}  // namespace minhtin
