#pragma once
// The figures that rules speak of: a fixed list, each a field of a topic that an entry of a rating file
// states ("tasks.on_time"), or made from several ("discipline.open"). A profile may name only what stands
// here, so that a misspelt figure is found when the profile is read and not when a rating is wrong.
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/rules/decimal.h"
#include "server/domain/sentence.h"

namespace minhtin {

using FigureId = std::size_t;  // place in figures()

struct FigureKind {
    enum class Type { number, word };  // yes and no are the words "yes" and "no"; levels are words
    std::string_view name;
    Type type;
    std::string_view vi, en;
};

std::span<const FigureKind> figure_kinds();
std::optional<FigureId> figure_named(std::string_view name);

// A figure of one file. A number that is only partly known lies between low and high (three of four quarters
// stated: one to two failed).
struct Figure {
    enum class State { known, between, missing, contradicted };
    State state = State::missing;
    Decimal low, high;  // equal when known
    std::string word;
    std::vector<std::string> entries;  // ids of the entries it comes from
};

// All figures of one file, in the order of figure_kinds().
using Figures = std::vector<Figure>;

}  // namespace minhtin
