#include "crypto/proofs.h"

#include "crypto/declassify.h"
#include "crypto/ensure.h"
#include "crypto/proof_batch.h"
#include "crypto/proof_prefixes.h"
#include "crypto/transcript.h"

namespace minhtin {
namespace {

// ---- knowledge of one key

Proof prove_knowledge(std::string_view prefix, const SecretScalar& key, Random& random) {
    auto nonce = SecretScalar::random(random);
    const Scalar challenge = hash_to_scalar(prefix, std::array{declassify(base(nonce))});
    return {challenge, declassify(respond(std::move(nonce), challenge, key))};
}

// ---- one of several ciphertexts holds zero
//
// Every proof of a ballot is of this kind. Branch j says: (alpha_j, beta_j) = (g^R, key^R) for some R. Its
// commitments are A_j = g^r * alpha_j^c and B_j = key^r * beta_j^c, and the challenges of all branches add up
// to the hash of all commitments.

using Branches = std::vector<Ciphertext>;

// The same ciphertext with `value` taken out: it holds zero if and only if the first held `value`.
Ciphertext less(const Ciphertext& c, std::uint64_t value) {
    return {c.alpha, c.beta - base(Scalar(value))};
}

void commit(const Element& key, const Ciphertext& branch, const Proof& proof,
            std::vector<Element>& commitments) {
    commitments.push_back(base_combine(proof.response, branch.alpha, proof.challenge));
    commitments.push_back(combine(key, proof.response, branch.beta, proof.challenge));
}

// The true branch answers a challenge that is only known at the end; for the others challenge and response
// are drawn first and the commitments made to fit.
std::vector<Proof> prove_branches(std::string_view prefix, const Element& key, const Branches& branches,
                                  std::size_t true_branch, const SecretScalar& randomness, Random& random) {
    ENSURE(true_branch < branches.size());
    std::vector<Proof> proofs(branches.size());
    std::vector<Element> commitments;
    auto nonce = SecretScalar::random(random);
    Scalar simulated;
    for (std::size_t j = 0; j < branches.size(); ++j) {
        if (j == true_branch) {
            commitments.push_back(declassify(base(nonce)));
            commitments.push_back(declassify(nonce * key));
        } else {
            proofs[j] = {declassify(SecretScalar::random(random).expose()),
                         declassify(SecretScalar::random(random).expose())};
            commit(key, branches[j], proofs[j], commitments);
            simulated = simulated + proofs[j].challenge;
        }
    }
    const Scalar challenge = hash_to_scalar(prefix, commitments) - simulated;
    proofs[true_branch] = {challenge, declassify(respond(std::move(nonce), challenge, randomness))};
    return proofs;
}

Branches range_branches(const Ciphertext& c, std::uint64_t min, std::uint64_t max) {
    ENSURE(min <= max);
    Branches out;
    for (std::uint64_t value = min; value <= max; ++value) out.push_back(less(c, value));
    return out;
}

// The blank mark, or a sum within the bounds.
Branches overall_branches(const BlankAnswer& answer, std::uint64_t min, std::uint64_t max) {
    Branches out = range_branches(answer.sum, min, max);
    out.insert(out.begin(), less(answer.blank, 1));
    return out;
}

// ---- the same exponent in X = g^x and factor = alpha^x

Proof prove_equality(std::string_view prefix, const SecretScalar& key, const Element& alpha, Random& random) {
    auto nonce = SecretScalar::random(random);
    const Scalar challenge =
        hash_to_scalar(prefix, std::array{declassify(base(nonce)), declassify(nonce * alpha)});
    return {challenge, declassify(respond(std::move(nonce), challenge, key))};
}

bool verify_equality(std::string_view prefix, const Element& public_key, const Element& alpha,
                     const Element& factor, const Proof& proof) {
    const std::array commitments{base_combine(proof.response, public_key, proof.challenge),
                                 combine(alpha, proof.response, factor, proof.challenge)};
    return hash_to_scalar(prefix, commitments) == proof.challenge;
}

}  // namespace

Proof prove_key(const SecretScalar& key, Random& random) {
    const Element public_key = declassify(base(key));
    const Proof proof = prove_knowledge(key_prefix(public_key), key, random);
    ENSURE(verify_key(public_key, proof));
    return proof;
}

bool verify_key(const Element& public_key, const Proof& proof) {
    ProofBatch batch;
    batch.key(public_key, proof);
    return !batch.first_wrong();
}

Proof sign_ballot(const SecretScalar& credential, std::string_view hash, Random& random) {
    const Proof proof = prove_knowledge(ballot_prefix(hash), credential, random);
    ENSURE(verify_ballot_signature(declassify(base(credential)), hash, proof));
    return proof;
}

bool verify_ballot_signature(const Element& credential, std::string_view hash, const Proof& proof) {
    ProofBatch batch;
    batch.ballot_signature(credential, hash, proof);
    return !batch.first_wrong();
}

std::vector<Proof> prove_range(std::string_view statement, const Element& key, const Encryption& encryption,
                               std::uint64_t value, std::uint64_t min, std::uint64_t max, Random& random) {
    ENSURE(min <= value && value <= max);
    const Ciphertext& c = encryption.ciphertext;
    auto proofs = prove_branches(range_prefix(statement) + ciphertext_text(c.alpha, c.beta), key,
                                 range_branches(c, min, max), value - min, encryption.randomness, random);
    ENSURE(verify_range(statement, key, c, min, max, proofs));
    return proofs;
}

bool verify_range(std::string_view statement, const FixedBase& key, const Ciphertext& ciphertext,
                  std::uint64_t min, std::uint64_t max, std::span<const Proof> proofs) {
    ProofBatch batch;
    batch.range(statement, key, ciphertext, min, max, proofs);
    return !batch.first_wrong();
}

std::vector<Proof> prove_blank(std::string_view statement, const Element& key, const BlankAnswer& answer,
                               const BlankSecrets& secrets, Random& random) {
    ENSURE(!secrets.is_blank || secrets.sum == 0);
    auto proofs =
        prove_branches(blank_prefix(statement), key, {answer.blank, answer.sum}, secrets.is_blank ? 1 : 0,
                       secrets.is_blank ? secrets.sum_randomness : secrets.blank_randomness, random);
    ENSURE(verify_blank(statement, key, answer, proofs));
    return proofs;
}

bool verify_blank(std::string_view statement, const FixedBase& key, const BlankAnswer& answer,
                  std::span<const Proof> proofs) {
    ProofBatch batch;
    batch.blank(statement, key, answer, proofs);
    return !batch.first_wrong();
}

std::vector<Proof> prove_blank_overall(std::string_view statement, const Element& key,
                                       const BlankAnswer& answer, const BlankSecrets& secrets,
                                       std::uint64_t min, std::uint64_t max, Random& random) {
    ENSURE(secrets.is_blank || (min <= secrets.sum && secrets.sum <= max));
    auto proofs =
        prove_branches(overall_prefix(statement), key, overall_branches(answer, min, max),
                       secrets.is_blank ? 0 : secrets.sum - min + 1,
                       secrets.is_blank ? secrets.blank_randomness : secrets.sum_randomness, random);
    ENSURE(verify_blank_overall(statement, key, answer, min, max, proofs));
    return proofs;
}

bool verify_blank_overall(std::string_view statement, const FixedBase& key, const BlankAnswer& answer,
                          std::uint64_t min, std::uint64_t max, std::span<const Proof> proofs) {
    ProofBatch batch;
    batch.blank_overall(statement, key, answer, min, max, proofs);
    return !batch.first_wrong();
}

Proof prove_decryption(std::string_view fingerprint, const SecretScalar& key, const Element& alpha,
                       const Element& factor, Random& random) {
    const Element public_key = declassify(base(key));
    const Proof proof = prove_equality(decryption_prefix(fingerprint, public_key), key, alpha, random);
    ENSURE(verify_decryption(fingerprint, public_key, alpha, factor, proof));
    return proof;
}

bool verify_decryption(std::string_view fingerprint, const Element& public_key, const Element& alpha,
                       const Element& factor, const Proof& proof) {
    return verify_equality(decryption_prefix(fingerprint, public_key), public_key, alpha, factor, proof);
}

Proof prove_decryption_strongly(std::string_view fingerprint, const SecretScalar& key, const Element& alpha,
                                const Element& factor, Random& random) {
    const Element public_key = declassify(base(key));
    const std::string prefix = strong_prefix(fingerprint, public_key, alpha, factor);
    const Proof proof = prove_equality(prefix, key, alpha, random);
    ENSURE(verify_strong_decryption(fingerprint, public_key, alpha, factor, proof));
    return proof;
}

bool verify_strong_decryption(std::string_view fingerprint, const Element& public_key, const Element& alpha,
                              const Element& factor, const Proof& proof) {
    const std::string prefix = strong_prefix(fingerprint, public_key, alpha, factor);
    return verify_equality(prefix, public_key, alpha, factor, proof);
}

}  // namespace minhtin
