// Rules 17 to 22 of the field, each with both sides of its limit, under the regulations that are built in.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/domain/profiles.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {
namespace {

using State = LevelVerdict::State;
using Kind = Finding::Kind;

TEST(RateRules, a_file_of_which_all_is_stated_and_nothing_is_wrong_may_get_every_level) {
    for (const char* id : {"366-qd-tw", "124-qd-tw", "132-qd-tw"}) {
        for (const RatedFile& file : {good_person("p"), head_of("h")}) {
            const FileVerdict v = rate_by(id, file, with_room());
            EXPECT_EQ(level_state(v, "excellent"), State::possible) << id << " " << file.id << "\n" << why(v);
            // What has no level to say is not done yet: the rating itself, the summing-up.
            for (const NotApplied& n : v.not_applied) EXPECT_TRUE(n.levels.empty()) << id << " " << n.rule;
        }
    }
}

TEST(RateRules, rule_17_scores_are_exact_and_never_rounded_up) {
    const auto at = [](const char* total, const char* level) {
        return level_state(rate_366(with(good_person("p"), "score", {{"total", number(total)}})), level);
    };
    EXPECT_EQ(at("90", "excellent"), State::possible);
    EXPECT_EQ(at("89.996", "excellent"), State::forbidden);
    EXPECT_EQ(at("89.999999", "excellent"), State::forbidden);
    EXPECT_EQ(at("70", "good"), State::possible);
    EXPECT_EQ(at("69.999999", "good"), State::forbidden);
    EXPECT_EQ(at("50", "completed"), State::possible);
    EXPECT_EQ(at("49.99", "completed"), State::forbidden);
    EXPECT_EQ(at("0", "failed"), State::possible);
}

TEST(RateRules, rule_17_a_total_is_the_sum_of_its_parts_or_it_is_not_known) {
    const auto by = [](Says says) { return rate_366(with(good_person("p"), "score", std::move(says))); };
    EXPECT_EQ(level_state(by({{"common", number("29.5")}, {"results", number("60.5")}}), "excellent"),
              State::possible);
    EXPECT_EQ(level_state(by({{"common", number("29.5")}, {"results", number("60.49")}}), "excellent"),
              State::forbidden);
    const FileVerdict wrong =
        by({{"common", number("20")}, {"results", number("60")}, {"total", number("95")}});
    EXPECT_EQ(level_state(wrong, "excellent"), State::unproven);
    EXPECT_TRUE(has(wrong.not_applied, "score-excellent"));
}

Says tasks(int assigned, int done, int on_time, int late, int above) {
    return {{"assigned", Decimal::of(assigned)},
            {"done", Decimal::of(done)},
            {"on_time", Decimal::of(on_time)},
            {"late", Decimal::of(late)},
            {"above", Decimal::of(above)},
            {"main_missed", "no"},
            {"force_majeure", "no"}};
}

TEST(RateRules, rule_18_excellent_needs_all_on_time_and_three_tenths_above) {
    const auto at = [](Says says, const char* level) {
        return level_state(rate_366(with(good_person("p"), "tasks", std::move(says))), level);
    };
    EXPECT_EQ(at(tasks(20, 20, 20, 0, 6), "excellent"), State::possible);
    EXPECT_EQ(at(tasks(20, 20, 20, 0, 5), "excellent"), State::forbidden);
    EXPECT_EQ(at(tasks(20, 20, 19, 1, 6), "excellent"), State::forbidden);
    EXPECT_EQ(at(tasks(20, 20, 20, 0, 0), "good"), State::possible);
    EXPECT_EQ(at(tasks(20, 20, 19, 1, 20), "good"), State::forbidden);
    EXPECT_EQ(at(tasks(20, 20, 16, 4, 0), "completed"), State::possible);
    EXPECT_EQ(at(tasks(20, 20, 15, 5, 0), "completed"), State::forbidden);
    EXPECT_EQ(at(tasks(20, 19, 19, 0, 0), "completed"), State::forbidden);
}

TEST(RateRules, rule_18_one_more_late_task_would_break) {
    const FileVerdict v = rate_366(with(good_person("p"), "tasks", tasks(20, 20, 16, 4, 0)));
    EXPECT_TRUE(has(v.findings, Kind::would_break, "late-completed")) << why(v);
    const FileVerdict before = rate_366(with(good_person("p"), "tasks", tasks(20, 20, 17, 3, 0)));
    EXPECT_FALSE(has(before.findings, Kind::would_break, "late-completed"));
}

TEST(RateRules, rule_18_excellent_needs_every_earlier_shortcoming_fixed) {
    const auto at = [](const char* found, const char* fixed) {
        const RatedFile f =
            with(good_person("p"), "shortcomings", {{"found", number(found)}, {"fixed", number(fixed)}});
        return level_state(rate_366(f), "excellent");
    };
    EXPECT_EQ(at("3", "3"), State::possible);
    EXPECT_EQ(at("3", "2"), State::forbidden);
    EXPECT_EQ(at("0", "0"), State::possible);
}

TEST(RateRules, rule_18_a_collective_with_somebody_disciplined_is_not_excellent) {
    const auto at = [](const char* units, const char* members) {
        RatedFile f = good_collective("c");
        state(f, "subordinates",
              {{"units", number("10")},
               {"disciplined", number(units)},
               {"members_disciplined", number(members)},
               {"violations_open", number("0")}});
        // Nine like it are rated good, so that the cap has room.
        RatedUnits units_around = season_of({});
        std::erase_if(units_around.files, [](const RatedFile& x) { return x.unit == "u"; });
        for (int i = 0; i < 9; ++i) {
            const std::string id = "v" + std::to_string(i);
            units_around.units.push_back({id, "g", RatedUnit::Kind::party, RatedUnit::Tier::cell, {}, {}});
            units_around.files.push_back(decided(good_collective("c" + id, id), "good"));
        }
        const FileVerdict v = rate_by("366-qd-tw", f, units_around);
        EXPECT_FALSE(has(v.not_applied, "cap-excellent")) << why(v);
        return level_state(v, "excellent");
    };
    EXPECT_EQ(at("0", "0"), State::possible);
    EXPECT_EQ(at("1", "0"), State::forbidden);
    EXPECT_EQ(at("0", "1"), State::forbidden);
}

TEST(RateRules, rule_18_132_grades_of_criteria) {
    const auto at = [](const char* political, const char* other) {
        const RatedFile f =
            with(good_person("p"), "criteria",
                 {{"items", std::vector<Item>{item("a", {{"group", "political"}, {"grade", "excellent"}}),
                                              item("b", {{"group", "political"}, {"grade", political}}),
                                              item("c", {{"group", "other"}, {"grade", other}})}}});
        return level_state(rate_by("132-qd-tw", f, with_room()), "excellent");
    };
    EXPECT_EQ(at("excellent", "good"), State::possible);
    EXPECT_EQ(at("good", "good"), State::forbidden);
    EXPECT_EQ(at("excellent", "average"), State::forbidden);
}

TEST(RateRules, rule_18_132_a_civil_servant_must_be_rated_excellent_too) {
    const auto at = [](const char* level) {
        return level_state(
            rate_by("132-qd-tw", with(good_person("p"), "civil-rating", {{"level", level}}), with_room()),
            "excellent");
    };
    EXPECT_EQ(at("excellent"), State::possible);
    EXPECT_EQ(at("none"), State::possible);
    EXPECT_EQ(at("good"), State::forbidden);
}

TEST(RateRules, rule_20_the_head_is_never_above_the_collective) {
    const char* levels[] = {"excellent", "good", "completed", "failed"};
    for (int of_collective = 0; of_collective < 4; ++of_collective) {
        RatedUnits units = with_room();
        for (RatedFile& f : units.files) {
            if (f.id == "col-u") f = decided(f, levels[of_collective]);
        }
        const FileVerdict v = rate_by("366-qd-tw", head_of("h"), units);
        for (int l = 0; l < 4; ++l) {
            const bool above = l < of_collective;
            EXPECT_EQ(level_state(v, levels[l]) == State::forbidden, above)
                << levels[of_collective] << levels[l] << "\n"
                << why(v);
        }
        const FileVerdict member = rate_by("366-qd-tw", good_person("p"), units);
        EXPECT_EQ(level_state(member, "excellent"), State::possible) << why(member);
    }
}

TEST(RateRules, rule_20_without_the_collectives_level_nothing_above_the_worst_is_shown) {
    RatedUnits units = with_room();
    for (RatedFile& f : units.files) {
        if (f.id == "col-u") without(f, "level:decision"), without(f, "level:proposal");
    }
    const FileVerdict v = rate_by("366-qd-tw", head_of("h"), units);
    EXPECT_TRUE(has(v.not_applied, "head-not-above"));
    EXPECT_EQ(level_state(v, "completed"), State::unproven);
}

TEST(RateRules, rule_21_who_is_disciplined_is_rated_as_failed) {
    const auto rated = [](const char* id, const char* self_detected, const char* remedied) {
        const Item violation = item("v1", {{"self_detected", self_detected}, {"remedied", remedied}});
        // The same violation twice is one.
        const RatedFile f =
            with(good_person("p"), "discipline", {{"items", std::vector<Item>{violation, violation}}});
        return rate_by(id, f, with_room());
    };
    for (const char* id : {"132-qd-tw", "124-qd-tw", "366-qd-tw"}) {
        const FileVerdict v = rated(id, "no", "yes");
        EXPECT_EQ(level_state(v, "completed"), State::forbidden) << id;
        EXPECT_EQ(level_state(v, "failed"), State::possible) << id << why(v);
    }
    EXPECT_EQ(level_state(rated("132-qd-tw", "yes", "yes"), "completed"), State::forbidden);
    EXPECT_EQ(level_state(rated("124-qd-tw", "yes", "yes"), "good"), State::possible);
    EXPECT_EQ(level_state(rated("124-qd-tw", "yes", "no"), "good"), State::forbidden);
}

TEST(RateRules, rule_21_under_half_of_the_tasks) {
    const auto at = [](const char* id, int done, const char* missed, const char* force) {
        Says says = tasks(20, done, done, 0, 0);
        says["main_missed"] = missed;
        says["force_majeure"] = force;
        return level_state(rate_by(id, with(good_person("p"), "tasks", says), with_room()), "completed");
    };
    EXPECT_EQ(at("132-qd-tw", 10, "no", "no"), State::possible);
    EXPECT_EQ(at("132-qd-tw", 9, "no", "no"), State::forbidden);
    EXPECT_EQ(at("124-qd-tw", 9, "yes", "no"), State::forbidden);
    EXPECT_EQ(at("124-qd-tw", 9, "no", "no"), State::possible);
    EXPECT_EQ(at("124-qd-tw", 9, "yes", "yes"), State::possible);
    EXPECT_EQ(at("124-qd-tw", 10, "yes", "no"), State::possible);
}

TEST(RateRules, rule_21_a_civil_servant_rated_as_failed_is_failed_as_a_member) {
    const auto at = [](const char* level) {
        return level_state(
            rate_by("132-qd-tw", with(good_person("p"), "civil-rating", {{"level", level}}), with_room()),
            "completed");
    };
    EXPECT_EQ(at("failed"), State::forbidden);
    EXPECT_EQ(at("completed"), State::possible);
}

TEST(RateRules, rule_22_who_is_not_rated) {
    const auto rated = [](const char* admitted, const char* exempt, const char* suspended) {
        const RatedFile f = with(good_person("p"), "membership",
                                 {{"admitted", day(admitted)}, {"exempt", exempt}, {"suspended", suspended}});
        return rate_366(f).rated;
    };
    EXPECT_TRUE(rated("2010-01-01", "no", "no"));
    EXPECT_FALSE(rated("2010-01-01", "yes", "no"));
    EXPECT_FALSE(rated("2010-01-01", "no", "party"));
    EXPECT_TRUE(rated("2010-01-01", "no", "committee"));
    EXPECT_TRUE(rated("2026-06-12", "no", "no"));   // six months to the day
    EXPECT_FALSE(rated("2026-06-13", "no", "no"));  // a day short
}

TEST(RateRules, a_complaint_that_is_open_asks_for_verification) {
    RatedFile f =
        with(good_person("p"), "complaints", {{"items", std::vector<Item>{item("d1", {{"state", "open"}})}}});
    state(f, "reverification", {{"done", "no"}});
    EXPECT_TRUE(has(rate_by("124-qd-tw", f, with_room()).findings, Kind::warns, "complaint-verified"));
    state(f, "reverification", {{"done", "yes"}});
    EXPECT_FALSE(has(rate_by("124-qd-tw", f, with_room()).findings, Kind::warns, "complaint-verified"));
}

TEST(RateRules, an_entry_that_supersedes_replaces_and_two_that_differ_contradict) {
    RatedFile f = with(good_person("p"), "score", {{"total", number("60")}});
    Fact second = fact("score", {{"total", number("95")}});
    second.id = "e2";
    f.facts.push_back(second);
    EXPECT_EQ(level_state(rate_366(f), "excellent"), State::unproven);
    f.facts.back().supersedes = "e-score";
    EXPECT_EQ(level_state(rate_366(f), "excellent"), State::possible);
}

TEST(RateRules, a_part_larger_than_its_whole_is_no_figure) {
    const auto tasks = [](const char* done) {
        return with(good_person("p"), "tasks",
                    {{"assigned", number("20")},
                     {"done", number(done)},
                     {"on_time", number("20")},
                     {"late", number("0")},
                     {"above", number("20")},
                     {"main_missed", number("0")}});
    };
    EXPECT_EQ(level_state(rate_366(tasks("20")), "excellent"), State::possible);
    const FileVerdict v = rate_366(tasks("21"));
    EXPECT_EQ(level_state(v, "excellent"), State::unproven);
    bool contradicted = false;
    for (const NotApplied& n : v.not_applied)
        contradicted |= n.why == NotApplied::Why::contradicted && n.rule == "tasks-excellent";
    EXPECT_TRUE(contradicted);
}

TEST(RateRules, without_a_rule_there_is_no_effect) {
    RegulationProfile bare = *profile("366-qd-tw");
    bare.rules.clear();
    const FileVerdict v =
        rate(bare, RatedFile{"p", "u", "", RatedFile::Subject::person, {}}, season_of({}), today);
    EXPECT_TRUE(v.findings.empty() && v.not_applied.empty());
    for (const LevelVerdict& l : v.levels) EXPECT_EQ(l.state, State::possible);
}

// What a sentence calls the limit is the limit.
TEST(RateRules, sentences_say_the_limits_that_are_set) {
    RegulationProfile p = *profile("366-qd-tw");
    for (Rule& rule : p.rules) {
        if (auto* cap = std::get_if<rules::Cap>(&rule.body)) cap->share = cap->share_if_outstanding = {1, 4};
    }
    const UnitVerdict v = check_unit(p, season_with({2, 4, 0, 0}), today);
    ASSERT_TRUE(has(v.findings, Kind::forbids, "cap-excellent"));
    for (const Finding& f : v.findings) {
        if (f.rule != "cap-excellent") continue;
        EXPECT_NE(f.says.vi.find("25 %"), std::string::npos) << f.says.vi;
    }
    const auto& rules = profile("366-qd-tw")->rules;
    const auto parts =
        std::find_if(rules.begin(), rules.end(), [](const Rule& r) { return r.id == "score-parts"; });
    ASSERT_NE(parts, rules.end());
    EXPECT_NE(parts->says.vi.find("(nhiều nhất 30)"), std::string::npos) << parts->says.vi;
}

}  // namespace
}  // namespace minhtin
