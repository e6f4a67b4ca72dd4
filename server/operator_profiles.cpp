#include "server/operator_profiles.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "server/domain/profiles.h"

namespace minhtin {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file) throw std::runtime_error(path.string() + ": không đọc được / cannot be read");
    return bytes;
}

}  // namespace

void load_operator_profiles(const std::filesystem::path& data) {
    const std::filesystem::path folder = data / "profiles";
    if (!std::filesystem::exists(folder)) return;
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json")
            files.emplace_back(entry.path().filename().string(), bytes_of(entry.path()));
    }
    std::ranges::sort(files);
    const auto loaded = load_profiles(files);
    if (loaded) return;
    std::string says = "hồ sơ quy định không hợp lệ / not a valid regulation profile:";
    for (const ProfileProblem& p : loaded.reason()) {
        says += "\n  profiles/" + p.file + ": " + (p.path.empty() ? "/" : p.path) + ": " + p.code + ": " +
                p.says.vi + " / " + p.says.en;
    }
    throw std::runtime_error(says);
}

}  // namespace minhtin
