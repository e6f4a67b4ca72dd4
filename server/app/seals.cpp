#include "server/app/seals.h"

#include <sodium.h>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

}  // namespace

SecretKey32 Seals::campaign_key(std::string_view campaign_id) const {
    const std::string label = "minhtin|campaign-key|1|" + std::string(campaign_id);
    SecretKey32 key;
    const auto& root = root_.expose();
    ENSURE(crypto_generichash(key.expose().data(), key.expose().size(), as_bytes(label).data(), label.size(),
                              root.data(), root.size()) == 0);
    return key;
}

Bytes Seals::seal(std::string_view campaign_id, std::string_view about, std::string_view text,
                  Random& random) const {
    const SecretKey32 key = campaign_key(campaign_id);
    Bytes sealed(nonce_size + text.size() + tag_size);
    random.fill(std::span(sealed).first(nonce_size));
    ENSURE(crypto_aead_xchacha20poly1305_ietf_encrypt(
               sealed.data() + nonce_size, nullptr, as_bytes(text).data(), text.size(),
               as_bytes(about).data(), about.size(), nullptr, sealed.data(), key.expose().data()) == 0);
    return sealed;
}

std::optional<std::string> Seals::open(std::string_view campaign_id, std::string_view about,
                                       ByteView sealed) const {
    if (sealed.size() < nonce_size + tag_size) return {};
    const SecretKey32 key = campaign_key(campaign_id);
    Bytes text(sealed.size() - nonce_size - tag_size);
    const ByteView locked = sealed.subspan(nonce_size);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(text.data(), nullptr, nullptr, locked.data(),
                                                   locked.size(), as_bytes(about).data(), about.size(),
                                                   sealed.data(), key.expose().data()) != 0) {
        return {};
    }
    return std::string(as_text(text));
}

}  // namespace minhtin
