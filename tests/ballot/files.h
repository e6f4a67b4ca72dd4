#pragma once
// Files of the source tree, for tests.
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace minhtin {

inline std::filesystem::path vectors_folder() {
    return std::filesystem::path(MINHTIN_SOURCE_DIR) / "tests/vectors";
}

inline std::string contents(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace minhtin
