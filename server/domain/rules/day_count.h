#pragma once
// Days and months between two days of the calendar.
#include <cstdint>

#include "server/domain/day.h"

namespace minhtin {

// Below 0 when the second comes first.
std::int64_t days_between(Day first, Day second);
// Full months; 0 when there are none.
std::int64_t months_between(Day first, Day second);

}  // namespace minhtin
