#pragma once
// A trustee's key file: the seed and, once the common key exists, the decryption key, locked with a
// passphrase. The browser reads and writes the same bytes:
//
//   {"format":"minhtin-key-1","election":U,"ceremony":C,"trustee":i,"size":n,"threshold":k,"name":N,"complete":B,
//    "certificates":64 hex (perhaps),"kdf":{"name":"argon2id","salt":32 hex,"t":3,"m":65536,"p":1},"nonce":48
//    hex,"sealed":hex}
//
// canonical JSON; sealed = XChaCha20-Poly1305 of {"seed":…,"decryption_key"?:…} under Argon2id of the
// passphrase, with the same object without "sealed" as associated data. The passphrase is UTF-8 in NFC: the
// caller normalises it. "certificates" says which list of certificates the seed has answered
// (Certificates::digest); only minhtin-trustee writes it, and only into a file that is not complete.
//
// The file of a Single trustee, who takes part in no ceremony: "ceremony" is empty, "trustee", "size" and
// "threshold" are 1, it is complete from the start and has no "seed".
#include <optional>
#include <string>
#include <string_view>

#include "ballot/reasons.h"
#include "crypto/group.h"
#include "crypto/random.h"
#include "crypto/result.h"
#include "crypto/secret.h"

namespace minhtin {

// Readable without the passphrase.
struct KeyFileLabel {
    std::string election, ceremony;
    std::size_t trustee = 0, size = 0, threshold = 0;  // of the own group, trustee from 1
    std::string name;
    bool complete = false;  // holds the decryption key
    std::optional<std::string> certificates = {};
    bool single() const { return ceremony.empty(); }
    bool operator==(const KeyFileLabel&) const = default;
};

struct KeyFileSecrets {
    SecretString seed;  // empty for a Single trustee
    std::optional<SecretScalar> decryption_key;
};

struct KeyFile {
    KeyFileLabel label;
    KeyFileSecrets secrets;
};

// label.complete is set from the secrets; a complete file has no label.certificates. Takes about a second and
// 64 MiB.
std::string seal_key_file(KeyFileLabel label, const KeyFileSecrets& secrets, const SecretString& passphrase,
                          Random& random);

// Not proved before the file is opened. Refuses everything that seal_key_file does not write, but a line end.
Result<KeyFileLabel, Rejection> read_key_file_label(std::string_view bytes);
// key_file_passphrase if the passphrase, or any byte of the file, is another.
Result<KeyFile, Rejection> open_key_file(std::string_view bytes, const SecretString& passphrase);

}  // namespace minhtin
