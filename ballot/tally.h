#pragma once
// From counted ballots to the result (protocol.md chapters 9 and 10).
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ballot/ballot.h"
#include "ballot/election.h"
#include "ballot/reasons.h"
#include "crypto/random.h"
#include "crypto/result.h"

namespace minhtin {

// Fewer ballots than these are neither closed nor decrypted: their totals would be single votes (security.md
// §2.1; the number is ours).
inline constexpr std::uint64_t fewest_ballots = 5;

// The sum of the ballots that count, kept up to date ballot by ballot. The caller knows which ballot of a
// credential was the last one.
class RunningTally {
public:
    explicit RunningTally(const Election& election);

    // The first ballot of a credential; then a later one that replaces it (both of the same credential).
    void count(std::size_t credential, const CiphertextTable& choices);
    void uncount(std::size_t credential, const CiphertextTable& choices);

    const CiphertextTable& sum() const { return sum_; }
    std::uint64_t ballots() const { return ballots_; }
    std::uint64_t weight() const { return weight_; }

    // The two data of the EncryptedTally event, in their order.
    std::string encode() const;
    std::string encode_sized() const;

private:
    const Credentials* credentials_;  // the election must outlive the tally
    CiphertextTable sum_;
    std::uint64_t ballots_ = 0, weight_ = 0;
};

// The encrypted tally as the trustees read it: bytes of the first data, and the total weight.
Result<CiphertextTable, Rejection> decode_tally(const Election& election, std::string_view bytes);

struct SizedTally {
    std::uint64_t ballots = 0, weight = 0;
    std::string hash;  // of the encrypted tally
};
Result<SizedTally, Rejection> decode_sized_tally(std::string_view bytes, Profile profile);

// A trustee's part in opening the tally, after all its proofs were checked.
class CheckedDecryption {
public:
    std::size_t owner() const { return owner_; }  // from 1
    // Every factor also has a proof that binds ciphertext and factor (always so in the hardened profile).
    bool strong() const { return strong_; }
    const std::vector<std::vector<Element>>& factors() const { return factors_; }

private:
    friend Result<CheckedDecryption, Rejection> check_decryption(const Election&, const CiphertextTable&,
                                                                 std::size_t, std::string_view);
    CheckedDecryption() = default;
    std::size_t owner_ = 0;
    bool strong_ = false;
    std::vector<std::vector<Element>> factors_;
};

// The bytes of a partial_decryption message with both kinds of proof. `key` is the secret behind the owner's
// holder key.
std::string make_decryption(const Election& election, const CiphertextTable& tally, const SecretScalar& key,
                            Random& random);
// The only maker of CheckedDecryption. The hardened profile demands strong proofs and the canonical spelling;
// strong proofs that are there must hold in either profile.
Result<CheckedDecryption, Rejection> check_decryption(const Election& election, const CiphertextTable& tally,
                                                      std::size_t owner, std::string_view bytes);

// The second data of a PartialDecryption event: whose the first is.
std::string encode_owned(std::size_t owner, std::string_view decryption_bytes);
struct OwnedDecryption {
    std::size_t owner = 0;
    std::string hash;
};
Result<OwnedDecryption, Rejection> decode_owned(std::string_view bytes, Profile profile);

// Whether every group can be opened: its threshold of valid decryptions is there.
bool enough_decryptions(const Election& election, std::span<const CheckedDecryption> decryptions);

// g^count for each answer. One decryption an owner at most (ENSURE). Refused: not enough of a group, or more
// than enough that do not agree.
Result<std::vector<std::vector<Element>>, Rejection> open_tally(
    const Election& election, const CiphertextTable& tally, std::span<const CheckedDecryption> decryptions);

using ResultTable = std::vector<std::vector<std::uint64_t>>;
// The counts. Refused as open_tally, and when an answer holds nothing in 0..total weight.
Result<ResultTable, Rejection> compute_result(const Election& election, const CiphertextTable& tally,
                                              std::uint64_t total_weight,
                                              std::span<const CheckedDecryption> decryptions);
std::string encode_result(const ResultTable& result);
// A result message: the right shape, every count at most the total weight and what the ciphertext holds.
Result<ResultTable, Rejection> check_result(const Election& election,
                                            const std::vector<std::vector<Element>>& opened,
                                            std::uint64_t total_weight, std::string_view bytes);

}  // namespace minhtin
