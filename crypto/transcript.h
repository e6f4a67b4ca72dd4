#pragma once
// From a transcript to a challenge (protocol.md chapter 2).
#include <span>
#include <string>
#include <string_view>

#include "crypto/group.h"

namespace minhtin {

// H(prefix; E1,...,En): SHA-256 over the prefix and the elements' encodings joined by single commas, read as
// a big-endian number, modulo q. The prefix ends with its own bar.
Scalar hash_to_scalar(std::string_view prefix, std::span<const Element> elements);
// The same on encodings that are at hand.
Scalar hash_to_scalar(std::string_view prefix, std::span<const std::string> encodings);

// The encodings joined by single commas, as they stand inside prefixes.
std::string join(std::span<const Element> elements);

}  // namespace minhtin
