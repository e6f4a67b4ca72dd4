#pragma once
// What a rule asks of the figures of a file, as data: comparisons joined by all / any / not, in three values.
// Unknown is never a pass: what is not known makes the answer unknown unless the rest decides it.
//
//   {"figure":"score.total","at_least":"90"}
//   {"figure":"tasks.on_time","of":"tasks.assigned","at_least":"1"}      figure >= 1 · of; of = 0 is unknown
//   {"figure":"civil-rating.level","equals":"failed"}                    a word: equals, one_of
//   {"figure":"membership.suspended","one_of":["party"]}
//   {"all":[…]}, {"any":[…]}, {"not":{…}}
#include <memory>
#include <string>
#include <vector>

#include "server/domain/rules/decimal.h"
#include "server/domain/rules/figures.h"

namespace minhtin {

enum class Truth { no, unknown, yes };

struct Condition {
    enum class Kind { all, any, negation, number, share, word };
    enum class Compare { at_least, more_than, at_most, less_than, equals };
    Kind kind = Kind::all;
    std::vector<Condition> parts;  // of all, any, negation (one)
    FigureId figure{}, of{};       // of: only of a share
    Compare compare = Compare::at_least;
    Decimal number;                  // of number
    Share share;                     // of share
    std::vector<std::string> words;  // of word: any of these
};

// What was looked at, so that a finding can show it and lead to its entry.
using Looked = std::vector<FigureId>;

// Appends the figures that the answer rests on to `looked`: for yes and no those that decide, for unknown
// those that are missing.
Truth holds(const Condition& condition, const Figures& figures, Looked& looked);

}  // namespace minhtin
