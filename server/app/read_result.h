#pragma once
// The result of a counted vote as the sheet shows it (domain.md rules 8 to 11).
#include <string>
#include <vector>

#include "server/app/vote_state.h"
#include "server/domain/vote_result.h"

namespace minhtin {

struct ResultSheet {
    Vote vote;
    std::string chair_name;
    std::int64_t collected;  // every one of them valid: others were refused
    Base base_kind;
    std::int64_t base;
    std::string archive_hash;  // SHA-256 of the archive's bytes, hex
    std::string fingerprint;
    ClosedBox box;
    std::vector<bool> shares;          // by trustee
    std::vector<PersonTally> tallies;  // by question
};
// Refuses vote_unknown, vote_not_counted.
Outcome<ResultSheet> read_result(App& app, std::string_view uuid);

}  // namespace minhtin
