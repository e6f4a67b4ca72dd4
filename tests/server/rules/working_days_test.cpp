#include "server/domain/rules/working_days.h"

#include <gtest/gtest.h>

namespace minhtin {
namespace {

Day at(const char* iso) {
    return Day::from_iso(iso).value();
}

TEST(WorkingDays, AnOrdinaryWeek) {
    EXPECT_EQ(working_days_between(at("2026-11-23"), at("2026-11-26")), 3);  // Monday to Thursday
    EXPECT_EQ(working_days_between(at("2026-11-24"), at("2026-11-26")), 2);
    EXPECT_EQ(working_days_between(at("2026-11-20"), at("2026-11-23")), 1);  // over a weekend
    EXPECT_EQ(working_days_between(at("2026-11-23"), at("2026-11-23")), 0);
    EXPECT_EQ(working_days_between(at("2026-11-26"), at("2026-11-23")), 0);
}

TEST(WorkingDays, HolidaysOfTheYear) {
    for (const char* day : {"2026-01-01", "2025-04-30", "2025-05-01", "2025-09-01", "2025-09-02",
                            "2025-01-29", "2025-04-07", "2030-02-01", "2030-02-04", "2024-11-30"})
        EXPECT_EQ(is_working_day(at(day)), false) << day;
    for (const char* day : {"2026-01-02", "2025-02-03", "2024-11-29", "2030-02-08"})
        EXPECT_EQ(is_working_day(at(day)), true) << day;
}

TEST(WorkingDays, AHolidayOnAWeekendIsMadeUpFor) {
    EXPECT_EQ(is_working_day(at("2022-04-11")), false);  // 10/3 fell on Sunday 10/4/2022
    EXPECT_EQ(is_working_day(at("2022-05-02")), false);  // 30/4 and 1/5 fell on a weekend
    EXPECT_EQ(is_working_day(at("2022-05-03")), false);
    EXPECT_EQ(is_working_day(at("2022-05-04")), true);
    EXPECT_EQ(is_working_day(at("2023-01-25")), false);  // two days of Tết
    EXPECT_EQ(is_working_day(at("2023-01-26")), false);
    EXPECT_EQ(is_working_day(at("2023-01-27")), true);
    EXPECT_EQ(is_working_day(at("2023-05-03")), false);
}

TEST(WorkingDays, NothingIsSaidOfAYearOutsideTheTable) {
    EXPECT_FALSE(is_working_day(at("2018-12-31")));
    EXPECT_FALSE(is_working_day(at("2036-01-02")));
    EXPECT_FALSE(working_days_between(at("2035-12-28"), at("2036-01-04")));
    EXPECT_TRUE(working_days_between(at("2035-12-24"), at("2035-12-31")));
}

TEST(WorkingDays, EachYearHasItsHolidays) {
    for (int year = 2019; year <= 2035; ++year) {
        int worked = 0;
        for (Day day = *Day::of(year, 1, 1); day.year() == year; day = day.plus_days(1))
            worked += *is_working_day(day);
        EXPECT_GE(worked, 249) << year;
        EXPECT_LE(worked, 252) << year;
    }
}

}  // namespace
}  // namespace minhtin
