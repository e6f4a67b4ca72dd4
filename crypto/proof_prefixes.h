#pragma once
// What stands before the commitments when a challenge is hashed (protocol.md chapter 6): a word for the kind
// of proof, and what it is about. Makers and verifiers of proofs take it from here, so that they cannot
// differ. Public data.
#include <string>
#include <string_view>

#include "crypto/group.h"

namespace minhtin {

std::string key_prefix(const Element& public_key);
std::string ballot_prefix(std::string_view hash);
// Followed by the ciphertext that the proof is about.
std::string range_prefix(std::string_view statement);
std::string ciphertext_text(const Element& alpha, const Element& beta);
std::string blank_prefix(std::string_view statement);
std::string overall_prefix(std::string_view statement);
std::string decryption_prefix(std::string_view fingerprint, const Element& public_key);
std::string strong_prefix(std::string_view fingerprint, const Element& public_key, const Element& alpha,
                          const Element& factor);

}  // namespace minhtin
