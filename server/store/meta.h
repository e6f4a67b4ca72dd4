#pragma once
// Few named facts about this installation: whether it holds demo data, the organisation's name, the hash of
// the one-time setup token.
#include <optional>
#include <string>
#include <string_view>

namespace minhtin {

class Meta {
public:
    virtual ~Meta() = default;
    virtual std::optional<std::string> get(std::string_view name) const = 0;
    virtual void set(std::string_view name, std::string_view value) = 0;
    virtual void erase(std::string_view name) = 0;
};

}  // namespace minhtin
