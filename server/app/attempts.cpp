#include "server/app/attempts.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "crypto/hash.h"

namespace minhtin {

std::string network_of(std::string_view address) {
    const std::string text(address.substr(0, address.find('%')));  // without the zone of a link-local one
    in6_addr six{};
    if (inet_pton(AF_INET6, text.c_str(), &six) != 1) return std::string(address);
    std::array<char, INET6_ADDRSTRLEN> out{};
    if (IN6_IS_ADDR_V4MAPPED(&six)) return inet_ntop(AF_INET, &six.s6_addr[12], out.data(), out.size());
    std::fill(std::begin(six.s6_addr) + 8, std::end(six.s6_addr), std::uint8_t{0});
    return std::string(inet_ntop(AF_INET6, &six, out.data(), out.size())) + "/64";
}

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
