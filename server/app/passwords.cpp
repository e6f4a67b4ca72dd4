#include "server/app/passwords.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/ensure.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

constexpr std::size_t min_length = 12;
constexpr std::size_t max_length = 256;

// What people here try first; compared without diacritics, blanks and case.
constexpr std::string_view common[] = {"matkhau", "password", "123456789", "qwerty",   "abc123",   "111111",
                                       "vietnam", "chibo",    "dangbo",    "danguy",   "dangvien", "xinchao",
                                       "minhtin", "admin123", "letmein",   "iloveyou", "hochiminh"};

std::string squeezed(std::string_view text) {
    std::string s = fold(text);
    std::erase_if(s, [](char c) { return c == ' ' || c == '.' || c == '-' || c == '_'; });
    return s;
}

}  // namespace

PasswordHasher::PasswordHasher(Cost cost) : cost_(cost) {
    ENSURE(sodium_init() >= 0);
    nobody_ = hash("nobody has this password");
}

std::string PasswordHasher::hash(std::string_view password) {
    room_.acquire();
    char out[crypto_pwhash_STRBYTES];
    int rc = crypto_pwhash_str_alg(out, password.data(), password.size(), cost_.operations, cost_.memory,
                                   crypto_pwhash_ALG_ARGON2ID13);
    room_.release();
    ENSURE(rc == 0);
    return out;
}

bool PasswordHasher::verify(std::string_view hash, std::string_view password) {
    char stored[crypto_pwhash_STRBYTES] = {};
    ENSURE(hash.size() < sizeof stored);
    std::copy(hash.begin(), hash.end(), stored);
    room_.acquire();
    bool right = crypto_pwhash_str_verify(stored, password.data(), password.size()) == 0;
    room_.release();
    return right;
}

bool PasswordHasher::verify_nobody(std::string_view password) {
    verify(nobody_, password);
    return false;
}

bool PasswordHasher::outdated(std::string_view hash) const {
    return crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), cost_.operations, cost_.memory) != 0;
}

Outcome<void> acceptable_password(std::string_view password, const std::vector<std::string>& context) {
    if (!is_utf8(password) || length(password) > max_length) {
        return Reason::password_too_long;
    }
    if (length(password) < min_length) {
        return Reason::password_too_short;
    }
    std::string plain = squeezed(password);
    auto holds = [&](std::string_view word) {
        return word.size() >= 4 && plain.find(word) != std::string::npos;
    };
    if (std::any_of(std::begin(common), std::end(common), holds)) {
        return Reason::password_guessable;
    }
    for (const std::string& word : context) {
        if (holds(squeezed(word))) {
            return Reason::password_guessable;
        }
    }
    return {};
}

}  // namespace minhtin
