#pragma once
// Changing one place of a JSON text, for tests.
#include <functional>
#include <string>
#include <string_view>

#include "ballot/json.h"

namespace minhtin {

// The value at "a[0].b", which must be there.
Json& json_at(Json& root, std::string_view path);
// The compact text with that value replaced; or changed by `edit`.
std::string with(std::string_view text, std::string_view path, Json value);
std::string edited(std::string_view text, std::string_view path, const std::function<void(Json&)>& edit);

}  // namespace minhtin
