#include "crypto/hash.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/ensure.h"

namespace minhtin {

struct Sha256::State {
    crypto_hash_sha256_state sodium;
    bool finished = false;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    crypto_hash_sha256_init(&state_->sodium);
}

Sha256::~Sha256() {
    sodium_memzero(state_.get(), sizeof *state_);
}

void Sha256::update(std::string_view data) {
    ENSURE(!state_->finished);
    crypto_hash_sha256_update(&state_->sodium, as_bytes(data).data(), data.size());
}

Digest Sha256::so_far() const {
    ENSURE(!state_->finished);
    crypto_hash_sha256_state copy = state_->sodium;
    Digest out;
    crypto_hash_sha256_final(&copy, out.data());
    return out;
}

Digest Sha256::finish() {
    ENSURE(!state_->finished);
    state_->finished = true;
    Digest out;
    crypto_hash_sha256_final(&state_->sodium, out.data());
    return out;
}

Digest sha256(std::string_view data) {
    Digest out;
    crypto_hash_sha256(out.data(), as_bytes(data).data(), data.size());
    return out;
}

std::string sha256_hex(std::string_view data) {
    return to_hex(sha256(data));
}

std::optional<Digest> digest_from_hex(std::string_view hex) {
    const auto bytes = from_hex(hex);
    Digest digest;
    if (!bytes || bytes->size() != digest.size()) return {};
    std::copy(bytes->begin(), bytes->end(), digest.begin());
    return digest;
}

std::string sha256_b64(std::string_view data) {
    return to_base64(sha256(data));
}

}  // namespace minhtin
