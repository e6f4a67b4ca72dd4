// Verdicts at the edges of what files state: nothing of nothing, numbers that cannot be, words that no
// regulation has, years that are over.
#include <gtest/gtest.h>

#include "server/domain/profiles.h"
#include "server/domain/rules/read_input.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {
namespace {

using State = LevelVerdict::State;
using Kind = Finding::Kind;

FileVerdict rate_on(const char* id, const RatedFile& file, Day now = today) {
    return rate(*profile(id), file, with_room(), now);
}

bool contradicted(const FileVerdict& v, std::string_view rule) {
    return std::any_of(v.not_applied.begin(), v.not_applied.end(), [&](const NotApplied& n) {
        return n.rule == rule && n.why == NotApplied::Why::contradicted;
    });
}

// --- a share of nothing ---

// Alone under its parent, so that no cap speaks about it.
FileVerdict rate_collective(const char* id, const RatedFile& file) {
    RatedUnits units = season_of({file});
    units.units[1].parent = "";
    return rate(*profile(id), file, units, today);
}

TEST(RateEdges, a_collective_without_subordinate_units_is_not_held_back_by_their_share) {
    const auto at = [](const char* id, const char* units, const char* disciplined) {
        RatedFile f = good_collective("c");
        state(f, "subordinates",
              {{"units", number(units)},
               {"disciplined", number(disciplined)},
               {"members_disciplined", number("0")},
               {"violations_open", number("0")}});
        return rate_collective(id, f);
    };
    for (const char* id : {"366-qd-tw", "124-qd-tw"}) {
        EXPECT_EQ(level_state(at(id, "0", "0"), "good"), State::possible) << id;
        EXPECT_EQ(level_state(at(id, "5", "1"), "good"), State::possible) << id;  // 20 %
        EXPECT_EQ(level_state(at(id, "4", "1"), "good"), State::forbidden) << id;
        EXPECT_EQ(level_state(at(id, "0", "1"), "good"), State::unproven) << id;
    }
    EXPECT_EQ(level_state(at("366-qd-tw", "0", "0"), "excellent"), State::possible);
}

TEST(RateEdges, who_leads_a_unit_without_targets_did_not_miss_half_of_them) {
    for (const char* id : {"366-qd-tw", "124-qd-tw"}) {
        const FileVerdict v =
            rate_on(id, with(head_of("h"), "led-unit", {{"assigned", number("0")}, {"done", number("0")}}));
        EXPECT_EQ(level_state(v, "good"), State::possible) << id;
    }
    const Says none{{"assigned", number("0")}, {"done", number("0")}, {"main_missed", "yes"}};
    for (const char* id : {"132-qd-tw", "124-qd-tw", "366-qd-tw"})
        EXPECT_FALSE(has(rate_on(id, with(good_person("p"), "tasks", none)).not_applied, "forced-tasks"))
            << id;
}

// --- discipline ---

TEST(RateEdges, a_collective_that_is_disciplined_has_no_exception) {
    const Item remedied = item("v", {{"self_detected", "yes"}, {"remedied", "yes"}});
    const Says says{{"items", std::vector<Item>{remedied}}};
    for (const char* id : {"366-qd-tw", "124-qd-tw"}) {
        const FileVerdict c = rate_collective(id, with(good_collective("c"), "discipline", says));
        EXPECT_EQ(level_state(c, "completed"), State::forbidden) << id;
        EXPECT_EQ(level_state(c, "failed"), State::possible) << id;
        EXPECT_EQ(level_state(rate_on(id, with(good_person("p"), "discipline", says)), "good"),
                  State::possible)
            << id;
    }
}

// --- complaints ---

TEST(RateEdges, an_open_complaint_that_nobody_says_was_verified_again_is_found) {
    const auto by = [](const char* id, const char* how, const char* done) {
        RatedFile f = with(good_person("p"), "complaints",
                           {{"items", std::vector<Item>{item("d1", {{"state", how}})}}});
        if (done[0] != '\0') state(f, "reverification", {{"done", done}});
        return rate_on(id, f);
    };
    for (const char* id : {"366-qd-tw", "124-qd-tw"}) {
        EXPECT_TRUE(has(by(id, "open", "").findings, Kind::warns, "complaint-verified")) << id;
        EXPECT_TRUE(has(by(id, "open", "no").findings, Kind::warns, "complaint-verified")) << id;
        for (const auto& [how, done] : {std::pair{"open", "yes"}, {"settled", ""}, {"settled", "no"}}) {
            const FileVerdict v = by(id, how, done);
            EXPECT_FALSE(has(v.findings, Kind::warns, "complaint-verified")) << id << how << done;
            EXPECT_FALSE(has(v.not_applied, "complaint-verified")) << id << how << done;
        }
        EXPECT_TRUE(
            has(rate_on(id, lacking(good_person("p"), "complaints")).not_applied, "complaint-verified"))
            << id;
    }
}

// --- words in sentences ---

TEST(RateEdges, a_grade_of_a_criterion_is_worded_as_a_grade) {
    const auto says = [](const char* id, const char* rule, const char* political, const char* other) {
        const FileVerdict v = rate_on(
            id, with(good_person("p"), "criteria",
                     {{"items", std::vector<Item>{item("a", {{"group", "political"}, {"grade", political}}),
                                                  item("b", {{"group", "other"}, {"grade", other}})}}}));
        for (const Finding& f : v.findings) {
            if (f.rule == rule) return f.says;
        }
        return Sentence{};
    };
    const Sentence poor = says("124-qd-tw", "forced-criterion", "poor", "good");
    EXPECT_NE(poor.vi.find("(thấp nhất: Kém)"), std::string::npos) << poor.vi;
    EXPECT_NE(poor.en.find("(lowest: poor)"), std::string::npos) << poor.en;
    const Sentence mixed = says("132-qd-tw", "criteria-excellent", "good", "average");
    EXPECT_NE(mixed.vi.find("(thấp nhất: Tốt)"), std::string::npos) << mixed.vi;
    EXPECT_NE(mixed.vi.find("(thấp nhất: Trung bình)"), std::string::npos) << mixed.vi;
    EXPECT_NE(mixed.en.find("(lowest: good)"), std::string::npos) << mixed.en;
    const Sentence best = says("132-qd-tw", "criteria-excellent", "excellent", "poor");
    EXPECT_NE(best.vi.find("(thấp nhất: Xuất sắc)"), std::string::npos) << best.vi;
}

// --- numbers that cannot be ---

TEST(RateEdges, tasks_that_do_not_add_up_are_no_figures) {
    const auto by = [](const char* done, const char* on_time, const char* late) {
        return rate_on("366-qd-tw", with(good_person("p"), "tasks",
                                         {{"assigned", number("20")},
                                          {"done", number(done)},
                                          {"on_time", number(on_time)},
                                          {"late", number(late)},
                                          {"above", number("20")},
                                          {"main_missed", "no"},
                                          {"force_majeure", "no"}}));
    };
    EXPECT_EQ(level_state(by("20", "20", "0"), "excellent"), State::possible);
    EXPECT_EQ(level_state(by("20", "20", "0"), "completed"), State::possible);
    EXPECT_EQ(level_state(by("20", "16", "4"), "completed"), State::possible);

    const FileVerdict more_than_done = by("19", "20", "0");
    EXPECT_EQ(level_state(more_than_done, "excellent"), State::unproven);
    EXPECT_EQ(level_state(more_than_done, "completed"), State::unproven);
    EXPECT_TRUE(contradicted(more_than_done, "tasks-excellent"));
    EXPECT_TRUE(contradicted(more_than_done, "tasks-completed"));

    const FileVerdict too_many = by("20", "17", "4");
    EXPECT_EQ(level_state(too_many, "completed"), State::unproven);
    EXPECT_TRUE(contradicted(too_many, "tasks-good"));
    EXPECT_TRUE(contradicted(too_many, "late-completed"));
}

TEST(RateEdges, more_points_than_there_are_are_no_points) {
    const auto by = [](const char* id, Says says) {
        return rate_on(id, with(good_person("p"), "score", std::move(says)));
    };
    const auto total = [&](const char* points) { return by("366-qd-tw", {{"total", number(points)}}); };
    EXPECT_EQ(level_state(total("100"), "excellent"), State::possible);
    EXPECT_EQ(level_state(total("100.000001"), "excellent"), State::unproven);
    EXPECT_TRUE(contradicted(total("940"), "score-completed"));
    const auto parts = [&](const char* common, const char* results) {
        return by("366-qd-tw", {{"common", number(common)}, {"results", number(results)}});
    };
    EXPECT_EQ(level_state(parts("30", "70"), "excellent"), State::possible);
    for (const auto& [common, results] : {std::pair{"30.5", "65"}, {"25", "70.000001"}}) {
        const FileVerdict v = parts(common, results);
        EXPECT_EQ(level_state(v, "excellent"), State::unproven) << common;
        EXPECT_TRUE(contradicted(v, "score-excellent")) << common;
        EXPECT_TRUE(has(v.findings, Kind::warns, "score-parts")) << common;  // says which part it is
    }
    EXPECT_TRUE(contradicted(parts("20", "101"), "score-excellent"));
}

// --- years that are over ---

TEST(RateEdges, months_of_membership_do_not_grow_once_the_year_is_decided_or_over) {
    const auto rated = [](const char* admitted, const char* decided_on, const char* now) {
        RatedFile f = with(good_person("p"), "membership",
                           {{"admitted", day(admitted)}, {"exempt", "no"}, {"suspended", "no"}});
        if (decided_on[0] != '\0') state(f, "level:decision", {{"level", "good"}, {"on", day(decided_on)}});
        return rate_on("366-qd-tw", f, day(now)).rated;
    };
    for (const char* now : {"2026-12-12", "2027-03-01", "2031-01-01"}) {
        EXPECT_FALSE(rated("2026-06-11", "2026-12-10", now)) << now;  // a day short when it was decided
        EXPECT_TRUE(rated("2026-06-10", "2026-12-10", now)) << now;
    }
    EXPECT_FALSE(rated("2026-07-01", "", "2026-12-31"));
    EXPECT_FALSE(rated("2026-07-01", "", "2027-06-01"));  // the year is over
    EXPECT_TRUE(rated("2026-06-30", "", "2027-06-01"));
    EXPECT_FALSE(rated("2026-06-30", "", "2026-12-12"));  // not yet
    EXPECT_TRUE(rated("2026-07-10", "2027-01-10", "2027-06-01"));
}

TEST(RateEdges, decisions_that_differ_leave_the_months_of_membership_open) {
    RatedFile f = decided(good_person("p"), "good");
    f.facts.push_back(fact("level:decision", {{"level", "completed"}, {"on", day("2026-12-30")}}));
    f.facts.back().id = "other";
    EXPECT_TRUE(contradicted(rate_on("366-qd-tw", f), "new-member"));
}

// --- words that are no level ---

TEST(RateEdges, a_word_that_is_no_level_is_never_a_pass) {
    const auto by = [](const char* id, const char* topic, const char* level) {
        return rate_on(id, with(good_person("p"), topic, {{"level", level}}));
    };
    EXPECT_EQ(level_state(by("132-qd-tw", "civil-rating", "completed"), "good"), State::possible);
    EXPECT_EQ(level_state(by("132-qd-tw", "civil-rating", "none"), "excellent"), State::possible);
    for (const char* id : {"132-qd-tw", "366-qd-tw"}) {
        const FileVerdict v = by(id, "civil-rating", "fail");
        EXPECT_EQ(level_state(v, "good"), State::unproven) << id;
        EXPECT_TRUE(contradicted(v, "forced-civil")) << id;
    }
    RegulationProfile p = *profile("366-qd-tw");
    p.rules.insert(p.rules.end(), p.off.begin(), p.off.end());
    RatedFile quarters = good_person("p");
    for (const char* q : {"1", "2", "3", "4"})
        state(quarters, std::string("quarter:") + q, {{"level", "good"}});
    const auto excellent = [&] {
        return level_state(rate(p, quarters, season_with({0, 10, 0, 0}), today), "excellent");
    };
    state(quarters, "rating-vote", {{"collected", number("10")}, {"excellent", number("9")}});
    EXPECT_EQ(excellent(), State::possible);
    state(quarters, "quarter:2", {{"level", "fail"}});
    EXPECT_EQ(excellent(), State::unproven);
}

TEST(RateEdges, a_file_lies_in_one_of_the_units_that_are_described) {
    const auto read_with = [](const std::string& units) {
        const auto read =
            read_file_input("f", R"({"format":"minhtin-file-1","around":{"year":2026,"units":[)" + units +
                                     R"(]},"file":{"id":"p","unit":"u","subject":"person","entries":[]}})");
        return read ? std::string() : read.reason().at(0).path + " " + read.reason().at(0).code;
    };
    EXPECT_EQ(read_with(R"({"id":"u","kind":"party","tier":"cell"})"), "");
    EXPECT_EQ(read_with(R"({"id":"v","kind":"party","tier":"cell"})"), "/file/unit unknown-unit");
    EXPECT_EQ(read_with(""), "");  // nothing is said about units
}

TEST(RateEdges, a_word_that_is_no_level_is_refused_where_it_stands) {
    const auto by = [](const std::string& topic, const std::string& level) {
        const auto read = read_file_input(
            "f",
            R"({"format":"minhtin-file-1","year":2026,"file":{"id":"p","unit":"u","subject":"person","entries":[
            {"id":"1","topic":")" +
                topic + R"(","day":"2026-12-01","says":{"level":")" + level + "\"}}]}}");
        return read ? std::string() : read.reason().at(0).path + " " + read.reason().at(0).code;
    };
    const std::string refused = "/file/entries/0/says/level unknown-word";
    for (const char* topic :
         {"civil-rating", "quarter:2", "level:self", "level:proposal", "level:decision"}) {
        for (const char* level : {"excellent", "good", "completed", "failed"})
            EXPECT_EQ(by(topic, level), "");
        for (const char* level : {"fail", "xuatsac", "Excellent", "high"})
            EXPECT_EQ(by(topic, level), refused) << topic << level;
        EXPECT_EQ(by(topic, "none"), topic == std::string("civil-rating") ? "" : refused);
    }
    const char* const one = R"({"topic":"level:proposal","says":{"level":"xuatsac"}})";
    EXPECT_TRUE(read_statement("s", one));  // what was stored can be read
    EXPECT_FALSE(read_statement("s", one, {profile("366-qd-tw"), 1}));
}

}  // namespace
}  // namespace minhtin
