#include "server/domain/rules/working_days.h"

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "crypto/ensure.h"
#include "server/domain/data.h"

namespace minhtin {
namespace {

using nlohmann::json;
using Serial = std::chrono::sys_days;

Serial serial(Day day) {
    const std::string iso = day.iso();
    const auto number = [&](std::size_t from, std::size_t size) { return std::stoi(iso.substr(from, size)); };
    return Serial(std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2));
}

Serial serial(const std::string& iso) {
    const auto day = Day::from_iso(iso);
    ENSURE(day.has_value());
    return serial(*day);
}

bool at_weekend(Serial day) {
    const std::chrono::weekday w(day);
    return w == std::chrono::Saturday || w == std::chrono::Sunday;
}

// The days of one year on which nobody works, weekends aside: holidays, and for each that falls on a weekend
// the next day that would have been worked (Điều 111.3).
std::set<Serial> days_off(const json& year, const json& fixed) {
    std::set<Serial> holidays;
    for (const json& day : fixed)
        holidays.insert(serial(std::to_string(year.at("year").get<int>()) + "-" + day.get<std::string>()));
    for (const json& day : year.at("tet")) holidays.insert(serial(day.get<std::string>()));
    for (const json& day : year.at("national-day")) holidays.insert(serial(day.get<std::string>()));
    holidays.insert(serial(year.at("gio-to").get<std::string>()));

    std::set<Serial> off = holidays;
    for (const Serial holiday : holidays) {
        if (!at_weekend(holiday)) continue;
        Serial instead = holiday;
        while (at_weekend(instead) || off.contains(instead)) instead += std::chrono::days(1);
        off.insert(instead);
    }
    return off;
}

using Table = std::map<int, std::set<Serial>>;  // by year

const Table& table() {
    static const Table all = [] {
        ENSURE(data::calendar().size() == 1);
        const json j = json::parse(data::calendar().front());
        ENSURE(j.at("format") == "minhtin-holidays-1");
        Table years;
        for (const json& year : j.at("years"))
            years[year.at("year").get<int>()] = days_off(year, j.at("fixed"));
        return years;
    }();
    return all;
}

}  // namespace

std::optional<bool> is_working_day(Day day) {
    const auto year = table().find(day.year());
    if (year == table().end()) return {};
    const Serial s = serial(day);
    return !at_weekend(s) && !year->second.contains(s);
}

std::optional<std::int64_t> working_days_between(Day first, Day then) {
    if (then <= first) return 0;
    for (int year = first.year(); year <= then.year(); ++year) {
        if (!table().contains(year)) return {};
    }
    std::int64_t count = 0;
    for (Day day = first.plus_days(1); day <= then; day = day.plus_days(1))
        count += *is_working_day(day) ? 1 : 0;
    return count;
}

}  // namespace minhtin
