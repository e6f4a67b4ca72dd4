#pragma once
// Steps of the season as people name them.
#include <string_view>

#include "server/domain/sentence.h"

namespace minhtin {

// Of a topic with a day: "step:review" gives "kiểm điểm". Of any other: the topic itself.
Sentence step_title(std::string_view topic);

}  // namespace minhtin
