#include "server/domain/day.h"

#include <gtest/gtest.h>

namespace minhtin {
namespace {

TEST(Day, VietnameseSpellings) {
    for (const char* text : {"1/2/1980", "01/02/1980", "1-2-1980", "01.02.1980"}) {
        ASSERT_TRUE(Day::from_vietnamese(text)) << text;
        EXPECT_EQ(Day::from_vietnamese(text)->iso(), "1980-02-01");
    }
    EXPECT_EQ(Day::from_vietnamese("29/2/2024")->vietnamese(), "29/02/2024");
}

TEST(Day, RefusesDaysThatDoNotExistAndOtherSpellings) {
    for (const char* text :
         {"31/2/1980", "29/2/2023", "0/1/2000", "1/13/2000", "1/2/80", "1980", "1/2", "1/2-1980", "1/2/1980 ",
          "a/b/cccc", "", "1//1980", "001/2/1980", "1/2/19800", "1/2/1899"}) {
        EXPECT_FALSE(Day::from_vietnamese(text)) << text;
    }
}

TEST(Day, IsoIsOneSpelling) {
    EXPECT_EQ(Day::from_iso("2026-11-21")->iso(), "2026-11-21");
    for (const char* text : {"2026-1-21", "2026-02-30", "21-11-2026", "2026-11-21T00", "2026/11/21", ""}) {
        EXPECT_FALSE(Day::from_iso(text)) << text;
    }
    EXPECT_LT(*Day::from_iso("2026-11-21"), *Day::from_iso("2026-12-01"));
}

}  // namespace
}  // namespace minhtin
