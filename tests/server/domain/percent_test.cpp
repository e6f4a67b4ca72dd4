#include "server/domain/percent.h"

#include <gtest/gtest.h>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

TEST(Percent, FiguresOfTheField) {
    EXPECT_EQ(percent(25, 47), "53.19");
    EXPECT_EQ(percent(187, 481), "38.88");
    EXPECT_EQ(percent(49, 58), "84.48");
    EXPECT_EQ(percent(0, 47), "0.00");
    EXPECT_EQ(percent(47, 47), "100.00");
    EXPECT_EQ(percent(1, 1000), "0.10");
    EXPECT_EQ(percent(1, 2000), "0.05");
}

TEST(Percent, HalfGoesUp) {
    EXPECT_EQ(percent_hundredths(1, 20'000), 1);  // 0.005 %
    EXPECT_EQ(percent_hundredths(1, 20'001), 0);  // a little less
    EXPECT_EQ(percent_hundredths(3, 20'000), 2);  // 0.015 %, not to even
    EXPECT_EQ(percent_hundredths(5, 20'000), 3);
}

// The slow twin: count hundredths one by one until the next would be further than a half away.
TEST(Percent, AgreesWithCountingUp) {
    for (std::int64_t base = 1; base <= 60; ++base) {
        for (std::int64_t count = 0; count <= base; ++count) {
            std::int64_t h = 0;
            while ((2 * h + 1) * base <= 2 * 10'000 * count) ++h;
            EXPECT_EQ(percent_hundredths(count, base), h) << count << "/" << base;
        }
    }
}

TEST(Percent, LargestCountsDoNotOverflow) {
    EXPECT_EQ(percent(largest_count, largest_count), "100.00");
    EXPECT_EQ(percent(largest_count - 1, largest_count), "100.00");
    EXPECT_THROW(percent(2, 1), Bug);
    EXPECT_THROW(percent(0, 0), Bug);
    EXPECT_THROW(percent(-1, 5), Bug);
}

}  // namespace
}  // namespace minhtin
