#pragma once
// The JSON of a profile, strictly: no doubled names (the library would silently keep the last), nothing
// deeper or larger than a profile ever is.
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "server/domain/profile_fields.h"

namespace minhtin {

constexpr std::size_t largest_profile = 512 * 1024;  // bytes
constexpr std::size_t deepest_profile = 16;

// Null, with problems noted, when it is not such a JSON. Codes: too-large, too-deep, doubled-field, not-json.
std::optional<nlohmann::json> parse_profile(ProfileReading& reading, std::string_view text);
// The same with other limits: bytes, and how deep lists and objects may stand in each other.
std::optional<nlohmann::json> parse_strictly(ProfileReading& reading, std::string_view text,
                                             std::size_t largest, std::size_t deepest);

}  // namespace minhtin
