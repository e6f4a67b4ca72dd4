#pragma once
// check_unit(): what concerns many at once: the cap with who competes, the order of steps, deadlines, what
// each file still lacks, the votes. Pure, like rate().
#include <cstdint>
#include <string>
#include <vector>

#include "server/domain/rules/rate.h"

namespace minhtin {

// Where the cap stands for one body or one group of like posts.
struct CapStanding {
    std::string rule, unit, group;  // unit: or the organisation's; group empty: the whole body
    RatedFile::Subject subject = RatedFile::Subject::person;
    std::string level;
    std::int64_t base = 0, most = 0, used = 0, free = 0;  // free = most - used, below 0 when exceeded
    std::int64_t open = 0;                                // rated here, but without a level yet
    std::int64_t most_at_best = 0;                        // if all of these came to count for the base
    // False: it may be exceeded, because of somebody it is not known whether he is rated at all, or at which
    // of two levels.
    bool holds_surely = true;
    std::vector<std::string> have, compete;  // ids of files: decided or proposed; only self-rated so
    Share share;                             // that the body may have
    std::vector<std::string> without_files;  // units of it of whose persons nothing is known
    bool operator==(const CapStanding&) const = default;
};

struct PersonResult {        // of a vote
    std::string file, rule;  // rule: id of the band, empty when none
    std::vector<std::pair<std::string, std::optional<std::string>>> percents;  // level, "53.19"
    bool operator==(const PersonResult&) const = default;
};
struct VoteVerdict {
    std::string vote;
    std::vector<PersonResult> persons;
    std::vector<Finding> findings;
    std::vector<NotApplied> not_applied;
    bool operator==(const VoteVerdict&) const = default;
};

struct UnitVerdict {
    std::vector<CapStanding> caps;  // by rule, unit, subject, group
    std::vector<Finding> findings;  // about units; about files see `files`
    std::vector<NotApplied> not_applied;
    std::vector<FileVerdict> files;  // by id
    std::vector<VoteVerdict> votes;  // by id
    bool operator==(const UnitVerdict&) const = default;
};

UnitVerdict check_unit(const RegulationProfile& profile, const RatedUnits& units, Day now);

// The rules about votes for one of them; part of check_unit.
VoteVerdict check_vote(const RegulationProfile& profile, const RatedVote& vote, const RatedUnits& units,
                       Day now);

}  // namespace minhtin
