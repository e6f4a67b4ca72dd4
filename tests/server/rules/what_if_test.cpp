// what_if() says exactly what checking everything before and after says.
#include "server/domain/rules/what_if.h"

#include <gtest/gtest.h>

#include "server/domain/rules/report_json.h"
#include "tests/server/rules/law_seasons.h"

namespace minhtin {
namespace {

TEST(Laws, what_if_equals_rate_after_the_change) {
    const auto all = law_profiles();
    int changed = 0;
    for (std::uint64_t seed = 1; seed <= 1500 && !HasFailure(); ++seed) {
        Dice dice(seed);
        const RatedUnits units = random_season(dice);
        const std::vector<Change> changes = random_changes(dice, units);
        const RegulationProfile& p = all[seed % all.size()];
        SCOPED_TRACE("seed " + std::to_string(seed) + ", profile " + p.id);
        const UnitVerdict before = check_unit(p, units, law_day);
        const UnitVerdict after = check_unit(p, with_changes(units, changes), law_day);
        const Difference slow = difference(before, after);
        const Difference fast = what_if(p, units, changes, law_day);
        EXPECT_EQ(json_of(fast), json_of(slow));
        EXPECT_TRUE(fast == slow);
        changed += !slow.come.empty() || !slow.gone.empty();
    }
    EXPECT_GT(changed, 500);
}

}  // namespace
}  // namespace minhtin
