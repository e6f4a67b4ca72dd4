#pragma once
// Fills the places of a rule's sentence: "{present}" becomes what stands under "present".
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "server/domain/day.h"
#include "server/domain/rules/decimal.h"
#include "server/domain/sentence.h"

namespace minhtin {

// What stands at a place, in both languages: a number with the decimal comma in Vietnamese, a day as people
// write it, words as they are.
class Place {
public:
    Place(Sentence words);
    Place(std::string text);  // "53.19" gives "53,19" and "53.19"; other words stay
    Place(const char* text) : Place(std::string(text)) {}
    Place(std::int64_t number) : Place(std::to_string(number)) {}
    Place(const Decimal& number) : Place(number.text()) {}
    Place(const Day& day);
    const Sentence& words() const { return words_; }

private:
    Sentence words_;
};
using Places = std::map<std::string, Place, std::less<>>;

// What the days are called of which there are so many: "ngày làm việc", "working day".
Sentence unit_of_days(std::int64_t days, bool working);
// When it was done, seen from what it should precede: `had` days or working days before, on that day, or so
// many days after it. `event` as in "kiểm điểm", "the review".
Sentence when_done(Day done, Day then, std::int64_t had, bool working, const Sentence& event);

// A place that is not named stays as it stands, braces too (read_profile refuses such a sentence). What was
// put in is not looked at again. Any text.
Sentence fill(const Sentence& sentence, const Places& places);

}  // namespace minhtin
