#pragma once
// A day of the calendar. Nothing in the domain knows a finer time.
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace minhtin {

// A value that exists is a day that exists, 1900-01-01 to 2199-12-31.
class Day {
public:
    static std::optional<Day> of(int year, int month, int day);
    // "2026-11-21", this spelling only.
    static std::optional<Day> from_iso(std::string_view text);
    // "21/11/2026", "1/2/1980"; also "21-11-2026" and "21.11.2026". Two-digit years are refused.
    static std::optional<Day> from_vietnamese(std::string_view text);

    std::string iso() const;
    std::string vietnamese() const;  // 21/11/2026
    Day plus_days(int days) const;   // ENSUREs that the day stays in the range
    int year() const { return year_; }
    auto operator<=>(const Day&) const = default;

private:
    Day(int y, int m, int d) : year_(y), month_(m), day_(d) {}
    int year_, month_, day_;
};

}  // namespace minhtin
