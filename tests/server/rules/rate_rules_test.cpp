// Rules 17 to 25 of the field, each with both sides of its limit, under the regulations that are built in.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/domain/profiles.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {
namespace {

using State = LevelVerdict::State;
using Kind = Finding::Kind;

FileVerdict rate_by(const char* id, const RatedFile& file, RatedUnits units = season_of({})) {
    return rate(*profile(id), file, units, today);
}
// Others in the unit, so that one more "excellent" fits under the cap.
RatedUnits with_room() {
    return season_with({0, 10, 0, 0});
}
FileVerdict rate_366(const RatedFile& file) {
    return rate_by("366-qd-tw", file, with_room());
}

std::string why(const FileVerdict& v) {
    std::string all;
    for (const Finding& f : v.findings)
        all += std::string(name(f.kind)) + " " + f.rule + ": " + f.says.en + "\n";
    for (const NotApplied& n : v.not_applied) {
        all += "not applied " + n.rule + ":";
        for (const UsedFigure& u : n.needs) all += " " + u.name;
        all += "\n";
    }
    return all;
}

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

TEST(RateRules, rule_23_review_before_rating_and_collective_before_member) {
    RatedFile late = decided(good_person("p"), "good");
    state(late, "step:review", {{"on", day("2026-12-11")}});
    EXPECT_TRUE(has(rate_366(late).findings, Kind::forbids, "review-before-rating"));
    state(late, "step:review", {{"on", rating_day}});
    EXPECT_FALSE(has(rate_366(late).findings, Kind::forbids, "review-before-rating"));
    const FileVerdict unreviewed = rate_366(lacking(good_person("p"), "step:review"));
    EXPECT_EQ(level_state(unreviewed, "good"), State::unproven);

    RatedFile early = decided(good_person("p"), "good");
    state(early, "level:decision", {{"level", "good"}, {"on", day("2026-12-09")}});
    EXPECT_TRUE(has(rate_366(early).findings, Kind::forbids, "collective-before-members"));
    EXPECT_FALSE(has(rate_366(decided(good_person("p"), "good")).findings, Kind::forbids,
                     "collective-before-members"));
}

TEST(RateRules, rule_23_a_step_that_is_not_stated_is_missing_and_not_forbidden) {
    const auto gap = [](const FileVerdict& v, const char* rule) {
        EXPECT_FALSE(has(v.findings, Kind::forbids, rule)) << rule << "\n" << why(v);
        std::string needs;
        for (const NotApplied& n : v.not_applied) {
            if (n.rule != rule) continue;
            EXPECT_EQ(n.why, NotApplied::Why::missing) << rule;
            for (const UsedFigure& u : n.needs) needs += u.name + " ";
        }
        return needs;
    };
    const RatedFile full = decided(good_person("p"), "good");
    const FileVerdict unreviewed = rate_366(lacking(full, "step:review"));
    EXPECT_EQ(gap(unreviewed, "review-before-rating"), "step:review ");
    EXPECT_EQ(level_state(unreviewed, "good"), State::unproven);
    EXPECT_EQ(level_state(unreviewed, "failed"), State::unproven);
    // The day is not stated, or the rating is known by its decision only.
    RatedFile dayless = full;
    state(dayless, "level:self", {{"level", "good"}});
    state(dayless, "level:proposal", {{"level", "good"}, {"on", rating_day}});
    EXPECT_EQ(gap(rate_366(dayless), "self-before-proposal"), "level:self ");
    EXPECT_EQ(gap(rate_366(lacking(full, "level:proposal")), "proposal-before-decision"), "level:proposal ");
    RatedFile summed = with(good_person("p"), "step:summing-up", {{"on", day("2026-12-30")}});
    without(summed, "step:rating");
    EXPECT_EQ(gap(rate_366(summed), "rating-before-summing-up"), "step:rating ");
    // No file of the collective is known.
    RatedUnits alone;
    alone.year = 2026;
    const FileVerdict lone = rate_by("366-qd-tw", full, alone);
    EXPECT_EQ(gap(lone, "collective-before-members"), "step:rating ");
    EXPECT_EQ(level_state(lone, "good"), State::unproven);
}

Item post(const char* id, const char* unit, const char* role, const char* rank, const char* time) {
    return item(id, {{"unit", unit}, {"role", role}, {"rank", rank}, {"working_time", time}});
}

TEST(RateRules, rule_24_several_posts_are_rated_once_at_the_highest) {
    const auto rated = [](std::vector<Item> posts, const char* at) {
        RatedFile f = head_of("h");
        state(f, "posts", {{"items", std::move(posts)}});
        state(f, "rated-at", {{"post", at}});
        return rate_366(f);
    };
    const Item head = post("a", "u", "head", "2", "40"), member = post("b", "g", "member", "3", "60");
    EXPECT_FALSE(has(rated({head, member}, "a").findings, Kind::forbids, "rated-once"))
        << why(rated({head, member}, "a"));
    EXPECT_TRUE(has(rated({head, member}, "b").findings, Kind::forbids, "rated-once"));
    // Equal posts: where more time is worked.
    const Item less = post("a", "u", "deputy", "2", "40"), more = post("b", "g", "deputy", "2", "60");
    EXPECT_TRUE(has(rated({less, more}, "a").findings, Kind::forbids, "rated-once"));
    const Item here = post("a", "u", "deputy", "2", "60"), there = post("b", "g", "deputy", "2", "40");
    EXPECT_FALSE(has(rated({here, there}, "a").findings, Kind::forbids, "rated-once"));
}

TEST(RateRules, rule_24_one_post_is_no_choice_of_places_wherever_the_file_lies) {
    for (const char* id : {"366-qd-tw", "124-qd-tw", "132-qd-tw"}) {
        for (const char* role : {"head", "deputy", "member"}) {
            RatedFile f = head_of("h");
            state(f, "posts", {{"items", std::vector{post("a", "agency", role, "1", "100")}}});
            const FileVerdict v = rate_by(id, f, with_room());
            EXPECT_FALSE(has(v.findings, Kind::forbids, "rated-once")) << id << "\n" << why(v);
            EXPECT_FALSE(has(v.not_applied, "rated-once")) << id << "\n" << why(v);
            EXPECT_NE(level_state(v, "failed"), State::forbidden) << id << "\n" << why(v);
        }
    }
}

TEST(RateRules, rule_24_a_file_at_another_post_is_refused_with_its_unit_and_elsewhere_it_is_not) {
    const auto lies_in = [](const char* unit) {
        RatedFile f = head_of("h", unit);
        state(f, "posts",
              {{"items",
                std::vector{post("a", "agency", "deputy", "1", "60"), post("b", "g", "member", "3", "40")}}});
        state(f, "rated-at", {{"post", "a"}});
        return rate_366(f);
    };
    EXPECT_FALSE(has(lies_in("u").findings, Kind::forbids, "rated-once")) << why(lies_in("u"));
    const FileVerdict v = lies_in("g");
    const auto said = std::find_if(v.findings.begin(), v.findings.end(),
                                   [](const Finding& f) { return f.rule == "rated-once"; });
    ASSERT_NE(said, v.findings.end());
    EXPECT_EQ(said->kind, Kind::forbids);
    EXPECT_TRUE(said->says.en.ends_with("This file lies at the place of another post.")) << said->says.en;
    EXPECT_TRUE(said->says.vi.ends_with("Hồ sơ này nằm ở nơi giữ chức vụ khác.")) << said->says.vi;
    EXPECT_EQ(said->figures.back().name, "file.unit");
    EXPECT_EQ(said->figures.back().value, "g");
}

TEST(RateRules, rule_24_rated_at_a_post_that_is_not_held_is_a_contradiction) {
    const auto rated = [](std::vector<Item> posts) {
        RatedFile f = head_of("h");
        state(f, "posts", {{"items", std::move(posts)}});
        state(f, "rated-at", {{"post", "z"}});
        return rate_366(f);
    };
    const Item one = post("a", "u", "deputy", "1", "60"), two = post("b", "g", "member", "3", "40");
    for (const FileVerdict& v : {rated({one}), rated({one, two})}) {
        EXPECT_FALSE(has(v.findings, Kind::forbids, "rated-once")) << why(v);
        EXPECT_EQ(level_state(v, "good"), State::unproven) << why(v);
        const auto gap = std::find_if(v.not_applied.begin(), v.not_applied.end(),
                                      [](const NotApplied& n) { return n.rule == "rated-once"; });
        ASSERT_NE(gap, v.not_applied.end());
        EXPECT_EQ(gap->why, NotApplied::Why::contradicted);
    }
}

TEST(RateRules, rule_24_who_leads_is_reviewed_in_two_places) {
    const FileVerdict v = rate_366(lacking(head_of("h"), "review:leadership"));
    EXPECT_TRUE(has(v.not_applied, "rated-once") || has(v.findings, Kind::missing, "rated-once")) << why(v);
    EXPECT_EQ(level_state(v, "good"), State::unproven);
    EXPECT_EQ(level_state(rate_366(head_of("h")), "good"), State::possible);
}

TEST(RateRules, rule_25_the_draft_is_sent_three_working_days_before) {
    const auto broken = [](const char* sent, const char* review) {
        RatedFile f = good_collective("col-u");
        state(f, "step:draft-sent", {{"on", day(sent)}});
        state(f, "step:review", {{"on", day(review)}});
        return has(rate_by("124-qd-tw", f).findings, Kind::forbids, "draft-sent");
    };
    EXPECT_FALSE(broken("2023-12-04", "2023-12-07"));  // Monday, Thursday
    EXPECT_TRUE(broken("2023-12-05", "2023-12-07"));
    EXPECT_TRUE(broken("2023-12-08", "2023-12-12"));  // Friday, Tuesday: a week-end between
    EXPECT_FALSE(broken("2023-12-07", "2023-12-12"));
    EXPECT_TRUE(broken("2024-02-07", "2024-02-12"));  // Tết
}

TEST(RateRules, rule_25_the_file_is_complete_with_the_residence_remark_unless_exempt) {
    const RatedFile f = lacking(good_person("p"), "document:residence-remark");
    const FileVerdict v = rate_366(f);
    EXPECT_TRUE(has(v.findings, Kind::missing, "file-complete"));
    EXPECT_EQ(level_state(v, "good"), State::unproven);
    const FileVerdict exempt = rate_366(with(f, "exempt:residence-remark", {{"reason", "barracks"}}));
    EXPECT_FALSE(has(exempt.findings, Kind::missing, "file-complete"));
    EXPECT_EQ(level_state(exempt, "good"), State::possible);
    // Nobody is exempt from the self-review.
    const FileVerdict other = rate_366(with(lacking(good_person("p"), "document:self-review"),
                                            "exempt:self-review", {{"reason", "student"}}));
    EXPECT_TRUE(has(other.findings, Kind::missing, "file-complete"));
}

TEST(RateRules, rule_25_every_suggested_point_has_an_explanation) {
    RatedFile f =
        with(good_person("p"), "suggestions", {{"items", std::vector<Item>{item("g1"), item("g2")}}});
    state(f, "explanation:g1", {});
    const FileVerdict v = rate_366(f);
    EXPECT_TRUE(has(v.findings, Kind::missing, "suggestions-answered"));
    EXPECT_EQ(level_state(v, "good"), State::unproven);
    state(f, "explanation:g2", {});
    EXPECT_FALSE(has(rate_366(f).findings, Kind::missing, "suggestions-answered"));
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

TEST(RateRules, rule_25_the_sentence_says_which_days_are_counted) {
    const auto said = [](const char* id, const char* sent = "2026-11-30") {
        const RatedFile late = with(good_collective("col-u"), "step:draft-sent", {{"on", day(sent)}});
        for (const Finding& f : rate_by(id, late).findings) {
            if (f.rule == "draft-sent") return f.says;
        }
        return Sentence{};
    };
    EXPECT_EQ(said("124-qd-tw").vi,
              "Dự thảo báo cáo phải gửi trước hội nghị kiểm điểm ít nhất 3 ngày làm việc; thực tế "
              "gửi trước 1 ngày làm việc.");
    EXPECT_EQ(said("124-qd-tw").en,
              "The draft report is sent at least 3 working days before the review; it was sent 1 working "
              "day before.");
    const std::string vi = "Dự thảo báo cáo phải gửi trước hội nghị kiểm điểm ít nhất 3 ngày; thực tế gửi ";
    const std::string en = "The draft report is sent at least 3 days before the review; it was sent ";
    EXPECT_EQ(said("lam-dong-2023").vi, vi + "trước 1 ngày.");
    EXPECT_EQ(said("lam-dong-2023", "2026-12-01").vi, vi + "đúng ngày kiểm điểm.");
    EXPECT_EQ(said("lam-dong-2023", "2026-12-01").en, en + "on the day of the review.");
    // Sent when the review was over: that, not "0 days".
    EXPECT_EQ(said("lam-dong-2023", "2026-12-03").vi, vi + "sau ngày kiểm điểm 2 ngày.");
    EXPECT_EQ(said("lam-dong-2023", "2026-12-03").en, en + "2 days after the review.");
    EXPECT_EQ(said("124-qd-tw", "2026-12-02").en,
              "The draft report is sent at least 3 working days before the review; it was sent 1 day after "
              "the review.");
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

TEST(RateRules, rule_25_the_point_without_an_explanation_is_named) {
    const RatedFile f = with(good_person("p"), "suggestions", {{"items", std::vector<Item>{item("diem-7")}}});
    for (const Finding& finding : rate_by("124-qd-tw", f).findings) {
        if (finding.rule != "suggestions-answered") continue;
        EXPECT_NE(finding.says.vi.find("“diem-7”"), std::string::npos) << finding.says.vi;
        return;
    }
    FAIL() << "nothing said";
}

}  // namespace
}  // namespace minhtin
