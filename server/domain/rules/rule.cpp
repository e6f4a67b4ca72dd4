#include "server/domain/rules/rule.h"

#include <array>

#include "crypto/ensure.h"

namespace minhtin {

std::span<const Mark> all_marks() {
    using enum Mark;
    static constexpr std::array all{source, text, article, code, inferred, design, not_found};
    return all;
}

std::string_view name(Mark mark) {
    switch (mark) {
        case Mark::source:
            return "SOURCE";
        case Mark::text:
            return "TEXT";
        case Mark::article:
            return "ART";
        case Mark::code:
            return "CODE";
        case Mark::inferred:
            return "INFER";
        case Mark::design:
            return "DESIGN";
        case Mark::not_found:
            return "NOT FOUND";
    }
    bug("mark", __FILE__, __LINE__);
}

namespace rules {

std::string_view kind_of(const Body& body) {
    // In the order of Body.
    static constexpr std::array<std::string_view, std::variant_size_v<Body>> names{"needs",
                                                                                   "forces",
                                                                                   "not-rated",
                                                                                   "warns",
                                                                                   "documents",
                                                                                   "answered",
                                                                                   "head-not-above",
                                                                                   "rated-once",
                                                                                   "days-before",
                                                                                   "precedes",
                                                                                   "deadline",
                                                                                   "cap",
                                                                                   "percentage",
                                                                                   "quorum",
                                                                                   "band",
                                                                                   "balance",
                                                                                   "valid-line",
                                                                                   "valid-ballot",
                                                                                   "once-on-the-list",
                                                                                   "not-voted-on",
                                                                                   "calendar-step",
                                                                                   "counting-order",
                                                                                   "counting-committee",
                                                                                   "result-sheet",
                                                                                   "published",
                                                                                   "no-voter-link",
                                                                                   "place-in-year"};
    return names[body.index()];
}

bool looks_at_one_file(const Body& body) {
    if (const auto* precedes = std::get_if<Precedes>(&body))
        return precedes->scope == Precedes::Scope::own ||
               precedes->scope == Precedes::Scope::collective_first;
    return std::holds_alternative<Needs>(body) || std::holds_alternative<Forces>(body) ||
           std::holds_alternative<NotRated>(body) || std::holds_alternative<Warns>(body) ||
           std::holds_alternative<Documents>(body) || std::holds_alternative<Answered>(body) ||
           std::holds_alternative<HeadNotAbove>(body) || std::holds_alternative<RatedOnce>(body) ||
           std::holds_alternative<DaysBefore>(body) || std::holds_alternative<Deadline>(body);
}

}  // namespace rules
}  // namespace minhtin
