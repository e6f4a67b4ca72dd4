#include "server/app/attempts.h"

#include "crypto/hash.h"

namespace minhtin {

Attempts::Attempts(Random& random) : key_(random_hex(random, 32)) {}

std::string Attempts::tag(std::string_view name) const {
    return sha256_hex(key_ + std::string(name));
}

bool Attempts::exhausted(std::string_view name, int allowed, Instant now) {
    std::lock_guard lock(mutex_);
    auto it = counts_.find(tag(name));
    return it != counts_.end() && now - it->second.since < window && it->second.wrong >= allowed;
}

void Attempts::count(std::string_view name, Instant now) {
    std::lock_guard lock(mutex_);
    if (counts_.size() >= max_names) {
        std::erase_if(counts_, [&](const auto& entry) { return now - entry.second.since >= window; });
        if (counts_.size() >= max_names) {
            counts_
                .clear();  // memory stays bounded; a flood of addresses gains a few guesses at Argon2's price
        }
    }
    Count& c = counts_[tag(name)];
    if (c.wrong == 0 || now - c.since >= window) {
        c = {now, 0};
    }
    ++c.wrong;
}

}  // namespace minhtin
