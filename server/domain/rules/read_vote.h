#pragma once
// Votes from JSON, and the small readers that all inputs share.
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/profile_fields.h"
#include "server/domain/rules/rating_input.h"

namespace minhtin {

// There is no field for who cast a ballot, and an unknown field is refused (domain.md rule 12).
RatedVote read_vote(ProfileReading& reading, const nlohmann::json& json, const std::string& path);

// 1 to 64 characters without white space and control characters.
std::string input_id(Fields& fields, std::string_view name);
// A decimal as text, or a whole number as a JSON number: JSON's fractions are not exact and are refused.
Decimal input_number(Fields& fields, std::string_view name);
// One of `allowed` (" a b c "), or any id when that is empty.
std::string input_word(Fields& fields, std::string_view name, std::string_view allowed);
// Each element as read(reading, json, path) reads it; none when the field is not there.
template <class T, class Read>
std::vector<T> input_list(Fields& fields, std::string_view name, Read read) {
    std::vector<T> all;
    if (fields.maybe(name) == nullptr) return all;
    if (const nlohmann::json* list = fields.list(name)) {
        for (std::size_t i = 0; i < list->size(); ++i)
            all.push_back(read(fields.reading(), (*list)[i], below(fields.at(name), i)));
    }
    return all;
}

}  // namespace minhtin
