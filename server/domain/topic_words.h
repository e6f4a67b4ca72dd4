#pragma once
// The topics of statements in words, and as forms: one place for the office's form, the timeline and the API.
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/profiles.h"

namespace minhtin {

// "tasks", "document:minutes" (by the profile's title, else by ours), "explanation:2".
Sentence topic_title(std::string_view topic, const RegulationProfile& profile);
// A field of a topic, or of its items; `topic` as in rules/topics.h: "tasks", "document:".
Sentence field_title(std::string_view topic, std::string_view field);
// A word that a field takes: "head", "yes".
Sentence word_title(std::string_view word);

struct StatementField {
    // choice: one of the options; id: any short one; unit: the id of a unit; items: a list, see item_fields.
    enum class Type { number, choice, id, unit, day, items };
    std::string id;
    Type type = Type::id;
    bool needed = false;
    Sentence title;
    std::vector<Level> options;
};
std::string_view name(StatementField::Type type);

struct StatementForm {
    std::string topic;  // "explanation:" when open
    bool open = false;  // an id of one's own follows
    Sentence title;
    std::vector<StatementField> fields, item_fields;
};

// Every topic that may be stated under a regulation: levels and documents are the regulation's.
std::vector<StatementForm> statement_forms(const RegulationProfile& profile);

}  // namespace minhtin
