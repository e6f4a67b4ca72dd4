#pragma once
// Every proof of the protocol (chapters 6, 8 and 10). One convention throughout: response = nonce - challenge
// * secret, and the verifier rebuilds the commitment as g^response * X^challenge.
//
// What is hashed comes in as text: `fingerprint` is the election's (43 characters), `statement` is
// "fingerprint|credential" for a single choice and "fingerprint|credential|alpha1,beta1,..." for a whole
// answer.
//
// Makers check their own proof before it leaves (ENSURE): a false statement is a Bug. They take a time that
// does not depend on keys, nonces and randomness. The makers of disjunctions do depend on the value that is
// proved: they serve tests and tools; voters' proofs are made in the voter's browser. Verifiers refuse by
// returning false, whatever they are given, and take a variable time; proof_batch.h checks many at once.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/elgamal.h"
#include "crypto/group.h"

namespace minhtin {

struct Proof {
    Scalar challenge, response;
    bool operator==(const Proof&) const = default;
};

// Knowledge of a trustee's key: pok|group|X| ; A (chapter 6).
Proof prove_key(const SecretScalar& key, Random& random);
bool verify_key(const Element& public_key, const Proof& proof);

// The signature of a ballot: sig|hash| ; A (chapter 7). `hash` is that of the ballot without its signature;
// the credential is inside the signed bytes, and the caller recomputes the hash.
Proof sign_ballot(const SecretScalar& credential, std::string_view hash, Random& random);
bool verify_ballot_signature(const Element& credential, std::string_view hash, const Proof& proof);

// The ciphertext holds a value in [min, max] (chapter 8): max-min+1 proofs, prove|statement|alpha,beta| ;
// A0,B0,... . A single choice is min 0, max 1. The maker needs min <= value <= max.
std::vector<Proof> prove_range(std::string_view statement, const Element& key, const Encryption& encryption,
                               std::uint64_t value, std::uint64_t min, std::uint64_t max, Random& random);
bool verify_range(std::string_view statement, const FixedBase& key, const Ciphertext& ciphertext,
                  std::uint64_t min, std::uint64_t max, std::span<const Proof> proofs);

// A question that allows a blank vote: the blank ciphertext and the sum of the others.
struct BlankAnswer {
    Ciphertext blank, sum;
};
struct BlankSecrets {
    const SecretScalar& blank_randomness;
    const SecretScalar& sum_randomness;
    bool is_blank;
    std::uint64_t sum;
};

// The vote is not blank or nothing is chosen (bproof0): two proofs.
std::vector<Proof> prove_blank(std::string_view statement, const Element& key, const BlankAnswer& answer,
                               const BlankSecrets& secrets, Random& random);
bool verify_blank(std::string_view statement, const FixedBase& key, const BlankAnswer& answer,
                  std::span<const Proof> proofs);

// The vote is blank or the sum is in [min, max] (bproof1): max-min+2 proofs.
std::vector<Proof> prove_blank_overall(std::string_view statement, const Element& key,
                                       const BlankAnswer& answer, const BlankSecrets& secrets,
                                       std::uint64_t min, std::uint64_t max, Random& random);
bool verify_blank_overall(std::string_view statement, const FixedBase& key, const BlankAnswer& answer,
                          std::uint64_t min, std::uint64_t max, std::span<const Proof> proofs);

// factor = alpha^key with the key of X = g^key (chapter 10): decrypt|fingerprint|X| ; A,B. This version-1
// hash binds neither alpha nor factor; the hardened profile asks for the strong proof beside it.
Proof prove_decryption(std::string_view fingerprint, const SecretScalar& key, const Element& alpha,
                       const Element& factor, Random& random);
bool verify_decryption(std::string_view fingerprint, const Element& public_key, const Element& alpha,
                       const Element& factor, const Proof& proof);

// The same equations with the statement in the hash: decrypt-strong|fingerprint|X|alpha,factor| ; A,B
// (hardening.md W1).
Proof prove_decryption_strongly(std::string_view fingerprint, const SecretScalar& key, const Element& alpha,
                                const Element& factor, Random& random);
bool verify_strong_decryption(std::string_view fingerprint, const Element& public_key, const Element& alpha,
                              const Element& factor, const Proof& proof);

}  // namespace minhtin
