#pragma once
// What trustees send to each other, sealed for one of them (protocol.md 6.2). The signature inside, the
// recipient and the JSON around it belong to ballot/.
#include <optional>
#include <string_view>

#include "crypto/bytes.h"
#include "crypto/group.h"
#include "crypto/hash.h"

namespace minhtin {

// belenios-tool 3.0 wrote CCM, 3.1 and later write GCM. We read both and write GCM.
enum class ChannelCipher { gcm, ccm };

struct ChannelKey {
    SecretKey32 key;  // SHA-256("key|" key element)
    Digest iv;        // SHA-256("iv|" alpha)
};
ChannelKey channel_key(const Element& key_element, const Element& alpha);

// AES-256-GCM with the whole 32-byte iv as nonce; AES-256-CCM with its first 15-L bytes, L = 2 below 64 KiB,
// 3 below 16 MiB. No associated data. The tag, 16 bytes in GCM and 8 in CCM, is at the end.
Bytes seal_bytes(const ChannelKey& key, ByteView plaintext);
// Nothing if the tag is wrong, the data shorter than a tag, or the plaintext 16 MiB or longer.
std::optional<SecretString> open_bytes(const ChannelKey& key, ChannelCipher cipher, ByteView data);

struct Sealed {
    Element alpha, beta;  // g^r, recipient^r * K with K = g^random
    Bytes data;
};
// The recipient's key must not be the identity (ENSURE): the message would be in clear.
Sealed seal_for(const Element& recipient, std::string_view plaintext, Random& random);
// Refuses as open_bytes. Whoever sealed it is not known until the signature inside is checked.
std::optional<SecretString> open_sealed(const SecretScalar& decryption_key, ChannelCipher cipher,
                                        const Sealed& sealed);

}  // namespace minhtin
