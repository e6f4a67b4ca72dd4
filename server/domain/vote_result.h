#pragma once
// The totals of one person in one confidence vote, with what the profile makes of them: the content of the
// line in the rating file, and of the result page.
#include <cstdint>
#include <optional>
#include <string>

#include "server/domain/bands.h"

namespace minhtin {

struct LevelCounts {
    std::int64_t high = 0, trust = 0, low = 0;
    bool operator==(const LevelCounts&) const = default;
};

// Ballots of the whole vote (domain.md rule 9).
struct BallotNumbers {
    std::int64_t eligible = 0, issued = 0, collected = 0;
};

struct LevelPercents {
    std::string high, trust, low;  // "40.43"
    bool operator==(const LevelPercents&) const = default;
};

struct BandFound {
    std::string code, article;
    Sentence says;
    bool operator==(const BandFound&) const = default;
};

struct PersonTally {
    LevelCounts counts;
    std::int64_t not_counted = 0;
    Base base_kind = Base::collected;
    std::int64_t base = 0;
    LevelPercents percents;
    std::optional<BandFound> band;
    bool operator==(const PersonTally&) const = default;
};

// By the profile's base, half-up. ENSUREs what the board has proved already: counts from 0, together at most
// collected <= issued <= eligible, and a base of at least 1.
PersonTally tally_of(const RegulationProfile& profile, const LevelCounts& counts,
                     const BallotNumbers& ballots);

// One line of a file. Hashes are hex (archive) and the election's 43 characters (fingerprint).
struct VoteResult {
    std::string vote, uuid, profile;
    std::int64_t question = 0;  // from 0
    PersonTally tally;
    std::string archive_hash, fingerprint;
    bool operator==(const VoteResult&) const = default;
};

}  // namespace minhtin
