#pragma once
// The topics that an entry of a rating file may state, with their fields: what the reader of files checks
// against, and what figures are made from.
#include <span>
#include <string_view>

namespace minhtin {

struct TopicField {
    enum class Type { number, word, day, items };
    std::string_view name;
    Type type;
    bool needed = false;
    std::string_view words = {};  // the only ones allowed, " a b c "; empty: any
    bool level = false;           // a level of the regulation, or one of `words`
};

struct FactTopic {
    std::string_view name;  // "tasks"; "document:" and the like stand for all that begin so
    std::span<const TopicField> fields;
    std::span<const TopicField> item_fields = {};  // of the field "items"
};

std::span<const FactTopic> topics();
// Null for what is not a topic. What follows the ':' is 1 to 64 characters of a-z, 0-9 and '-'.
const FactTopic* topic_named(std::string_view name);

}  // namespace minhtin
