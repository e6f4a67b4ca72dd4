#pragma once
// Who holds the election's key (protocol.md chapter 6): in any mix, trustees who are all needed ("Single"),
// and groups of which a threshold suffices ("Pedersen"). Trustees are numbered from 1 through the whole list.
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ballot/field.h"
#include "ballot/profile.h"
#include "ballot/reasons.h"
#include "crypto/group.h"
#include "crypto/proofs.h"
#include "crypto/random.h"
#include "crypto/result.h"

namespace minhtin {

// A public key with the proof that its secret is known; in a group also signed by the trustee's certificate
// key.
struct TrusteeKey {
    Proof proof;
    Element key;
    std::optional<Proof> signature;
    std::optional<std::string> name;
};

struct SignedMessage {
    std::string message;
    Proof signature;
};

struct ThresholdGroup {
    std::size_t threshold = 1;
    std::vector<SignedMessage> certificates, coefficients;
    std::vector<Proof> signatures;
    std::vector<TrusteeKey> keys;
};

using TrusteeItem = std::variant<TrusteeKey, ThresholdGroup>;

// A trustees list that was checked whole.
class Trustees {
public:
    // One trustee: owner number = place in holders() + 1.
    struct Holder {
        Element key;         // what decryption proofs are checked against
        std::size_t group;   // place in groups()
        std::size_t number;  // within the group, from 1
    };
    // A Single trustee is a group of one with threshold 1.
    struct Group {
        bool single;
        std::size_t threshold, first, size;  // first: place of number 1 in holders()
    };

    // Every key a member and not the identity; every proof, signature and verification key right. The
    // hardened profile also demands the commitment in each certificate, one spelling for everything, no two
    // equal Single keys and one group at most. max_trustees (ceremony.h) holds for the whole list.
    static Result<Trustees, Rejection> decode(std::string_view bytes, Profile profile);

    const Element& election_key() const { return election_key_; }
    const std::vector<Holder>& holders() const { return holders_; }
    const std::vector<Group>& groups() const { return groups_; }

private:
    Element election_key_;
    std::vector<Holder> holders_;
    std::vector<Group> groups_;
};

std::string encode_trustees(const std::vector<TrusteeItem>& items);

// The public part of a Single trustee with this secret key.
TrusteeKey make_trustee_key(const SecretScalar& key, std::optional<std::string> name, Random& random);

// JSON of the parts, for ceremony.h and tally.h.
Proof read_proof(Field f);
Json proof_json(const Proof& proof);
SignedMessage read_signed(Field f);
Json signed_json(const SignedMessage& message);
TrusteeKey read_trustee_key(Field f);
Json trustee_key_json(const TrusteeKey& key);

}  // namespace minhtin
