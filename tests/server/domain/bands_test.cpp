#include "server/domain/bands.h"

#include <gtest/gtest.h>

namespace minhtin {
namespace {

std::string band_code(std::int64_t low, std::int64_t base) {
    const Band* band = band_of(*profile("96-qd-tw"), {.high = {}, .trust = {}, .low = low}, base);
    return band == nullptr ? "" : band->code;
}

TEST(Bands, ExactlyOneHalfIsInNone) {
    EXPECT_EQ(band_code(24, 48), "");
    EXPECT_EQ(band_code(25, 48), "low-over-half");
    EXPECT_EQ(band_code(23, 47), "");
    EXPECT_EQ(band_code(24, 47), "low-over-half");
}

TEST(Bands, TwoThirdsCountsItself) {
    EXPECT_EQ(band_code(31, 48), "low-over-half");
    EXPECT_EQ(band_code(32, 48), "low-two-thirds");
    EXPECT_EQ(band_code(31, 47), "low-over-half");
    EXPECT_EQ(band_code(32, 47), "low-two-thirds");
    EXPECT_EQ(band_code(1, 1), "low-two-thirds");
    EXPECT_EQ(band_code(0, 1), "");
}

TEST(Bands, EveryProfileFollowsRuleElevenInIntegers) {
    for (const RegulationProfile& p : profiles()) {
        if (!p.about_votes()) continue;
        for (std::int64_t base = 1; base <= 100; ++base) {
            for (std::int64_t low = 0; low <= base; ++low) {
                const Band* band = band_of(p, {.high = {}, .trust = {}, .low = low}, base);
                const std::string expected = 3 * low >= 2 * base ? "low-two-thirds"
                                             : 2 * low > base    ? "low-over-half"
                                                                 : "";
                EXPECT_EQ(band == nullptr ? "" : band->code, expected) << p.id << " " << low << "/" << base;
            }
        }
    }
}

TEST(Bands, UnknownLowGivesNoBand) {
    EXPECT_EQ(band_of(*profile("96-qd-tw"), {.high = 1, .trust = 1, .low = {}}, 47), nullptr);
}

}  // namespace
}  // namespace minhtin
