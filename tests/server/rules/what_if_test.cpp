// what_if() says exactly what checking everything before and after says.
#include "server/domain/rules/what_if.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/domain/rules/report_json.h"
#include "tests/server/rules/law_seasons.h"
#include "tests/server/rules/season_cases.h"

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
        EXPECT_TRUE(WhatIf(Season(p, units, law_day)).of(changes) == slow);
        changed += !slow.come.empty() || !slow.gone.empty();
    }
    EXPECT_GT(changed, 500);
}

// Ten are good, so two may be excellent. When one is, a second still fits, unless it may be that somebody
// else is excellent too: for who is open there is the one of whom two levels are stated; for that one there
// is not.
TEST(WhatIf, files_without_a_level_are_not_alike_when_two_levels_are_stated_of_one) {
    RatedUnits units = season_with({0, 10, 0, 0});
    RatedFile open = good_person("open"), two = good_person("two");
    RatedFile next = decided(good_person("next"), "completed");
    without(open, "level:proposal");
    two.facts.push_back(fact("level:proposal", {{"level", std::string("good")}, {"on", rating_day}}));
    units.files.insert(units.files.end(), {open, two, next});
    const std::vector<Change> changes{{decided(next, "excellent"), false}};
    const RegulationProfile& p = *profile("366-qd-tw");
    const Difference d = what_if(p, units, changes, today);
    EXPECT_TRUE(d ==
                difference(check_unit(p, units, today), check_unit(p, with_changes(units, changes), today)));
    const auto asks_about = [&](const char* file) {
        return std::ranges::any_of(d.come_not_applied, [&](const NotApplied& n) {
            return n.about == file && n.rule == "cap-excellent";
        });
    };
    EXPECT_TRUE(asks_about("open"));
    EXPECT_FALSE(asks_about("two"));
}

}  // namespace
}  // namespace minhtin
