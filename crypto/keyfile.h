#pragma once
// A secret locked with a passphrase. The trustee's browser reads and writes the same form:
//
//   key        = Argon2id (version 0x13), 32 bytes, from the passphrase's UTF-8 bytes and `salt` (16 bytes),
//   with
//                `passes` (3), `memory_kib` (65536 = 64 MiB), one lane, no secret, no associated data
//   ciphertext = XChaCha20-Poly1305 (24-byte `nonce`) of the secret, tag of 16 bytes at the end; the
//   associated
//                data is the header string below, so that no parameter can be exchanged
//   header     = "minhtin-key|1|" label "|argon2id|" passes "|" memory_kib "|" hex(salt)
//   "|xchacha20poly1305|"
//                hex(nonce)        numbers in decimal, hex in lower case
//
// `label` says what is locked for whom (such as the election's uuid and the trustee's number); it is public,
// chosen by the caller and must be the same at both ends. The passphrase is taken as it is: the caller
// normalises it (NFC). The JSON around it belongs to the caller.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
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

struct LockedSecret {
    KeyfileParameters parameters;
    Bytes ciphertext;  // as long as the secret, and 16 bytes
};

std::string keyfile_header(const KeyfileParameters& parameters, std::string_view label);

// Takes about a tenth of a second and 64 MiB. Throws std::bad_alloc if there is no memory.
LockedSecret lock_secret(const SecretString& secret, const SecretString& passphrase, std::string_view label,
                         Random& random);
// Nothing if the passphrase, the label or any byte is another. Parameters outside passes 1..10 and memory 8
// MiB.. 1 GiB are refused before any work, because the file may come from anywhere.
std::optional<SecretString> unlock_secret(const LockedSecret& locked, const SecretString& passphrase,
                                          std::string_view label);

}  // namespace minhtin
