#include "crypto/channel.h"

#include <openssl/evp.h>

#include <limits>
#include <memory>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr std::size_t gcm_tag = 16, ccm_tag = 8, longest = (std::size_t{1} << 24) - 1;

struct FreeContext {
    void operator()(EVP_CIPHER_CTX* c) const { EVP_CIPHER_CTX_free(c); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

Context make_context() {
    Context context(EVP_CIPHER_CTX_new());
    if (!context) throw std::bad_alloc();
    return context;
}

// How many bytes of the iv CCM uses: what the length field of SJCL leaves over.
int ccm_nonce(std::size_t plaintext) {
    return plaintext < (std::size_t{1} << 16) ? 13 : 12;
}

Digest hash_of(std::string_view word, const Element& element) {
    Sha256 hash;
    hash.update(word);
    const SecretString encoding(element.encode());
    hash.update(encoding.expose());
    return hash.finish();
}

// OpenSSL wants the tag before the data, and for CCM the length before anything.
bool start_opening(EVP_CIPHER_CTX* c, const ChannelKey& key, ChannelCipher cipher, ByteView text,
                   ByteView tag) {
    const bool gcm = cipher == ChannelCipher::gcm;
    Bytes tag_copy(tag.begin(), tag.end());
    const int nonce = gcm ? static_cast<int>(key.iv.size()) : ccm_nonce(text.size());
    int unused = 0;
    return EVP_DecryptInit_ex(c, gcm ? EVP_aes_256_gcm() : EVP_aes_256_ccm(), nullptr, nullptr, nullptr) ==
               1 &&
           EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_IVLEN, nonce, nullptr) == 1 &&
           EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_TAG, static_cast<int>(tag.size()), tag_copy.data()) ==
               1 &&
           EVP_DecryptInit_ex(c, nullptr, nullptr, key.key.expose().data(), key.iv.data()) == 1 &&
           (gcm || EVP_DecryptUpdate(c, nullptr, &unused, nullptr, static_cast<int>(text.size())) == 1);
}

}  // namespace

ChannelKey channel_key(const Element& key_element, const Element& alpha) {
    return {SecretKey32(hash_of("key|", key_element)), hash_of("iv|", alpha)};
}

Bytes seal_bytes(const ChannelKey& key, ByteView plaintext) {
    ENSURE(plaintext.size() <= longest);
    const Context context = make_context();
    EVP_CIPHER_CTX* c = context.get();
    Bytes out(plaintext.size() + gcm_tag);
    const int size = static_cast<int>(plaintext.size());
    int written = 0, rest = 0;
    ENSURE(EVP_EncryptInit_ex(c, EVP_aes_256_gcm(), nullptr, nullptr, nullptr) == 1);
    ENSURE(EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_IVLEN, static_cast<int>(key.iv.size()), nullptr) == 1);
    ENSURE(EVP_EncryptInit_ex(c, nullptr, nullptr, key.key.expose().data(), key.iv.data()) == 1);
    ENSURE(size == 0 || EVP_EncryptUpdate(c, out.data(), &written, plaintext.data(), size) == 1);
    ENSURE(EVP_EncryptFinal_ex(c, out.data() + written, &rest) == 1 && written + rest == size);
    ENSURE(EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_GET_TAG, static_cast<int>(gcm_tag), out.data() + size) == 1);
    return out;
}

std::optional<SecretString> open_bytes(const ChannelKey& key, ChannelCipher cipher, ByteView data) {
    const std::size_t tag_size = cipher == ChannelCipher::gcm ? gcm_tag : ccm_tag;
    if (data.size() < tag_size || data.size() - tag_size > longest) return std::nullopt;
    const ByteView text = data.first(data.size() - tag_size);
    const Context context = make_context();
    EVP_CIPHER_CTX* c = context.get();
    if (!start_opening(c, key, cipher, text, data.last(tag_size))) return std::nullopt;

    // One byte more, so that an empty text still gives OpenSSL somewhere to point at.
    SecretString out(std::string(text.size() + 1, '\0'));
    auto* to = reinterpret_cast<unsigned char*>(out.expose().data());
    const unsigned char nothing = 0;
    int written = 0, rest = 0;
    // With CCM this call checks the tag, and there is no final one.
    if (EVP_DecryptUpdate(c, to, &written, text.empty() ? &nothing : text.data(),
                          static_cast<int>(text.size())) != 1)
        return std::nullopt;
    if (cipher == ChannelCipher::gcm && EVP_DecryptFinal_ex(c, to + written, &rest) != 1) return std::nullopt;
    out.expose().resize(text.size());
    return out;
}

Sealed seal_for(const Element& recipient, std::string_view plaintext, Random& random) {
    ENSURE(!recipient.is_identity());
    const auto r = SecretScalar::random(random);
    const Element key_element = base(SecretScalar::random(random));
    const Element alpha = base(r);
    return {alpha, r * recipient + key_element,
            seal_bytes(channel_key(key_element, alpha), as_bytes(plaintext))};
}

std::optional<SecretString> open_sealed(const SecretScalar& decryption_key, ChannelCipher cipher,
                                        const Sealed& sealed) {
    const Element key_element = sealed.beta - decryption_key * sealed.alpha;
    return open_bytes(channel_key(key_element, sealed.alpha), cipher, sealed.data);
}

}  // namespace minhtin
