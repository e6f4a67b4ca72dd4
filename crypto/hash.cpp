#include "crypto/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sodium.h>

#include <algorithm>
#include <new>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

// OpenSSL's and not libsodium's, because it uses the instructions that CPUs have for SHA-256: a fifth of the
// time. Found once; looking for it takes longer than a short hash. In a context of our own, which reads no
// openssl.cnf: what a machine's settings offer must not decide whether an archive can be checked.
const EVP_MD* algorithm() {
    static const EVP_MD* const found = [] {
        OSSL_LIB_CTX* const own = OSSL_LIB_CTX_new();  // kept as long as the program runs
        return own ? EVP_MD_fetch(own, "SHA256", nullptr) : nullptr;
    }();
    ENSURE(found != nullptr);
    return found;
}

}  // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    bool finished = false;
    // Wipes what OpenSSL keeps of it on the heap.
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    if (!state_->context) throw std::bad_alloc();
    ENSURE(EVP_DigestInit_ex(state_->context, algorithm(), nullptr) == 1);
}

// OpenSSL works on the stack, and leaves there pieces of the last blocks; so does the dynamic linker, which
// saves registers when a function is called for the first time. Seen with OpenSSL 3.0: 3.3 KB below our
// caller at most. No library promises that, so this is not all that is done for a key: minhtin-trustee wipes
// more at its end.
Sha256::~Sha256() {
    state_.reset();  // first: what it calls leaves something too
    sodium_stackzero(4096);
}

void Sha256::update(std::string_view data) {
    ENSURE(!state_->finished);
    ENSURE(EVP_DigestUpdate(state_->context, data.data(), data.size()) == 1);
}

Digest Sha256::so_far() const {
    ENSURE(!state_->finished);
    const State copy;
    if (!copy.context) throw std::bad_alloc();
    ENSURE(EVP_MD_CTX_copy_ex(copy.context, state_->context) == 1);
    Digest out;
    ENSURE(EVP_DigestFinal_ex(copy.context, out.data(), nullptr) == 1);
    return out;
}

Digest Sha256::finish() {
    ENSURE(!state_->finished);
    state_->finished = true;
    Digest out;
    ENSURE(EVP_DigestFinal_ex(state_->context, out.data(), nullptr) == 1);
    return out;
}

Digest sha256(std::string_view data) {
    Digest out;
    ENSURE(EVP_Digest(data.data(), data.size(), out.data(), nullptr, algorithm(), nullptr) == 1);
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
