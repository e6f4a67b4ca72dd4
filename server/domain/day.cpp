#include "server/domain/day.h"

#include <charconv>
#include <chrono>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

// Digits only, so many of them.
std::optional<int> digits(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most) return {};
    if (text.find_first_not_of("0123456789") != std::string_view::npos) return {};
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string padded(int number, std::size_t width) {
    const std::string text = std::to_string(number);
    return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
}

}  // namespace

std::optional<Day> Day::of(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return {};
    const std::chrono::year_month_day_last last{
        std::chrono::year{year},
        std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
    if (static_cast<unsigned>(day) > static_cast<unsigned>(last.day())) return {};
    return Day(year, month, day);
}

std::optional<Day> Day::from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto y = digits(text.substr(0, 4), 4, 4);
    const auto m = digits(text.substr(5, 2), 2, 2);
    const auto d = digits(text.substr(8, 2), 2, 2);
    if (!y || !m || !d) return {};
    return of(*y, *m, *d);
}

std::optional<Day> Day::from_vietnamese(std::string_view text) {
    const std::size_t first = text.find_first_of("/-.");
    if (first == std::string_view::npos) return {};
    const std::size_t second = text.find(text[first], first + 1);
    if (second == std::string_view::npos) return {};
    const auto d = digits(text.substr(0, first), 1, 2);
    const auto m = digits(text.substr(first + 1, second - first - 1), 1, 2);
    const auto y = digits(text.substr(second + 1), 4, 4);
    if (!y || !m || !d) return {};
    return of(*y, *m, *d);
}

Day Day::plus_days(int days) const {
    using namespace std::chrono;
    const auto here = sys_days{std::chrono::year{year_} / month_ / day_} + std::chrono::days{days};
    const year_month_day there{here};
    const auto result =
        of(static_cast<int>(there.year()), static_cast<int>(static_cast<unsigned>(there.month())),
           static_cast<int>(static_cast<unsigned>(there.day())));
    ENSURE(result.has_value());
    return *result;
}

std::string Day::iso() const {
    return padded(year_, 4) + "-" + padded(month_, 2) + "-" + padded(day_, 2);
}
std::string Day::vietnamese() const {
    return padded(day_, 2) + "/" + padded(month_, 2) + "/" + padded(year_, 4);
}

}  // namespace minhtin
