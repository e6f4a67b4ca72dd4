#include "server/domain/rules/sentences.h"

#include <utility>

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

Sentence fill(const Sentence& sentence, const Places& places) {
    return {filled(sentence.vi, places, &Sentence::vi), filled(sentence.en, places, &Sentence::en)};
}

}  // namespace minhtin
