#pragma once
// The arrangements of a confidence vote: who is voted on, who counts, how far the making of the key has come,
// how many slips. No ballot, and nothing that says who has voted. What happened after the opening is on the
// board; of that the registry only notes that the result was written into the files.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/day.h"

namespace minhtin {

// One question of the ballot; their order is the order of the list.
struct VotePerson {
    std::string person_id, name, post;
    bool operator==(const VotePerson&) const = default;
};

// A member of the counting committee. Messages of the ceremony are kept as they came (ballot/ceremony.h).
struct VoteTrustee {
    std::string name, post;
    std::optional<std::string> certificate, polynomial, key;
    bool drilled = false;
    bool operator==(const VoteTrustee&) const = default;
};

struct Attendance {
    std::int64_t summoned = 0, present = 0, issued = 0;
    bool operator==(const Attendance&) const = default;
};

struct Vote {
    std::string uuid, campaign_id, name;
    Day day;
    std::string profile;   // id of the regulation profile
    std::string chair_id;  // account
    std::size_t threshold = 0;
    std::int64_t slips = 0;
    std::string ceremony;  // random; another one after each reset
    std::vector<VotePerson> persons;
    std::vector<VoteTrustee> trustees;
    std::optional<Attendance> attendance;
    // Exact bytes, as they go onto the board at the opening: the first two exist when all keys are in.
    std::optional<std::string> election, trustees_json, credentials;
    bool recorded = false;
    bool operator==(const Vote&) const = default;
};

class Votes {
public:
    virtual ~Votes() = default;
    virtual std::optional<Vote> find(std::string_view uuid) const = 0;
    virtual std::vector<Vote> of_campaign(std::string_view campaign_id) const = 0;  // by day, then name
    virtual void put(const Vote& vote) = 0;  // inserts, or overwrites the one with this uuid
};

}  // namespace minhtin
