#pragma once
// Settings of a profile, and the rules with them filled in.
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "server/domain/profile_fields.h"

namespace minhtin {

// The list "settings" of one file, in its order.
std::vector<Setting> read_settings(Fields& file, const std::string& profile);

const Setting* setting_named(const std::vector<Setting>& settings, std::string_view id);

// The settings of all parents. The same id with different values is no problem yet if `own` sets it.
std::vector<Setting> inherited_settings(Fields& file, const std::vector<const RegulationProfile*>& parents,
                                        const std::vector<Setting>& own);

// What a local profile changes: notes "unknown-setting", "setting-type".
void change_settings(Fields& file, std::vector<Setting>& settings, const std::vector<Setting>& own);

// A rule with {"setting":"id"} replaced by the values; ids that were used go to `used`. Notes
// "unknown-setting".
nlohmann::json filled(ProfileReading& reading, const nlohmann::json& rule, const std::string& path,
                      const std::vector<Setting>& settings, std::set<std::string>& used);

}  // namespace minhtin
