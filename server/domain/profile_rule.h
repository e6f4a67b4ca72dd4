#pragma once
// One rule of a profile, its settings filled in.
#include "server/domain/profile_condition.h"

namespace minhtin {

struct ReadRule {
    Rule rule;
    bool on = true;  // false: "on" is false, its ballot is not in use, or it is a deadline that is "none"
};

// `number`: of the regulation the rule comes from.
ReadRule read_rule(ProfileReading& reading, const nlohmann::json& j, const std::string& path,
                   const RuleNames& names, const std::string& number);

}  // namespace minhtin
