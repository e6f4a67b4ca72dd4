#pragma once
// The result of a counted vote, as it stands on the sheet and goes into the files (domain.md rules 8 to 11).
#include <string>
#include <vector>

#include "server/app/vote_state.h"
#include "server/domain/profiles.h"

namespace minhtin {

struct LevelCount {
    std::string level;  // high, trust, low
    std::int64_t count;
    std::string percent;  // of the base, two decimals
};

struct PersonResult {
    std::size_t question;
    VotePerson person;
    std::vector<LevelCount> levels;
    std::int64_t not_counted;  // collected ballots without a mark on this line
    const Band* band;          // null: none holds; lives as long as the program
};

struct VoteResult {
    Vote vote;
    std::string chair_name;
    std::int64_t collected;  // every one of them valid: others were refused
    Base base;
    std::int64_t base_number;
    std::string archive_hash;  // SHA-256 of the archive's bytes, hex
    std::string fingerprint;
    std::vector<bool> shares;  // by trustee
    std::vector<PersonResult> persons;
};
// Refuses vote_unknown, vote_not_counted.
Outcome<VoteResult> read_result(App& app, std::string_view uuid);

}  // namespace minhtin
