#pragma once
// The second lock on what people wrote: texts, drafts and exemptions are sealed for their campaign before
// they reach a store, so that a copy of the database without this key shows none of them. XChaCha20-Poly1305;
// a key per campaign, derived from one root key (BLAKE2b, keyed).
#include <optional>
#include <string>
#include <string_view>

#include "crypto/bytes.h"
#include "crypto/random.h"
#include "crypto/secret.h"

namespace minhtin {

class Seals {
public:
    explicit Seals(SecretKey32 root) : root_(std::move(root)) {}

    // 24 bytes of nonce, then the sealed text with its tag (16). `about` says what it is and is bound to it:
    // a sealed text that is moved elsewhere does not open.
    Bytes seal(std::string_view campaign_id, std::string_view about, std::string_view text,
               Random& random) const;
    // Nothing when a byte was changed, or it is from another campaign, or about something else.
    std::optional<std::string> open(std::string_view campaign_id, std::string_view about,
                                    ByteView sealed) const;

private:
    SecretKey32 campaign_key(std::string_view campaign_id) const;
    SecretKey32 root_;
};

}  // namespace minhtin
