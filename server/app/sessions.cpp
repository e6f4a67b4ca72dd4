#include "server/app/sessions.h"

#include <algorithm>

#include "crypto/hash.h"

namespace minhtin {

std::string Sessions::open(std::string_view account_id, Random& random, Instant now) {
    std::string token = random_hex(random, 32);
    std::lock_guard lock(mutex_);
    std::erase_if(by_hash_, [&](const auto& entry) { return over(entry.second, now); });
    if (by_hash_.size() >= max_sessions) {
        by_hash_.erase(std::min_element(by_hash_.begin(), by_hash_.end(), [](auto& a, auto& b) {
            return a.second.last_seen < b.second.last_seen;
        }));
    }
    by_hash_[sha256_hex(token)] = {std::string(account_id), now, now};
    return token;
}

std::optional<std::string> Sessions::touch(std::string_view token, Instant now) {
    std::lock_guard lock(mutex_);
    auto it = by_hash_.find(sha256_hex(token));
    if (it == by_hash_.end()) {
        return {};
    }
    if (over(it->second, now)) {
        by_hash_.erase(it);
        return {};
    }
    it->second.last_seen = now;
    return it->second.account_id;
}

void Sessions::close(std::string_view token) {
    std::lock_guard lock(mutex_);
    by_hash_.erase(sha256_hex(token));
}

void Sessions::close_all(std::string_view account_id) {
    std::lock_guard lock(mutex_);
    std::erase_if(by_hash_, [&](const auto& entry) { return entry.second.account_id == account_id; });
}

}  // namespace minhtin
