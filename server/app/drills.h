#pragma once
// Fire drills under way: random numbers r; members of the counting committee must open g^r with the key from
// their stored file. They get r and not g^r, so that nobody can have a value opened whose logarithm is not
// known, such as a part of a ballot. In memory only; after a restart a member starts again. Each is good for
// one answer.
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "crypto/ensure.h"
#include "crypto/group.h"
#include "crypto/random.h"

namespace minhtin {

class Drills {
public:
    struct Drill {
        std::string id;  // 16 Base58 characters
        Scalar r;        // not 0
    };
    // A new drill for this trustee; the earlier one stops counting.
    Drill start(const std::string& vote, std::size_t trustee, Random& random) {
        Drill drill{random_base58(random, 16), SecretScalar::random(random).expose()};
        ENSURE(!drill.r.is_zero());
        const std::scoped_lock lock(mutex_);
        drills_.insert_or_assign({vote, trustee}, drill);
        return drill;
    }

    // The drill with this id, which thereby is used up.
    std::optional<Drill> take(const std::string& vote, std::size_t trustee, std::string_view id) {
        const std::scoped_lock lock(mutex_);
        const auto at = drills_.find({vote, trustee});
        if (at == drills_.end() || at->second.id != id) return {};
        std::optional<Drill> drill(std::move(at->second));
        drills_.erase(at);
        return drill;
    }

private:
    std::mutex mutex_;
    std::map<std::pair<std::string, std::size_t>, Drill> drills_;
};

}  // namespace minhtin
