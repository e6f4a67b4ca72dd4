#include "server/domain/rules/sentences.h"

#include <utility>

#include "server/domain/rules/day_count.h"

namespace minhtin {
namespace {

std::string filled(const std::string& text, const Places& places, std::string Sentence::*language) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == std::string::npos ? open : text.find_first_of("{}", open + 1);
        if (close == std::string::npos) break;
        out.append(text, at, open - at);
        at = open;
        if (text[close] == '}') {
            const auto place = places.find(text.substr(open + 1, close - open - 1));
            if (place != places.end()) {
                out += place->second.words().*language;
                at = close + 1;
                continue;
            }
        }
        out.append(text, at, close - at);
        at = close;
    }
    return out.append(text, at, std::string::npos);
}

std::string with_comma(std::string text) {
    const std::size_t point = text.find('.');
    if (point != std::string::npos && Decimal::from_text(text)) text[point] = ',';
    return text;
}

}  // namespace

Place::Place(Sentence words) : words_(std::move(words)) {}
Place::Place(std::string text) : words_{with_comma(text), text} {}
Place::Place(const Day& day) : words_{day.vietnamese(), day.iso()} {}

Sentence unit_of_days(std::int64_t days, bool working) {
    const std::string plural = days == 1 ? "day" : "days";
    return working ? Sentence{"ngày làm việc", "working " + plural} : Sentence{"ngày", plural};
}

Sentence when_done(Day done, Day then, std::int64_t had, bool working, const Sentence& event) {
    const auto days = [](std::int64_t n, bool worked) {
        const Sentence unit = unit_of_days(n, worked);
        return Sentence{std::to_string(n) + " " + unit.vi, std::to_string(n) + " " + unit.en};
    };
    const std::int64_t before = days_between(done, then);
    if (before == 0) return {"đúng ngày " + event.vi, "on the day of " + event.en};
    if (before < 0) {
        const Sentence after = days(-before, false);
        return {"sau ngày " + event.vi + " " + after.vi, after.en + " after " + event.en};
    }
    const Sentence counted = days(had, working);
    return {"trước " + counted.vi, counted.en + " before"};
}

Sentence fill(const Sentence& sentence, const Places& places) {
    return {filled(sentence.vi, places, &Sentence::vi), filled(sentence.en, places, &Sentence::en)};
}

}  // namespace minhtin
