#pragma once
// A secret locked with a passphrase, in the form that the trustee's browser reads and writes too:
//
//   key    = Argon2id (version 0x13), 32 bytes, from the passphrase's UTF-8 bytes and `salt`, with `passes`
//   (3),
//            `memory_kib` (65536, that is 64 MiB) and one lane; no secret, no associated data
//   sealed = XChaCha20-Poly1305 of the secret under `nonce`, with its tag of 16 bytes at the end
//
// The associated data is the text of the key file around it, parameters included (without what is sealed), so
// that nothing in the file can be exchanged. That text is JSON and the caller's; so is normalising the
// passphrase (NFC).
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "crypto/bytes.h"
#include "crypto/random.h"
#include "crypto/secret.h"

namespace minhtin {

struct KeyfileParameters {
    std::array<std::uint8_t, 16> salt{};
    std::array<std::uint8_t, 24> nonce{};
    std::uint32_t passes = 3;
    std::uint32_t memory_kib = 64 * 1024;
};

// For one sealing: the salt and the nonce are never used again.
KeyfileParameters fresh_parameters(Random& random);

// Takes some tenths of a second and the memory. Throws std::bad_alloc if there is none.
Bytes lock_secret(const SecretString& secret, const SecretString& passphrase,
                  const KeyfileParameters& parameters, std::string_view associated_data);
// Nothing if the passphrase, the associated data or any byte is another. Parameters outside passes 1..10 and
// memory 8 MiB..1 GiB are refused before any work, because the file may come from anywhere.
std::optional<SecretString> unlock_secret(ByteView sealed, const SecretString& passphrase,
                                          const KeyfileParameters& parameters,
                                          std::string_view associated_data);

}  // namespace minhtin
