#pragma once
// The regulations that an operator adds: DATA/profiles/*.json, read once at the start.
#include <filesystem>

namespace minhtin {

// Nothing when there is no folder `profiles`. Throws std::runtime_error, with file, place and reason of every
// fault in both languages, when one of the files is not a valid profile or cannot be read.
void load_operator_profiles(const std::filesystem::path& data);

}  // namespace minhtin
