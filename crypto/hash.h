#pragma once
// SHA-256 and the spellings that Belenios gives its digests (protocol.md chapter 2). Time depends on lengths
// only.
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace minhtin {

using Digest = std::array<std::uint8_t, 32>;

// For public data: pieces of it may stay on the stack.
Digest sha256(std::string_view data);

// In pieces, for what is too large for memory; and for secrets: the destructor wipes the state, and the stack
// below it, where pieces may be left. It must run where update() and finish() were called. What finish()
// returned is the caller's.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void update(std::string_view data);
    // Of what came until now; more may come.
    Digest so_far() const;
    // May be called once.
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// 64 lower-case hex digits: names of data, parents, payloads.
std::string sha256_hex(std::string_view data);
// Back from 64 lower-case hex digits; anything else is refused.
std::optional<Digest> digest_from_hex(std::string_view hex);
// 43 characters: the fingerprint of an election, a ballot's signature hash and tracker.
std::string sha256_b64(std::string_view data);

}  // namespace minhtin
