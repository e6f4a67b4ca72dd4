#pragma once
// The numbers of one vote and the arithmetic between them (domain.md rules 8 and 9): one place for the table
// of published counts, the result of an electronic vote, and the rules about votes. What is not known stays
// unknown.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/domain/profiles.h"
#include "server/domain/rules/condition.h"

namespace minhtin {

using Number = std::optional<std::int64_t>;

struct BallotSums {
    Number summoned, present, eligible, issued, collected, valid, invalid;
};
// One person's line: marks by level id, and the ballots that count for no level.
using Marks = std::map<std::string, Number>;
struct LineSums {
    Marks levels;
    Number not_counted;
};

Number base_number(const BallotSums& sums, Base base);

// An amount that a gate speaks of. levels: all marks of a line together.
enum class Amount { summoned, present, eligible, issued, collected, valid, invalid, levels, not_counted };
std::string_view name(Amount amount);
Sentence title(Amount amount);  // in the middle of a sentence: "số phiếu phát ra"

// left (added up) must not exceed right, or must be right.
struct Gate {
    std::string_view code;
    std::vector<Amount> left;
    Amount right{};
    bool exact = false;
    // Rule 9 names it: when it cannot be checked, that has to be said. The others follow from these and
    // find what is wrong when a number between is not known.
    bool named = false;
};

struct GateCheck {
    const Gate* gate = nullptr;  // lives as long as the program
    Truth holds = Truth::unknown;
    std::int64_t left = 0;  // what is known of the sum
    Number right;
    std::vector<Amount> missing;
};

// All gates about the vote, in a fixed order; and those about one line of it. Numbers from 0 to
// largest_count.
std::vector<GateCheck> check_gates(const BallotSums& sums);
std::vector<GateCheck> check_gates(const BallotSums& sums, const LineSums& line);

}  // namespace minhtin
