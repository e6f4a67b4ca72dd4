#include "server/domain/rules/day_count.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

namespace minhtin {
namespace {

std::chrono::year_month_day date_of(Day day) {
    const std::string iso = day.iso();
    const auto number = [&](std::size_t from) {
        unsigned value = 0;
        std::from_chars(iso.data() + from, iso.data() + from + 2, value);
        return value;
    };
    return {std::chrono::year(day.year()), std::chrono::month(number(5)), std::chrono::day(number(8))};
}

}  // namespace

std::int64_t days_between(Day first, Day second) {
    return (std::chrono::sys_days(date_of(second)) - std::chrono::sys_days(date_of(first))).count();
}

std::int64_t months_between(Day first, Day second) {
    const auto a = date_of(first), b = date_of(second);
    const std::int64_t months =
        (b.year() / b.month() - a.year() / a.month()).count() - (b.day() < a.day() ? 1 : 0);
    return std::max<std::int64_t>(months, 0);
}

}  // namespace minhtin
