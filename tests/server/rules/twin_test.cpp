// The rules and their slow twin agree: on every unit of up to five people, on small figures, on random
// seasons.
#include "tests/server/rules/twin.h"

#include <gtest/gtest.h>

#include <functional>

#include "server/domain/profiles.h"
#include "tests/server/rules/law_seasons.h"

namespace minhtin {
namespace {

// Nothing but the cap, who is not rated, and the head.
RegulationProfile small_profile(rules::Cap::Base base, Share share, Share if_outstanding) {
    RegulationProfile p = *profile("366-qd-tw");
    std::erase_if(p.rules, [](const Rule& r) {
        return r.id != "cap-excellent" && r.id != "exempt-member" && r.id != "head-not-above";
    });
    for (Rule& r : p.rules) {
        if (auto* cap = std::get_if<rules::Cap>(&r.body))
            *cap = {"excellent", base, share, if_outstanding, true, true};
    }
    return p;
}

// All that matters here about one person.
RatedFile person(const char* how, const char* level, const char* group) {
    RatedFile f{"", "u", group, RatedFile::Subject::person, {}};
    state(f, "posts", {{"items", std::vector<Item>{}}});
    state(f, "membership", {{"exempt", std::string_view(how) == "exempt" ? "yes" : "no"}});
    if (std::string_view(how) == "unclear") without(f, "membership");
    if (std::string_view(how) == "self")
        state(f, "level:self", {{"level", level}});
    else if (std::string_view(how) == "proposed")
        state(f, "level:proposal", {{"level", level}});
    else if (level[0] != '\0')
        state(f, "level:decision", {{"level", level}});
    if (std::string_view(how) == "differ") {
        f.facts.push_back(fact("level:decision", {{"level", "completed"}}));
        f.facts.back().id = "other";
    }
    return f;
}

std::vector<RatedFile> decided_or_proposed() {
    std::vector<RatedFile> list;
    for (const char* level : {"excellent", "good", "completed", "failed"}) {
        for (const char* how : {"decided", "proposed"}) list.push_back(person(how, level, ""));
    }
    for (const auto& [how, level] : {std::pair{"none", ""},
                                     {"self", "excellent"},
                                     {"exempt", "good"},
                                     {"unclear", "good"},
                                     {"unclear", "excellent"},
                                     {"differ", "excellent"}})
        list.push_back(person(how, level, ""));
    return list;
}

std::vector<RatedFile> in_groups() {
    std::vector<RatedFile> list;
    for (const char* group : {"", "deputies"}) {
        for (const char* level : {"excellent", "good", "completed", "failed", ""})
            list.push_back(person("decided", level, group));
    }
    return list;
}

// Calls `check` with every choice of up to five of these, order apart (that it does not matter is a law).
void every_unit(const std::vector<RatedFile>& kinds, std::vector<RatedFile>& chosen, std::size_t from,
                const std::function<void(const std::vector<RatedFile>&)>& check) {
    check(chosen);
    if (chosen.size() == 5) return;
    for (std::size_t k = from; k < kinds.size() && !testing::Test::HasFailure(); ++k) {
        chosen.push_back(kinds[k]);
        chosen.back().id = "p" + std::to_string(chosen.size());
        every_unit(kinds, chosen, k, check);
        chosen.pop_back();
    }
}

std::size_t agree_on_every_unit(const std::vector<RatedFile>& kinds, const char* collective, Share share) {
    std::size_t looked_at = 0;
    using Base = rules::Cap::Base;
    std::vector<RegulationProfile> by_base;
    for (const Base base : {Base::the_next_level, Base::that_level_and_better, Base::all_rated})
        by_base.push_back(small_profile(base, share, {1, 2}));
    RatedUnits units;
    units.year = 2026;
    units.units = {{"u", "", RatedUnit::Kind::party, RatedUnit::Tier::cell, {}, {}}};
    RatedFile own{"c", "u", "", RatedFile::Subject::collective, {}};
    state(own, "level:decision", {{"level", collective}});
    std::vector<RatedFile> chosen;
    every_unit(kinds, chosen, 0, [&](const std::vector<RatedFile>& people) {
        units.files = people;
        units.files.push_back(own);
        ++looked_at;
        for (const RegulationProfile& p : by_base)
            EXPECT_EQ(twin::lines(check_unit(p, units, today)), twin::lines(p, units, today));
    });
    return looked_at;
}

TEST(Twin, agrees_on_every_unit_of_up_to_five) {
    EXPECT_EQ(agree_on_every_unit(decided_or_proposed(), "good", {1, 5}), 11628u);
}
TEST(Twin, agrees_on_every_unit_of_up_to_five_in_groups) {
    EXPECT_EQ(agree_on_every_unit(in_groups(), "excellent", {1, 5}), 3003u);
    EXPECT_EQ(agree_on_every_unit(in_groups(), "good", {1, 3}), 3003u);
}

// Needs, forces and warnings on every small grid of figures, with what is missing and what differs.
TEST(Twin, agrees_on_small_figures) {
    std::size_t looked_at = 0;
    const std::vector<std::string> grid{"", "0", "1", "2", "3", "4", "5"};
    for (const char* id : {"366-qd-tw", "132-qd-tw", "124-qd-tw"}) {
        const RegulationProfile& p = *profile(id);
        for (const std::string& assigned : grid) {
            for (const std::string& some : grid) {
                for (const std::string& other : {std::string(), std::string("yes"), std::string("no")}) {
                    RatedFile f = decided(head_of("p"), "good");
                    Says says;
                    if (!assigned.empty()) says.emplace("assigned", number(assigned));
                    for (const char* field : {"done", "on_time", "late", "above"}) {
                        if (!some.empty()) says.emplace(field, number(some));
                    }
                    if (!other.empty())
                        says.emplace("main_missed", other),
                            says.emplace("force_majeure", other == "yes" ? "no" : "yes");
                    state(f, "tasks", says);
                    if (!assigned.empty() && !some.empty())
                        state(f, "shortcomings", {{"found", number(assigned)}, {"fixed", number(some)}});
                    const RatedUnits units = season_of({f});
                    ++looked_at;
                    EXPECT_EQ(twin::lines(check_unit(p, units, today)), twin::lines(p, units, today))
                        << assigned << "/" << some;
                }
            }
        }
        for (const char* score : {"49.999999", "50", "69.999999", "70", "89.999999", "90", "90.000001"}) {
            const RatedUnits units = season_of({with(good_person("p"), "score", {{"total", number(score)}})});
            EXPECT_EQ(twin::lines(check_unit(p, units, today)), twin::lines(p, units, today)) << score;
        }
    }
    EXPECT_EQ(looked_at, 3u * 7 * 7 * 3);
}

TEST(Twin, agrees_on_random_seasons_under_every_profile) {
    const auto all = law_profiles();
    for (std::uint64_t seed = 1; seed <= 400 && !HasFailure(); ++seed) {
        Dice dice(seed);
        const RatedUnits units = random_season(dice);
        const RegulationProfile& p = all[seed % all.size()];
        SCOPED_TRACE("seed " + std::to_string(seed) + ", profile " + p.id);
        EXPECT_EQ(twin::lines(check_unit(p, units, law_day)), twin::lines(p, units, law_day));
    }
}

}  // namespace
}  // namespace minhtin
