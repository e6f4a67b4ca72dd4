#pragma once
// The words after a command: --NAME VALUE, and --NAME alone for a switch.
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace minhtin {

// Another use of the program than its help describes.
struct UsageError {};

class Options {
public:
    // `known`: the names, a space between them; a switch ends in "!". Each may be given once.
    Options(int argc, char** argv, std::string_view known);

    bool has(const std::string& name) const { return values_.contains(name); }
    // UsageError if it was not given.
    const std::string& operator[](const std::string& name) const;
    std::optional<std::string> maybe(const std::string& name) const;
    // Of trustees: UsageError above max_trustees.
    std::size_t number(const std::string& name) const;

private:
    std::map<std::string, std::string> values_;
};

}  // namespace minhtin
