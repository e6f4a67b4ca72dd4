#pragma once
// The static pages, read once at start. What is served is what was hashed.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace minhtin::http {

struct Page {
    std::string content, type;
    bool immutable = false;  // its name holds its hash
};

class Pages {
public:
    // Reads a built web folder: index, booth, verify, trustee, slips .html and assets/. Throws
    // std::runtime_error with a sentence when one is missing.
    explicit Pages(const std::filesystem::path& folder);

    // `/`, `/b/{uuid}`, `/v/{uuid}`, `/t/`, `/s/`, `/assets/…` and the other files of the folder by name.
    const Page* find(std::string_view path) const;

    // SHA-256 over the ballot page and every asset that it reaches, in the form of `sha256sum`: the lines
    // "<sha256 hex>  <path>\n", sorted by path, hashed again. The path is that below the folder.
    const std::string& ballot_page_hash() const { return hash_; }

private:
    std::string hash_of(const std::string& start) const;
    std::map<std::string, Page, std::less<>> files_;  // by path below the folder: "assets/x.js"
    std::string hash_;
};

}  // namespace minhtin::http
