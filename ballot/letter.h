#pragma once
// A private message between trustees (protocol.md 6.2): signed by the sender, sealed for the recipient, as
// JSON. Written with AES-GCM; read with AES-CCM too, as belenios-tool 3.0 wrote it.
#include <string>
#include <string_view>

#include "ballot/reasons.h"
#include "crypto/group.h"
#include "crypto/random.h"
#include "crypto/result.h"
#include "crypto/secret.h"

namespace minhtin {

std::string seal_letter(const SecretScalar& sender_signing_key, const Element& recipient,
                        const SecretString& text, Random& random);

// Refused: what does not decrypt, is not signed by `sender` (a key that a checked certificate fixed before),
// or is addressed to another key.
Result<SecretString, Rejection> open_letter(const SecretScalar& opening_key, const Element& sender,
                                            std::string_view sealed);

// Whether it has the form of a sealed letter; its content only the recipient can check.
Result<void, Rejection> check_letter_form(std::string_view sealed);

}  // namespace minhtin
