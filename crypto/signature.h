#pragma once
// Trustees' signatures in the key generation: sigmsg|message| ; A (protocol.md 6.1). The key is not in the
// hash: verify only under a key that a checked certificate fixed before the message (hardening.md W4).
#include <string_view>

#include "crypto/proofs.h"

namespace minhtin {

// Time depends on the message's length only. Checked before it leaves (ENSURE).
Proof sign(const SecretScalar& key, std::string_view message, Random& random);
// Refuses the identity as a key (W5).
bool verify_signature(const Element& public_key, std::string_view message, const Proof& proof);

}  // namespace minhtin
