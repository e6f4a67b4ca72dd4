#pragma once
// Conditions of a profile (rules/condition.h) and the words that figures can have.
#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "server/domain/profile_fields.h"

namespace minhtin {

// What rules of a profile may name.
struct RuleNames {
    std::vector<Level> rating_levels, documents;
    std::vector<std::pair<std::string, std::vector<Level>>> ballots;
    std::string ballot;  // the one in use; empty when there is none
};

// Notes problems: unknown-figure, bad-condition, bad-number, bad-share, unknown-word, figure-type.
Condition read_condition(ProfileReading& reading, const nlohmann::json& j, const std::string& path,
                         const RuleNames& names);

// Notes "unknown-figure".
std::optional<FigureId> read_figure(ProfileReading& reading, const nlohmann::json& j,
                                    const std::string& path);

}  // namespace minhtin
