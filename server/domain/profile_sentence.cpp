#include "server/domain/profile_sentence.h"

#include <algorithm>

namespace minhtin {
namespace {

void check(ProfileReading& reading, std::string_view text, const std::vector<std::string_view>& places,
           const std::string& path) {
    while (true) {
        const std::size_t open = text.find_first_of("{}");
        if (open == std::string_view::npos) return;
        const std::size_t close = text.find_first_of("{}", open + 1);
        if (text[open] == '}' || close == std::string_view::npos || text[close] == '{') {
            reading.problem(path, "unknown-place",
                            {"Ngoặc { } không đi thành cặp.", "The brackets { } do not pair."});
            return;
        }
        const std::string_view place = text.substr(open + 1, close - open - 1);
        if (!figure_named(place) && std::ranges::find(places, place) == places.end()) {
            const std::string shown = "{" + std::string(place) + "}";
            reading.problem(path, "unknown-place",
                            {"Câu của loại quy tắc này không có chỗ " + shown + ".",
                             "Sentences of this kind of rule have no place " + shown + "."});
        }
        text.remove_prefix(close + 1);
    }
}

}  // namespace

std::vector<std::string_view> places_of(const rules::Body& body) {
    struct Places {
        std::string_view kind;
        std::vector<std::string_view> names;
    };
    static const Places all[] = {
        {"cap", {"base", "most", "used", "free", "room", "level", "share"}},
        {"quorum", {"present", "summoned"}},
        {"percentage", {"count", "base", "percent"}},
        {"band", {"count", "base", "percent"}},
        {"days-before", {"first", "then", "days", "unit", "had", "when"}},
        {"calendar-step", {"days", "unit", "had", "when"}},
        {"deadline", {"deadline", "step"}},
        {"documents", {"document"}},
        {"balance", {"left", "right"}},
        {"valid-line", {"left", "right"}},
        {"valid-ballot", {"left", "right"}},
        {"answered", {"point"}},
    };
    for (const Places& p : all) {
        if (p.kind == rules::kind_of(body)) return p.names;
    }
    return {};
}

void check_places(ProfileReading& reading, const Sentence& sentence, const rules::Body& body,
                  const std::string& path) {
    const auto places = places_of(body);
    check(reading, sentence.vi, places, below(path, "vi"));
    check(reading, sentence.en, places, below(path, "en"));
}

}  // namespace minhtin
