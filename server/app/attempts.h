#pragma once
// Counts wrong guesses for a minute, in memory only. Names are kept as keyed hashes whose key lives and dies
// with the process, so that a memory image shows no address.
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "crypto/random.h"
#include "server/app/clock.h"

namespace minhtin {

// What counts as one place: an IPv4 address (mapped into IPv6 or not); of an IPv6 address its first 64 bits,
// because whoever has one address has all of its network (RFC 6177). Other text stays as it is.
std::string network_of(std::string_view address);

class Attempts {
public:
    static constexpr std::chrono::seconds window{60};
    static constexpr std::size_t max_names = 50'000;

    explicit Attempts(Random& random);
    bool exhausted(std::string_view name, int allowed, Instant now);
    void count(std::string_view name, Instant now);
    // What stands for a name outside of here: unlinkable after a restart.
    std::string tag(std::string_view name) const;

private:
    struct Count {
        Instant since;
        int wrong = 0;
    };
    std::string key_;
    std::mutex mutex_;
    std::map<std::string, Count, std::less<>> counts_;
};

}  // namespace minhtin
