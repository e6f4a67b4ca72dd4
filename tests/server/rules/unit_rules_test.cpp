// What concerns many at once: the cap, the order of bodies and levels, deadlines.
#include <gtest/gtest.h>

#include "server/domain/profiles.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {
namespace {

using Kind = Finding::Kind;

RegulationProfile with_cap(rules::Cap::Base base, const char* id = "366-qd-tw") {
    RegulationProfile p = *profile(id);
    for (Rule& rule : p.rules) {
        if (auto* cap = std::get_if<rules::Cap>(&rule.body)) cap->base = base;
    }
    return p;
}

// About the persons of the unit "u"; its collective is alone under "g" and has a cap of its own.
bool cap_says(const UnitVerdict& v, Kind kind) {
    for (const Finding& f : v.findings) {
        if (f.rule == "cap-excellent" && f.about == "u" && f.kind == kind) return true;
    }
    return false;
}

const CapStanding& body_cap(const UnitVerdict& v, std::string_view unit = "u") {
    for (const CapStanding& c : v.caps) {
        if (c.unit == unit && c.group.empty() && c.subject == RatedFile::Subject::person) return c;
    }
    throw std::logic_error("no cap");
}

TEST(UnitRules, rule_19_thirty_good_and_seven_excellent_by_each_base) {
    const RatedUnits units = season_with({7, 30, 0, 0});
    const UnitVerdict a = check_unit(with_cap(rules::Cap::Base::the_next_level), units, today);
    EXPECT_EQ(body_cap(a).most, 6);
    EXPECT_EQ(body_cap(a).free, -1);
    EXPECT_TRUE(cap_says(a, Kind::forbids));
    const UnitVerdict b = check_unit(with_cap(rules::Cap::Base::that_level_and_better), units, today);
    EXPECT_EQ(body_cap(b).most, 7);
    EXPECT_FALSE(cap_says(b, Kind::forbids));
    EXPECT_TRUE(cap_says(b, Kind::would_break));
    const UnitVerdict c =
        check_unit(with_cap(rules::Cap::Base::all_rated), season_with({8, 30, 2, 0}), today);
    EXPECT_EQ(body_cap(c).base, 40);
    EXPECT_EQ(body_cap(c).free, 0);
}

TEST(UnitRules, rule_19_six_of_thirty_is_the_last) {
    const UnitVerdict six =
        check_unit(with_cap(rules::Cap::Base::the_next_level), season_with({6, 30, 0, 0}), today);
    EXPECT_FALSE(cap_says(six, Kind::forbids));
    EXPECT_TRUE(cap_says(six, Kind::would_break));
    const UnitVerdict five =
        check_unit(with_cap(rules::Cap::Base::the_next_level), season_with({5, 30, 0, 0}), today);
    EXPECT_FALSE(cap_says(five, Kind::would_break));
    EXPECT_EQ(body_cap(five).free, 1);
    const UnitVerdict floor =
        check_unit(with_cap(rules::Cap::Base::the_next_level), season_with({2, 9, 0, 0}), today);
    EXPECT_EQ(body_cap(floor).most, 1);  // 1.8
    EXPECT_TRUE(cap_says(floor, Kind::forbids));
}

TEST(UnitRules, rule_19_a_group_of_like_posts_has_its_own_cap) {
    RatedUnits units = season_with({1, 20, 0, 0});
    for (RatedFile& f : units.files) {
        if (f.id == "excellent0" || f.id == "good0" || f.id == "good1") f.group = "deputies";
    }
    const UnitVerdict v = check_unit(*profile("366-qd-tw"), units, today);
    EXPECT_EQ(body_cap(v).free, 3);
    EXPECT_TRUE(cap_says(v, Kind::forbids));  // none of three
    for (const FileVerdict& f : v.files) {
        if (f.file != "excellent0") continue;
        EXPECT_EQ(level_state(f, "excellent"), LevelVerdict::State::forbidden);
    }
}

// Of one file the cap is counted as if it had the level: said as an "if" when it has not.
TEST(UnitRules, rule_19_a_sentence_about_one_file_says_what_is_and_what_would_be) {
    RatedUnits units = season_with({1, 5, 0, 0});
    for (RatedFile& f : units.files) {
        if (f.id == "excellent0" || f.id == "good0") f.group = "deputies";
    }
    const UnitVerdict v = check_unit(*profile("366-qd-tw"), units, today);
    const auto said = [&](const char* file) {
        std::vector<std::string> all;
        for (const FileVerdict& f : v.files) {
            if (f.file != file) continue;
            for (const Finding& finding : f.findings) {
                if (finding.rule == "cap-excellent")
                    all.push_back(finding.says.vi.substr(0, finding.says.vi.rfind(" “Hoàn thành xuất sắc")));
            }
        }
        return all;
    };
    using Said = std::vector<std::string>;
    EXPECT_EQ(said("excellent0"), Said({"Nhóm “deputies”: số xếp loại", "Số xếp loại"}));
    EXPECT_EQ(said("good1"), Said{"Nếu người này được xếp “Hoàn thành xuất sắc nhiệm vụ”: số xếp loại"});
    EXPECT_EQ(said("good0"),
              Said({"Nhóm “deputies”: nếu người này được xếp “Hoàn thành xuất sắc nhiệm vụ”: số xếp loại",
                    "Nếu người này được xếp “Hoàn thành xuất sắc nhiệm vụ”: số xếp loại"}));
}

TEST(UnitRules, rule_19_who_competes_and_how_many_are_free) {
    RatedUnits units = season_with({1, 10, 0, 0});
    RatedFile wishes = good_person("w");
    without(wishes, "level:proposal");
    units.files.push_back(wishes);
    const UnitVerdict v = check_unit(*profile("366-qd-tw"), units, today);
    EXPECT_EQ(body_cap(v).have, std::vector<std::string>{"excellent0"});
    EXPECT_EQ(body_cap(v).compete, std::vector<std::string>{"w"});
    EXPECT_EQ(body_cap(v).free, 1);
    EXPECT_EQ(body_cap(v).open, 1);
}

TEST(UnitRules, rule_19_who_is_not_rated_does_not_count) {
    RatedUnits units = season_with({2, 10, 0, 0});
    for (RatedFile& f : units.files) {
        if (f.id == "good0")
            state(f, "membership", {{"admitted", day("2010-01-01")}, {"exempt", "yes"}, {"suspended", "no"}});
    }
    const UnitVerdict v = check_unit(*profile("366-qd-tw"), units, today);
    EXPECT_EQ(body_cap(v).base, 9);
    EXPECT_TRUE(cap_says(v, Kind::forbids));
}

TEST(UnitRules, rule_19_four_good_leave_no_place_and_say_so) {
    const UnitVerdict four = check_unit(*profile("366-qd-tw"), season_with({0, 4, 0, 0}), today);
    EXPECT_EQ(body_cap(four).most, 0);
    EXPECT_TRUE(cap_says(four, Kind::would_break));
    const UnitVerdict five = check_unit(*profile("366-qd-tw"), season_with({0, 5, 0, 0}), today);
    EXPECT_EQ(body_cap(five).most, 1);
    EXPECT_FALSE(cap_says(five, Kind::would_break));
}

TEST(UnitRules, a_deadline_says_what_was_due) {
    RatedUnits units = season_of({});
    for (RatedFile& f : units.files)
        std::erase_if(f.facts, [](const Fact& fact) { return fact.topic == "step:sent-up"; });
    const UnitVerdict v = check_unit(*profile("quang-binh-vpubnd-2022"), units, day("2026-12-31"));
    std::string said;
    for (const FileVerdict& file : v.files) {
        for (const Finding& f : file.findings) {
            if (f.rule == "deadline-cell") said = f.says.vi + " " + f.says.en;
        }
    }
    EXPECT_NE(said.find("gửi hồ sơ, báo cáo lên cấp trên trước ngày 20/12/2026"), std::string::npos) << said;
    EXPECT_NE(said.find("handing the file and the report up before"), std::string::npos) << said;
}

TEST(UnitRules, rule_19_collectives_under_one_body_are_counted_together) {
    RatedUnits units = season_of({});
    for (int i = 0; i < 10; ++i) {
        const std::string id = "v" + std::to_string(i);
        units.units.push_back({id, "g", RatedUnit::Kind::party, RatedUnit::Tier::cell, {}, {}});
        units.files.push_back(decided(good_collective("c" + id, id), i < 2 ? "excellent" : "good"));
    }
    const UnitVerdict v = check_unit(*profile("366-qd-tw"), units, today);
    bool seen = false;
    for (const CapStanding& c : v.caps) {
        if (c.unit != "g" || c.subject != RatedFile::Subject::collective) continue;
        seen = true;
        EXPECT_EQ(c.base, 8);
        EXPECT_EQ(c.used, 3);
        EXPECT_EQ(c.most, 1);
    }
    EXPECT_TRUE(seen);
}

TEST(UnitRules, rule_23_lower_units_before_higher) {
    const auto broken = [](const char* lower) {
        RatedUnits units = season_of({});
        for (RatedFile& f : units.files) {
            if (f.id == "col-u") state(f, "level:decision", {{"level", "good"}, {"on", day(lower)}});
        }
        return has(check_unit(*profile("124-qd-tw"), units, today).findings, Kind::forbids,
                   "lower-before-higher");
    };
    EXPECT_FALSE(broken("2026-12-09"));
    EXPECT_FALSE(broken("2026-12-10"));
    EXPECT_TRUE(broken("2026-12-11"));
}

TEST(UnitRules, rule_23_a_step_of_another_unit_that_is_not_stated_is_missing_and_not_forbidden) {
    const auto gap = [](const RatedUnits& units, const char* rule) {
        const UnitVerdict v = check_unit(*profile("124-qd-tw"), units, today);
        EXPECT_FALSE(has(v.findings, Kind::forbids, rule)) << rule;
        std::string needs;
        for (const NotApplied& n : v.not_applied) {
            if (n.rule != rule || n.about != "g") continue;
            EXPECT_EQ(n.why, NotApplied::Why::missing) << rule;
            for (const UsedFigure& u : n.needs) needs += u.label.en + "; ";
        }
        return needs;
    };
    RatedUnits units = season_of({});
    for (RatedUnit& u : units.units) {
        if (u.id == "g") u.beside = {"u"};
    }
    EXPECT_EQ(gap(units, "lower-before-higher"), "");
    for (RatedFile& f : units.files) {
        if (f.id != "col-u") continue;
        for (const char* topic : {"step:review", "step:rating", "level:decision"}) without(f, topic);
    }
    EXPECT_EQ(gap(units, "lower-before-higher"), "the rating (u); ");
    EXPECT_EQ(gap(units, "beside-bodies-first"), "the review (u); ");
    std::erase_if(units.files, [](const RatedFile& f) { return f.id == "col-u"; });
    EXPECT_EQ(gap(units, "lower-before-higher"), "the rating (u); ");
}

TEST(UnitRules, a_unit_is_called_by_its_name_where_it_has_one) {
    RatedUnits units = season_of({});
    for (RatedUnit& u : units.units) {
        if (u.id == "u") u.name = "Chi bộ Kế hoạch";
    }
    for (RatedFile& f : units.files) {
        if (f.id == "col-u") state(f, "level:decision", {{"level", "good"}, {"on", day("2026-12-11")}});
    }
    for (const Finding& f : check_unit(*profile("124-qd-tw"), units, today).findings) {
        if (f.rule != "lower-before-higher") continue;
        EXPECT_TRUE(f.figures.at(0).label.vi.ends_with(" (Chi bộ Kế hoạch)"));
        EXPECT_TRUE(f.figures.at(1).label.vi.ends_with(" (g)"));
        return;
    }
    FAIL() << "no finding about the order";
}

// "so" is a government body beside "u", which reviewed itself on review_day in this meeting.
UnitVerdict beside_bodies(const char* government_review, const char* their_meeting, const char* own_meeting) {
    const auto says = [](Day on, std::string meeting) {
        Says s{{"on", on}};
        if (!meeting.empty()) s.emplace("meeting", std::move(meeting));
        return s;
    };
    RatedUnits units = season_of({});
    units.units.push_back({"so", "", RatedUnit::Kind::government, RatedUnit::Tier::grassroots, {}, {}});
    units.units[1].beside = {"so"};
    RatedFile government = good_collective("col-so", "so");
    state(government, "step:review", says(day(government_review), their_meeting));
    units.files.push_back(government);
    for (RatedFile& f : units.files) {
        if (f.id == "col-u") state(f, "step:review", says(review_day, own_meeting));
    }
    return check_unit(*profile("124-qd-tw"), units, today);
}

TEST(UnitRules, rule_23_government_bodies_before_party_bodies_and_not_in_one_meeting) {
    const auto broken = [](const char* government_review, const char* meeting) {
        return has(beside_bodies(government_review, meeting, "m1").findings, Kind::forbids,
                   "beside-bodies-first");
    };
    EXPECT_FALSE(broken("2026-11-30", "m0"));
    EXPECT_FALSE(broken("2026-12-01", "m0"));  // the same day, another meeting
    EXPECT_TRUE(broken("2026-12-01", "m1"));
    EXPECT_TRUE(broken("2026-11-30", "m1"));  // one meeting of two days is one meeting
    EXPECT_TRUE(broken("2026-12-02", "m0"));
}

TEST(UnitRules, rule_23_one_day_without_a_named_meeting_is_not_known_to_be_two) {
    const auto said = [](const char* government_review, const char* theirs, const char* own) {
        const UnitVerdict v = beside_bodies(government_review, theirs, own);
        if (has(v.findings, Kind::forbids, "beside-bodies-first")) return std::string("forbids");
        for (const NotApplied& n : v.not_applied) {
            if (n.rule != "beside-bodies-first") continue;
            std::string needs;
            for (const UsedFigure& u : n.needs) needs += u.name + (u.value.empty() ? "- " : " ");
            return needs;
        }
        return std::string("passes");
    };
    EXPECT_EQ(said("2026-12-01", "", ""), "step:review.meeting- step:review.meeting- ");
    EXPECT_EQ(said("2026-12-01", "m1", ""), "step:review.meeting- ");
    EXPECT_EQ(said("2026-12-01", "", "m1"), "step:review.meeting- ");
    EXPECT_EQ(said("2026-12-01", "m0", "m1"), "passes");
    EXPECT_EQ(said("2026-11-30", "", ""), "passes");
    EXPECT_EQ(said("2026-12-02", "", ""), "forbids");
}

TEST(UnitRules, deadlines_of_local_plans_the_day_itself_is_late) {
    const auto kind = [](const char* done, const char* now) {
        RatedUnits units = season_of({});
        units.year = 2022;
        for (RatedFile& f : units.files) {
            if (f.id == "col-g") without(f, "level:decision"), without(f, "step:rating");
            if (f.id == "col-g" && done != nullptr) state(f, "step:rating", {{"on", day(done)}});
        }
        const UnitVerdict v = check_unit(*profile("nghe-an-2022"), units, day(now));
        for (const FileVerdict& f : v.files) {
            if (f.file != "col-g") continue;
            for (const Finding& finding : f.findings) {
                if (finding.rule == "deadline-grassroots") return std::string(name(finding.kind));
            }
        }
        return std::string("-");
    };
    EXPECT_EQ(kind("2022-12-19", "2022-12-31"), "-");
    EXPECT_EQ(kind("2022-12-20", "2022-12-31"), "warns");
    EXPECT_EQ(kind(nullptr, "2022-12-19"), "-");
    EXPECT_EQ(kind(nullptr, "2022-12-20"), "missing");
}

// Source 000, point 3: "nếu chưa thực hiện đúng …": who had nothing to set right lacks nothing.
TEST(UnitRules, setting_last_year_right_is_asked_only_of_those_who_have_to) {
    const auto kind = [](const char* done) {
        RatedUnits units = season_of({});
        units.year = 2022;
        for (RatedFile& f : units.files) {
            if (f.id == "col-g" && done != nullptr) state(f, "step:remedied", {{"on", day(done)}});
        }
        const UnitVerdict v = check_unit(*profile("nghe-an-2022"), units, day("2022-12-01"));
        for (const FileVerdict& f : v.files) {
            if (f.file != "col-g") continue;
            for (const Finding& finding : f.findings) {
                if (finding.rule != "deadline-corrected") continue;
                EXPECT_TRUE(finding.says.vi.starts_with("Nếu ")) << finding.says.vi;
                return std::string(name(finding.kind));
            }
        }
        return std::string("-");
    };
    EXPECT_EQ(kind(nullptr), "warns");
    EXPECT_EQ(kind("2022-11-29"), "-");
    EXPECT_EQ(kind("2022-11-30"), "warns");
}

}  // namespace
}  // namespace minhtin
