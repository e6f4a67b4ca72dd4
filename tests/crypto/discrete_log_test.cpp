#include "crypto/discrete_log.h"

#include <gtest/gtest.h>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

TEST(DiscreteLog, agrees_with_counting_for_every_small_bound) {
    for (std::uint64_t max = 0; max <= 40; ++max) {
        const DiscreteLog log(max);
        Element e;
        for (std::uint64_t n = 0; n <= max + 8; ++n) {
            EXPECT_EQ(log(e), n <= max ? std::optional(n) : std::nullopt) << n << " of " << max;
            e = e + Element::generator();
        }
        EXPECT_EQ(log(Element() - Element::generator()), std::nullopt);
    }
}

TEST(DiscreteLog, finds_both_ends_of_a_large_range) {
    const std::uint64_t max = 1000003;
    const DiscreteLog log(max);
    for (const std::uint64_t n : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{999}, std::uint64_t{1000},
                                  std::uint64_t{1001}, std::uint64_t{123456}, max - 1, max})
        EXPECT_EQ(log(base(Scalar(n))), n);
    EXPECT_EQ(log(base(Scalar(max + 1))), std::nullopt);
}

TEST(DiscreteLog, absurd_bounds_are_a_bug) {
    EXPECT_THROW(DiscreteLog(std::uint64_t{1} << 40), Bug);
}

}  // namespace
}  // namespace minhtin
