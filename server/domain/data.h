#pragma once
// The data files that the build puts into the program (server/domain/embed.cmake): each a JSON text.
#include <array>
#include <span>
#include <string_view>

namespace minhtin::data {

std::span<const std::string_view> profiles();
std::span<const std::string_view> channels();
std::span<const std::string_view> calendar();

}  // namespace minhtin::data
