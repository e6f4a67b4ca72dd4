#pragma once
// Fire drills under way: random test values that counting committee members must open with the key from their
// stored file. In memory only; after a restart a member starts again. Each is good for one answer.
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "crypto/group.h"
#include "crypto/random.h"

namespace minhtin {

class Drills {
public:
    struct Value {
        std::string id;
        Element alpha;
    };
    // A new test value g^r for this trustee; the earlier one stops counting.
    Value start(const std::string& vote, std::size_t trustee, Random& random) {
        SecretScalar r = SecretScalar::random(random);
        const Value value{random_base58(random, 16), base(r)};
        const std::scoped_lock lock(mutex_);
        drills_.insert_or_assign({vote, trustee}, Drill{value, std::move(r)});
        return value;
    }

    struct Drill {
        Value value;
        SecretScalar exponent;  // r: what the answer must be is key^r
    };
    // The drill with this id, which thereby is used up.
    std::optional<Drill> take(const std::string& vote, std::size_t trustee, std::string_view id) {
        const std::scoped_lock lock(mutex_);
        const auto at = drills_.find({vote, trustee});
        if (at == drills_.end() || at->second.value.id != id) return {};
        std::optional<Drill> drill(std::move(at->second));
        drills_.erase(at);
        return drill;
    }

private:
    std::mutex mutex_;
    std::map<std::pair<std::string, std::size_t>, Drill> drills_;
};

}  // namespace minhtin
