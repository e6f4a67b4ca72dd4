#pragma once
// Every small change of a JSON text: each place changed, missing, doubled, of another type, exchanged with
// the same place of other texts, and spelled otherwise. For the reject matrix.
#include <string>
#include <string_view>
#include <vector>

namespace minhtin {

struct Mutation {
    std::string what;  // "answers[0].choices[1].alpha: missing"
    std::string text;  // never equal to the original
};

// `others`: valid texts of the same kind, from which values at the same place are taken.
std::vector<Mutation> mutations(std::string_view text, const std::vector<std::string>& others);

}  // namespace minhtin
