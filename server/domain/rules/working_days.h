#pragma once
// Working days in Vietnam: Monday to Friday without the public holidays of the year (Bộ luật Lao động 2019
// Điều 112: 1/1, five days of Tết, Giỗ Tổ 10/3 âm lịch, 30/4, 1/5, two days at 2/9). Tết and Giỗ Tổ come from
// a table (calendar/holidays.json, 2019 to 2035); for a year that is not in it nothing can be said. A holiday
// on a weekend is made up for on the next day that is worked (Điều 111.3). Days that the government swaps are
// not known.
#include <cstdint>
#include <optional>

#include "server/domain/day.h"

namespace minhtin {

std::optional<bool> is_working_day(Day day);
// How many working days lie between, as people count "ít nhất 3 ngày làm việc trước": days d with
// first < d <= then that are worked. Sent on Monday for a meeting on Thursday: three. 0 when then <= first.
// Unknown when a year in between is not in the table.
std::optional<std::int64_t> working_days_between(Day first, Day then);

}  // namespace minhtin
