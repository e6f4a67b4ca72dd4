#include "server/domain/rules/rule.h"

#include <algorithm>
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
namespace {

bool names_collective(const Condition& c) {
    const auto of_collective = [](FigureId id) { return figure_kinds()[id].name.starts_with("collective."); };
    switch (c.kind) {
        case Condition::Kind::all:
        case Condition::Kind::any:
        case Condition::Kind::negation:
            return std::any_of(c.parts.begin(), c.parts.end(), names_collective);
        case Condition::Kind::share:
            return of_collective(c.figure) || of_collective(c.of);
        case Condition::Kind::number:
        case Condition::Kind::word:
            return of_collective(c.figure);
    }
    bug("condition", __FILE__, __LINE__);
}

}  // namespace

bool looks_at_collective(const Rule& rule) {
    if (rule.only_if && names_collective(*rule.only_if)) return true;
    for (const std::string* text : {&rule.says.vi, &rule.says.en}) {
        if (text->find("{collective.") != std::string::npos) return true;
    }
    return std::visit(
        [](const auto& body) {
            if constexpr (requires { body.condition; }) return names_collective(body.condition);
            return false;
        },
        rule.body);
}

}  // namespace minhtin
