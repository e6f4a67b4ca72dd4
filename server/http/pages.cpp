#include "server/http/pages.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <vector>

#include "crypto/hash.h"

namespace minhtin::http {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
}};

std::optional<std::string> type_of(const std::filesystem::path& file) {
    auto it = std::find_if(types.begin(), types.end(), [&](auto& t) { return file.extension() == t.first; });
    return it == types.end() ? std::nullopt : std::optional<std::string>(it->second);
}

// An election's id in a path: base58, nothing else.
bool is_id(std::string_view s) {
    return !s.empty() && s.size() <= 64 &&
           std::all_of(s.begin(), s.end(), [](unsigned char c) { return c < 128 && std::isalnum(c); });
}

}  // namespace

Pages::Pages(const std::filesystem::path& folder) {
    std::error_code error;
    for (auto it = std::filesystem::recursive_directory_iterator(folder, error);
         !error && it != std::filesystem::recursive_directory_iterator(); it.increment(error)) {
        auto type = type_of(it->path());
        if (!it->is_regular_file() || !type) {
            continue;
        }
        std::ifstream in(it->path(), std::ios::binary);
        std::string name = it->path().lexically_relative(folder).generic_string();
        files_[name] = {std::string(std::istreambuf_iterator<char>(in), {}), *type,
                        name.starts_with("assets/")};
    }
    for (const char* page : {"index.html", "booth.html", "verify.html", "trustee.html", "slips.html"}) {
        if (!files_.contains(page)) {
            throw std::runtime_error(
                "the web folder has no " + std::string(page) +
                ": build the pages first (npm run build in web/), or name the folder with --web");
        }
    }
    hash_ = hash_of("booth.html");
}

std::string Pages::hash_of(const std::string& start) const {
    std::set<std::string> reached{start};
    std::vector<std::string> open{start};
    while (!open.empty()) {
        const std::string text = files_.find(open.back())->second.content;
        open.pop_back();
        for (const auto& [name, file] : files_) {
            // Chunks name each other by file name ("./x-1a2b.js"), pages by path ("/assets/x-1a2b.js").
            std::string base = name.substr(name.rfind('/') + 1);
            if (file.immutable && text.find(base) != std::string::npos && reached.insert(name).second) {
                open.push_back(name);
            }
        }
    }
    std::string lines;
    for (const std::string& name : reached) {
        lines += sha256_hex(files_.find(name)->second.content) + "  " + name + "\n";
    }
    return sha256_hex(lines);
}

const Page* Pages::find(std::string_view path) const {
    std::string name;
    if (path == "/") {
        name = "index.html";
    } else if (path == "/t/") {
        name = "trustee.html";
    } else if (path == "/s/") {
        name = "slips.html";
    } else if (path.starts_with("/b/") && is_id(path.substr(3))) {
        name = "booth.html";
    } else if (path.starts_with("/v/") && is_id(path.substr(3))) {
        name = "verify.html";
    } else if (path.starts_with('/') && !path.ends_with(".html")) {
        name = path.substr(1);
    }
    auto it = files_.find(name);
    return it == files_.end() ? nullptr : &it->second;
}

}  // namespace minhtin::http
