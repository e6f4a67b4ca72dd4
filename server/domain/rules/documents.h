#pragma once
// Names of the papers of a rating file (domain.md §2.6).
#include <string_view>

#include "server/domain/sentence.h"

namespace minhtin {

// Of an id that is not in the list: the id itself, in both languages.
Sentence document_title(std::string_view id);

}  // namespace minhtin
