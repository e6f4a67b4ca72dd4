#pragma once
// The twin's figures: what a file states about one of them, and what it could be when it is not known.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/domain/profiles.h"
#include "server/domain/rules/rating_input.h"
#include "server/domain/rules/rule.h"

namespace minhtin::twin {

// One value: a number, or a word.
struct Value {
    Decimal number;
    std::string word;
};

// What is stated of a topic: nothing, one thing, or things that differ.
struct Stated {
    bool any = false, differ = false;
    const Fact* fact = nullptr;  // when there is one
};
Stated stated(const RatedFile& file, const std::string& topic);
// Its items, each once; nothing when there are none stated, or they differ.
std::optional<std::vector<Item>> items(const RatedFile& file, const std::string& topic);

// What a file is looked at with: its regulation, the year, the day.
struct With {
    const RegulationProfile& profile;
    int year;
    Day now;
};

// All values that a figure may have: one when it is known; several when it lies between; nothing at all when
// any would do.
std::vector<Value> values(const std::string& figure, const RatedFile& file, const RatedFile* collective,
                          const With& with);

// Tries every combination of values of what is not known: yes or no when all come to the same.
Truth holds(const Condition& condition, const RatedFile& file, const RatedFile* collective, const With& with);

// When a step was done. missing, differ, or the day.
struct Done {
    bool differ = false;
    std::optional<Day> day;
    std::string meeting;
};
Done done(const RatedFile* file, const std::string& topic);

}  // namespace minhtin::twin
