#pragma once
// What a rule says about a file or a unit, with everything that is needed to understand and to check it.
#include <string>
#include <vector>

#include "server/domain/sentence.h"

namespace minhtin {

// A figure as used in a sentence, and the entry that it leads to.
struct UsedFigure {
    std::string name, value;  // "tasks.late", "3"; a missing one: ""
    Sentence label;
    std::vector<std::string> entries;  // ids, sorted
    bool operator==(const UsedFigure&) const = default;
};

struct Finding {
    // would_break: nothing is wrong yet, one more would be.
    enum class Kind { forbids, missing, would_break, warns };
    Kind kind = Kind::forbids;
    std::string rule, article;
    std::string about;  // id of the file, the unit or the vote
    Sentence says;
    std::vector<std::string> levels;  // that are not possible because of it, best first
    std::vector<UsedFigure> figures;
    bool operator==(const Finding&) const = default;
};
std::string_view name(Finding::Kind kind);

// A rule that could not be applied. Its levels count as not shown.
struct NotApplied {
    enum class Why { missing, contradicted };
    Why why = Why::missing;
    std::string rule, article, about;
    std::vector<UsedFigure> needs;
    std::vector<std::string> levels;
    bool operator==(const NotApplied&) const = default;
};
std::string_view name(NotApplied::Why why);

}  // namespace minhtin
