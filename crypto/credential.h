#pragma once
// Keys that are derived from texts: a voter's from the private credential (protocol.md 5.2), a trustee's from
// the seed (6.1). Time depends on lengths only.
#include <string_view>

#include "crypto/group.h"
#include "crypto/random.h"

namespace minhtin {

// 22 Base58 characters in groups 5-6-5-6 with dashes. There is no checksum.
bool is_credential(std::string_view text);
SecretString generate_credential(Random& random);

// The number of SHA-256("derive_credential|uuid|0|c") followed by that of ...|1|..., modulo q; the voter
// signs with it, and g to it is the public credential. The form is the caller's to check.
SecretScalar derive_credential(std::string_view uuid, const SecretString& credential);

// A trustee's seed: 22 Base58 characters, 128 bits.
bool is_seed(std::string_view text);
SecretString generate_seed(Random& random);
// SHA-256("sk|seed") and SHA-256("dk|seed") modulo q: the key that signs, the key that opens channel
// messages.
SecretScalar signing_key(const SecretString& seed);
SecretScalar opening_key(const SecretString& seed);

}  // namespace minhtin
