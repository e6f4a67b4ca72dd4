#include "ballot/tools/options.h"

#include "ballot/ceremony.h"
#include "ballot/field.h"

namespace minhtin {

Options::Options(int argc, char** argv, std::string_view known) {
    const std::string names = " " + std::string(known) + " ";
    for (int i = 2; i < argc; ++i) {
        const std::string word = argv[i];
        if (!word.starts_with("--") || word.find_first_of(" !") != std::string::npos) throw UsageError{};
        const std::string name = word.substr(2);
        std::string value;
        if (names.find(" " + name + "! ") == std::string::npos) {
            if (names.find(" " + name + " ") == std::string::npos || ++i == argc) throw UsageError{};
            value = argv[i];
        }
        if (!values_.emplace(name, value).second) throw UsageError{};
    }
}

const std::string& Options::operator[](const std::string& name) const {
    const auto at = values_.find(name);
    if (at == values_.end()) throw UsageError{};
    return at->second;
}

std::optional<std::string> Options::maybe(const std::string& name) const {
    return values_.contains(name) ? std::optional((*this)[name]) : std::nullopt;
}

std::size_t Options::number(const std::string& name) const {
    const auto n = parse_decimal((*this)[name], max_trustees);
    if (!n) throw UsageError{};
    return *n;
}

}  // namespace minhtin
