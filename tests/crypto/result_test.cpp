// A value or a reason: what is looked at the wrong way is a Bug, and a temporary gives its value away.
#include "crypto/result.h"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <vector>

namespace minhtin {
namespace {

using Words = Result<std::vector<std::string>, int>;

TEST(result, holds_a_value_or_a_reason) {
    const Words good(std::vector<std::string>{"a"}), bad(Refused{7});
    EXPECT_TRUE(good);
    EXPECT_EQ(good->size(), 1U);
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.reason(), 7);
    EXPECT_THROW((void)*bad, Bug);
    EXPECT_THROW((void)good.reason(), Bug);
}

TEST(result, a_temporary_gives_its_value_away_so_that_a_loop_over_it_holds_it) {
    static_assert(std::is_same_v<decltype(*std::declval<Words>()), std::vector<std::string>>);
    static_assert(std::is_same_v<decltype(std::declval<Words>().value()), std::vector<std::string>>);
    static_assert(std::is_same_v<decltype(*std::declval<Words&>()), std::vector<std::string>&>);
    std::string all;
    for (const std::string& word : *Words(std::vector<std::string>{"long enough not to be kept inside", "b"}))
        all += word;
    EXPECT_EQ(all, "long enough not to be kept insideb");
}

TEST(result, of_nothing_says_only_whether) {
    EXPECT_TRUE((Result<void, int>()));
    EXPECT_EQ((Result<void, int>(Refused{3}).reason()), 3);
}

}  // namespace
}  // namespace minhtin
