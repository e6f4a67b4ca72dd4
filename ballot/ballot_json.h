#pragma once
// A ballot as its JSON says it (protocol.md chapter 7), before anything is checked.
#include <optional>
#include <string>
#include <vector>

#include "ballot/field.h"
#include "ballot/json.h"
#include "crypto/elgamal.h"
#include "crypto/proofs.h"

namespace minhtin {

struct Answer {
    std::vector<Ciphertext> choices;
    std::vector<std::vector<Proof>> individual_proofs;
    std::vector<Proof> overall_proof;
    std::optional<std::vector<Proof>> blank_proof;
};

struct BallotSignature {
    std::string hash;
    Proof proof;
};

struct Ballot {
    std::string election_uuid, election_hash;
    Element credential;
    std::vector<Answer> answers;
    BallotSignature signature;
};

Ballot read_ballot(Field f);
Json ballot_json(const Ballot& ballot);
// B64 of the SHA-256 of the ballot without its signature: what is signed.
std::string unsigned_hash(const Ballot& ballot);

Ciphertext read_ciphertext(Field f);
Json ciphertext_json(const Ciphertext& c);

}  // namespace minhtin
