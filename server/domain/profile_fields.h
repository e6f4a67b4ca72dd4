#pragma once
// Reading the fields of a profile's JSON: each value is asked for by name and type, what is missing, of
// another type or not asked for is noted with its place and a reason. Nothing here throws for what stands in
// the file.
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/profiles.h"

namespace minhtin {

// JSON pointers (RFC 6901).
std::string below(const std::string& path, std::string_view name);
std::string below(const std::string& path, std::size_t index);

// The problems of one file.
class ProfileReading {
public:
    explicit ProfileReading(std::string_view file) : file_(file) {}
    void problem(const std::string& path, std::string_view code, Sentence says);
    bool fine() const { return problems_.empty(); }
    const std::string& file() const { return file_; }
    std::vector<ProfileProblem> take() { return std::move(problems_); }
    const std::vector<ProfileProblem>& problems() const { return problems_; }

private:
    std::string file_;
    std::vector<ProfileProblem> problems_;
};

// The fields of one object. A field that is asked for and not there is a problem, "missing-field"; done()
// notes those that nobody asked for. The values that stand for a wrong one ("", 0, false) are never used: a
// reading with problems gives no profile.
class Fields {
public:
    // What is not an object is noted and has no fields.
    Fields(ProfileReading& reading, const nlohmann::json& object, std::string path);

    bool has(std::string_view name) const;
    const nlohmann::json* any(std::string_view name);    // null when it is missing
    const nlohmann::json* maybe(std::string_view name);  // the same without a problem
    const nlohmann::json* list(std::string_view name);   // null when it is missing or no list
    // A line of text: not empty, at most 1000 characters, no control characters.
    std::string text(std::string_view name);
    std::string id(std::string_view name);                // 1 to 64 characters of a-z, 0-9, '-'
    std::vector<std::string> ids(std::string_view name);  // without repetition
    bool flag(std::string_view name);
    std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most);
    Share share(std::string_view name);  // "1/5", at most 1
    Sentence sentence();                 // fields "vi" and "en"
    Day day(std::string_view name);
    std::optional<Day> day_or_null(std::string_view name);
    Mark mark(std::string_view name);
    // One of these words; the first when it is none.
    std::string word(std::string_view name, std::initializer_list<std::string_view> words);
    // Some of these words, without repetition.
    std::vector<std::string> words(std::string_view name, std::initializer_list<std::string_view> words);

    std::string at(std::string_view name) const { return below(path_, name); }
    const std::string& path() const { return path_; }
    ProfileReading& reading() const { return reading_; }
    void wrong_type(std::string_view name, std::string_view vi, std::string_view en);
    void done();

private:
    void unknown_word(const std::string& path, std::initializer_list<std::string_view> words);

    ProfileReading& reading_;
    const nlohmann::json& object_;
    std::string path_;
    std::set<std::string, std::less<>> asked_;
};

bool is_profile_id(std::string_view text);

}  // namespace minhtin
