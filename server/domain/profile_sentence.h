#pragma once
// The places in a rule's sentences: "{tasks.late}" is a figure, others belong to the kind of the rule.
#include "server/domain/profile_fields.h"

namespace minhtin {

// The places that sentences of this kind may have beside figures: "base", "most", …
std::vector<std::string_view> places_of(const rules::Body& body);

// Notes "unknown-place" and braces that do not close.
void check_places(ProfileReading& reading, const Sentence& sentence, const rules::Body& body,
                  const std::string& path);

}  // namespace minhtin
