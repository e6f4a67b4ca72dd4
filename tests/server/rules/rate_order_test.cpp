// Rules 23 to 25 (order of steps, several posts, papers) of the field, each with both sides of its limit,
// under the regulations that are built in.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/domain/profiles.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {
namespace {

using State = LevelVerdict::State;
using Kind = Finding::Kind;

Item post(const char* id, const char* unit, const char* role, const char* rank, const char* time) {
    return item(id, {{"unit", unit}, {"role", role}, {"rank", rank}, {"working_time", time}});
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
