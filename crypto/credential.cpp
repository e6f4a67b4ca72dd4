#include "crypto/credential.h"

#include <algorithm>
#include <array>

#include "crypto/hash.h"

namespace minhtin {
namespace {

constexpr std::string_view base58_alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::string_view shape = "aaaaa-aaaaaa-aaaaa-aaaaaa";

bool is_base58(char c) {
    return base58_alphabet.find(c) != std::string_view::npos;
}

// SHA-256 of a text that holds a secret.
Digest hash_secret(std::string_view prefix, const SecretString& secret) {
    Sha256 hash;
    hash.update(prefix);
    hash.update(secret.expose());
    return hash.finish();
}

SecretScalar key_from_seed(std::string_view prefix, const SecretString& seed) {
    const SecretKey32 digest(hash_secret(prefix, seed));
    return SecretScalar::reduce(digest.expose());
}

}  // namespace

bool is_credential(std::string_view text) {
    if (text.size() != shape.size()) return false;
    return std::equal(text.begin(), text.end(), shape.begin(),
                      [](char c, char s) { return s == '-' ? c == '-' : is_base58(c); });
}

SecretString generate_credential(Random& random) {
    std::string text = random_base58(random, shape.size());
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == '-') text[i] = '-';
    return SecretString(std::move(text));
}

SecretScalar derive_credential(std::string_view uuid, const SecretString& credential) {
    const std::string prefix = "derive_credential|" + std::string(uuid) + "|";
    Secret<std::array<std::uint8_t, 64>> number;
    for (std::size_t half = 0; half < 2; ++half) {
        const SecretKey32 digest(hash_secret(prefix + std::to_string(half) + "|", credential));
        std::copy(digest.expose().begin(), digest.expose().end(),
                  number.expose().begin() + 32 * static_cast<int>(half));
    }
    return SecretScalar::reduce(number.expose());
}

bool is_seed(std::string_view text) {
    return text.size() == 22 && std::all_of(text.begin(), text.end(), is_base58);
}

SecretString generate_seed(Random& random) {
    return SecretString(random_base58(random, 22));
}

SecretScalar signing_key(const SecretString& seed) {
    return key_from_seed("sk|", seed);
}

SecretScalar opening_key(const SecretString& seed) {
    return key_from_seed("dk|", seed);
}

}  // namespace minhtin
