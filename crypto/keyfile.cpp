#include "crypto/keyfile.h"

#include <sodium.h>

#include <new>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

bool acceptable(const KeyfileParameters& p) {
    return p.passes >= 1 && p.passes <= 10 && p.memory_kib >= 8 * 1024 && p.memory_kib <= 1024 * 1024;
}

SecretKey32 stretch(const SecretString& passphrase, const KeyfileParameters& p) {
    static_assert(crypto_pwhash_SALTBYTES == sizeof p.salt);
    SecretKey32 key;
    const std::string& text = passphrase.expose();
    if (crypto_pwhash(key.expose().data(), key.expose().size(), text.data(), text.size(), p.salt.data(),
                      p.passes, std::size_t{p.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return key;
}

}  // namespace

std::string keyfile_header(const KeyfileParameters& p, std::string_view label) {
    return "minhtin-key|1|" + std::string(label) + "|argon2id|" + std::to_string(p.passes) + "|" +
           std::to_string(p.memory_kib) + "|" + to_hex(p.salt) + "|xchacha20poly1305|" + to_hex(p.nonce);
}

LockedSecret lock_secret(const SecretString& secret, const SecretString& passphrase, std::string_view label,
                         Random& random) {
    LockedSecret locked;
    random.fill(locked.parameters.salt);
    random.fill(locked.parameters.nonce);
    const SecretKey32 key = stretch(passphrase, locked.parameters);
    const std::string header = keyfile_header(locked.parameters, label);
    const ByteView plain = as_bytes(secret.expose());
    locked.ciphertext.resize(plain.size() + tag_size);
    ENSURE(crypto_aead_xchacha20poly1305_ietf_encrypt(
               locked.ciphertext.data(), nullptr, plain.data(), plain.size(), as_bytes(header).data(),
               header.size(), nullptr, locked.parameters.nonce.data(), key.expose().data()) == 0);
    return locked;
}

std::optional<SecretString> unlock_secret(const LockedSecret& locked, const SecretString& passphrase,
                                          std::string_view label) {
    if (!acceptable(locked.parameters) || locked.ciphertext.size() < tag_size) return std::nullopt;
    const SecretKey32 key = stretch(passphrase, locked.parameters);
    const std::string header = keyfile_header(locked.parameters, label);
    SecretString out(std::string(locked.ciphertext.size() - tag_size, '\0'));
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char*>(out.expose().data()), nullptr, nullptr, locked.ciphertext.data(),
            locked.ciphertext.size(), as_bytes(header).data(), header.size(), locked.parameters.nonce.data(),
            key.expose().data()) != 0)
        return std::nullopt;
    return out;
}

}  // namespace minhtin
