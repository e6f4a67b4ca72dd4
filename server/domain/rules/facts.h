#pragma once
// What a file states, topic by topic: the entries that stand, whether they agree, and which they are.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/rules/rating_input.h"

namespace minhtin {

class Facts {
public:
    struct Statement {
        std::string_view topic;
        const Fact* fact = nullptr;        // one of those that stand
        bool contradicted = false;         // they differ, or supersede each other in a circle
        std::vector<std::string> entries;  // ids of those that stand, sorted, each once
    };

    // Keeps pointers into `facts`.
    explicit Facts(std::span<const Fact> facts);

    // Null when nothing is stated.
    const Statement* of(std::string_view topic) const;
    // All whose topic begins with `prefix`, by topic.
    std::span<const Statement> all_of(std::string_view prefix) const;

private:
    std::vector<Statement> statements_;  // by topic
};

// The items of a list, each once, by id.
std::vector<Item> distinct_items(const std::vector<Item>& items);

}  // namespace minhtin
