#pragma once
// From g^n back to n, for sums of votes (protocol.md 10.3): baby steps, giant steps.
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "crypto/group.h"

namespace minhtin {

// A table of about sqrt(max) elements, made once and asked for each answer of a tally. Public data, variable
// time.
class DiscreteLog {
public:
    // max below 2^40 (ENSURE): a table of a million entries; a vote has fewer voters.
    explicit DiscreteLog(std::uint64_t max);
    // n with 0 <= n <= max and g^n = element, or nothing. At most about sqrt(max) steps.
    std::optional<std::uint64_t> operator()(const Element& element) const;

private:
    std::uint64_t max_, width_;
    Element giant_;  // g^width
    std::unordered_map<std::string, std::uint64_t> baby_;
};

}  // namespace minhtin
