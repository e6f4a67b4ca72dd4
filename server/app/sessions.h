#pragma once
// Who is signed in. In memory only: a restart signs everybody out, and no instant reaches the disk. A token
// is 256 random bits; what is kept is its SHA-256.
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/random.h"
#include "server/app/clock.h"

namespace minhtin {

class Sessions {
public:
    static constexpr std::chrono::minutes idle{30};
    static constexpr std::chrono::hours absolute{8};
    static constexpr std::size_t max_sessions = 10'000;

    // A new token, hex. When there are too many sessions the one that was idle for longest ends.
    std::string open(std::string_view account_id, Random& random, Instant now);
    // The account of a living session, which thereby lives on.
    std::optional<std::string> touch(std::string_view token, Instant now);
    void close(std::string_view token);
    void close_all(std::string_view account_id);

private:
    struct Session {
        std::string account_id;
        Instant opened, last_seen;
    };
    static bool over(const Session& s, Instant now) {
        return now - s.last_seen > idle || now - s.opened > absolute;
    }
    std::mutex mutex_;
    std::map<std::string, Session> by_hash_;
};

}  // namespace minhtin
