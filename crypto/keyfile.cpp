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

KeyfileParameters fresh_parameters(Random& random) {
    KeyfileParameters parameters;
    random.fill(parameters.salt);
    random.fill(parameters.nonce);
    return parameters;
}

Bytes lock_secret(const SecretString& secret, const SecretString& passphrase,
                  const KeyfileParameters& parameters, std::string_view associated_data) {
    ENSURE(acceptable(parameters));
    const SecretKey32 key = stretch(passphrase, parameters);
    const ByteView plain = as_bytes(secret.expose()), around = as_bytes(associated_data);
    Bytes sealed(plain.size() + tag_size);
    ENSURE(crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(),
                                                      around.data(), around.size(), nullptr,
                                                      parameters.nonce.data(), key.expose().data()) == 0);
    return sealed;
}

std::optional<SecretString> unlock_secret(ByteView sealed, const SecretString& passphrase,
                                          const KeyfileParameters& parameters,
                                          std::string_view associated_data) {
    if (!acceptable(parameters) || sealed.size() < tag_size) return std::nullopt;
    const SecretKey32 key = stretch(passphrase, parameters);
    const ByteView around = as_bytes(associated_data);
    SecretString out(std::string(sealed.size() - tag_size, '\0'));
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char*>(out.expose().data()), nullptr, nullptr, sealed.data(),
            sealed.size(), around.data(), around.size(), parameters.nonce.data(), key.expose().data()) != 0)
        return std::nullopt;
    return out;
}

}  // namespace minhtin
