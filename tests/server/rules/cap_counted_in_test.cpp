// Where the 20 % of persons are counted: HD 21 says "in each grassroots organisation", so over all its cells.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/domain/profiles.h"
#include "server/domain/rules/what_if.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {
namespace {

using Kind = Finding::Kind;
using State = LevelVerdict::State;

// The grassroots "g" with the cells "u" and "v"; so many good and excellent in each.
struct People {
    int good = 0, excellent = 0;
};
RatedUnits two_cells(People u, People v) {
    std::vector<RatedFile> files{decided(good_collective("col-u", "u"), "good"),
                                 decided(good_collective("col-v", "v"), "good")};
    const auto add = [&](const char* unit, int count, const std::string& level) {
        for (int i = 0; i < count; ++i)
            files.push_back(decided(good_person(unit + ("-" + level) + std::to_string(i), unit), level));
    };
    add("u", u.good, "good"), add("u", u.excellent, "excellent");
    add("v", v.good, "good"), add("v", v.excellent, "excellent");
    RatedUnits units = season_of(std::move(files));
    units.units.push_back({"v", "g", RatedUnit::Kind::party, RatedUnit::Tier::cell, {}, "Chi bộ V"});
    return units;
}

State excellent(const UnitVerdict& v, std::string_view file) {
    for (const FileVerdict& f : v.files) {
        if (f.file == file) return level_state(f, "excellent");
    }
    throw std::logic_error("no such file");
}

const NotApplied* cap_open(const std::vector<NotApplied>& list) {
    const auto at = std::ranges::find(list, "cap-excellent", &NotApplied::rule);
    return at == list.end() ? nullptr : &*at;
}

UnitVerdict under(const char* id, const RatedUnits& units) {
    return check_unit(*profile(id), units, today);
}

TEST(CapCountedIn, one_of_five_in_a_cell_is_one_of_thirty_in_the_grassroots_organisation) {
    const RatedUnits units = two_cells({4, 1}, {26, 0});
    for (const char* whole :
         {"132-qd-tw", "124-qd-tw", "nghe-an-2022", "quang-binh-vpubnd-2022", "so-cong-thuong-2023"}) {
        const UnitVerdict v = under(whole, units);
        EXPECT_NE(excellent(v, "u-excellent0"), State::forbidden) << whole;
        EXPECT_NE(excellent(v, "v-good0"), State::forbidden) << whole;
        std::vector<const CapStanding*> of_persons;
        for (const CapStanding& c : v.caps) {
            if (c.subject == RatedFile::Subject::person) of_persons.push_back(&c);
        }
        ASSERT_EQ(of_persons.size(), 1u) << whole;
        EXPECT_EQ(of_persons[0]->unit, "g");
        EXPECT_EQ(of_persons[0]->base, 30);
        EXPECT_EQ(of_persons[0]->most, 6);
        EXPECT_EQ(of_persons[0]->used, 1);
        EXPECT_EQ(of_persons[0]->have, std::vector<std::string>{"u-excellent0"});
    }
    EXPECT_EQ(excellent(under("366-qd-tw", units), "u-excellent0"), State::forbidden);  // 1 of 4 in the cell
}

TEST(CapCountedIn, both_sides_of_the_limit_lie_in_the_whole_organisation) {
    const auto said = [](People u, People v, Kind kind) {
        const UnitVerdict verdict = under("132-qd-tw", two_cells(u, v));
        return std::ranges::any_of(verdict.findings, [&](const Finding& f) {
            return f.rule == "cap-excellent" && f.about == "g" && f.kind == kind &&
                   f.figures.at(1).value == "30";
        });
    };
    EXPECT_FALSE(said({4, 1}, {26, 4}, Kind::would_break));  // five of six
    EXPECT_TRUE(said({4, 1}, {26, 5}, Kind::would_break));   // the sixth is the last
    EXPECT_FALSE(said({4, 1}, {26, 5}, Kind::forbids));
    EXPECT_TRUE(said({4, 1}, {26, 6}, Kind::forbids));
    EXPECT_TRUE(said({4, 7}, {26, 0}, Kind::forbids));
    const UnitVerdict seventh = under("132-qd-tw", two_cells({4, 1}, {26, 6}));
    EXPECT_EQ(excellent(seventh, "u-excellent0"), State::forbidden);  // too many in the other cell
}

TEST(CapCountedIn, a_group_of_like_posts_is_counted_over_the_organisation_too) {
    RatedUnits units = two_cells({4, 1}, {26, 0});
    for (RatedFile& f : units.files) {
        if (f.id.starts_with("v-good") || f.id == "u-excellent0") f.group = "deputies";
    }
    EXPECT_NE(excellent(under("132-qd-tw", units), "u-excellent0"), State::forbidden);
    for (RatedFile& f : units.files) {
        if (f.id.starts_with("v-good")) f.group = f.id < "v-good13" ? "deputies" : "";
    }
    EXPECT_NE(excellent(under("132-qd-tw", units), "u-excellent0"), State::forbidden);  // at least 5 of them
    for (RatedFile& f : units.files) {
        if (f.id.starts_with("v-")) f.group.clear();
    }
    EXPECT_EQ(excellent(under("132-qd-tw", units), "u-excellent0"), State::forbidden);
}

TEST(CapCountedIn, what_stands_above_or_beside_is_counted_apart) {
    const auto changed = [](auto change) {
        RatedUnits units = two_cells({4, 1}, {26, 0});
        for (RatedUnit& u : units.units) change(u);
        return excellent(under("132-qd-tw", units), "u-excellent0");
    };
    EXPECT_NE(changed([](RatedUnit&) {}), State::forbidden);
    const auto other = [](const char* id, auto set) {
        return [=](RatedUnit& u) {
            if (u.id == id) set(u);
        };
    };
    EXPECT_EQ(changed(other("g", [](RatedUnit& u) { u.tier = RatedUnit::Tier::above; })), State::forbidden);
    EXPECT_EQ(changed(other("v", [](RatedUnit& u) { u.tier = RatedUnit::Tier::grassroots; })),
              State::forbidden);
    EXPECT_EQ(changed(other("v", [](RatedUnit& u) { u.kind = RatedUnit::Kind::mass; })), State::forbidden);
    EXPECT_EQ(changed(other("v", [](RatedUnit& u) { u.parent.clear(); })), State::forbidden);
    // A cell within a cell of the organisation belongs to it.
    RatedUnits deep = two_cells({4, 1}, {26, 0});
    deep.units.push_back({"d", "u", RatedUnit::Kind::party, RatedUnit::Tier::cell, {}, {}});
    for (RatedFile& f : deep.files) {
        if (f.unit == "v" && f.subject == RatedFile::Subject::person) f.unit = "d";
    }
    deep.units[2].empty = true;
    EXPECT_NE(excellent(under("132-qd-tw", deep), "u-excellent0"), State::forbidden);
}

TEST(CapCountedIn, a_cell_alone_counts_by_itself) {
    RatedUnits alone = two_cells({4, 1}, {0, 0});
    std::erase_if(alone.units, [](const RatedUnit& u) { return u.id != "u"; });
    std::erase_if(alone.files, [](const RatedFile& f) { return f.unit != "u"; });
    alone.units[0].parent.clear();
    const UnitVerdict v = under("132-qd-tw", alone);
    EXPECT_EQ(excellent(v, "u-excellent0"), State::forbidden);
    ASSERT_EQ(v.caps.size(), 1u);
    EXPECT_EQ(v.caps[0].unit, "u");
    EXPECT_EQ(v.caps[0].base, 4);
}

// Nobody knows how many are good in a cell that handed in nothing: no pass, and no refusal either.
TEST(CapCountedIn, a_cell_of_which_nothing_is_known_leaves_the_cap_open) {
    for (const People u : {People{4, 1}, People{30, 6}, People{30, 1}}) {
        RatedUnits units = two_cells(u, {0, 0});
        const UnitVerdict v = under("132-qd-tw", units);
        EXPECT_EQ(excellent(v, "u-excellent0"), State::unproven);
        EXPECT_FALSE(has(v.findings, Kind::forbids, "cap-excellent"));
        for (const FileVerdict& f : v.files) {
            if (f.file != "u-excellent0") continue;
            const NotApplied* open = cap_open(f.not_applied);
            ASSERT_NE(open, nullptr);
            EXPECT_EQ(open->needs.back().name, "cap.base");
            EXPECT_EQ(open->needs.back().value, "");
            EXPECT_TRUE(open->needs.back().label.vi.ends_with(" Chi bộ V"));
        }
        ASSERT_NE(cap_open(v.not_applied), nullptr);
        EXPECT_EQ(cap_open(v.not_applied)->about, "g");
        // Said to be empty it takes part in nothing; with one file it is known.
        units.units[2].empty = true;
        EXPECT_NE(excellent(under("132-qd-tw", units), "u-excellent0"), State::unproven);
        units.units[2].empty = false;
        units.files.push_back(decided(good_person("v0", "v"), "good"));
        EXPECT_NE(excellent(under("132-qd-tw", units), "u-excellent0"), State::unproven);
        EXPECT_NE(excellent(under("366-qd-tw", two_cells({30, 1}, {0, 0})), "u-excellent0"), State::unproven);
    }
}

// A collective without a file is no collective that was not rated good.
TEST(CapCountedIn, a_collective_without_a_file_leaves_the_cap_of_collectives_open) {
    RatedUnits units = season_of({decided(good_collective("col-u", "u"), "excellent")});
    for (const char* id : {"v", "w", "x", "y", "z"})
        units.units.push_back({id, "g", RatedUnit::Kind::party, RatedUnit::Tier::cell, {}, {}});
    for (const char* id : {"366-qd-tw", "132-qd-tw", "124-qd-tw"}) {
        RatedUnits some = units;
        const UnitVerdict none = under(id, some);
        EXPECT_EQ(excellent(none, "col-u"), State::unproven) << id;
        ASSERT_NE(cap_open(none.not_applied), nullptr);
        EXPECT_EQ(cap_open(none.not_applied)->about, "g");
        EXPECT_EQ(cap_open(none.not_applied)->needs.size(), 3u + 5u);
        EXPECT_EQ(cap_open(none.not_applied)->needs.back().label.vi, "mức xếp loại của tập thể z");
        for (const char* known : {"v", "w", "x", "y", "z"}) {
            EXPECT_EQ(excellent(under(id, some), "col-u"), State::unproven) << id << known;
            some.files.push_back(decided(good_collective(std::string("col-") + known, known), "good"));
        }
        EXPECT_NE(excellent(under(id, some), "col-u"), State::unproven) << id;
        EXPECT_FALSE(has(under(id, some).findings, Kind::forbids, "cap-excellent"));
        some = units;  // nobody is rated elsewhere: of none there is none
        for (RatedUnit& u : some.units) u.empty = u.id != "u" && u.id != "g";
        EXPECT_EQ(excellent(under(id, some), "col-u"), State::forbidden) << id;
    }
}

// rate() alone does not know who else is rated in the unit, until it is said.
TEST(CapCountedIn, a_file_that_is_rated_alone_leaves_the_cap_open) {
    const RatedFile file = decided(good_person("p"), "excellent");
    for (const char* id : {"366-qd-tw", "132-qd-tw", "124-qd-tw"}) {
        const auto verdict = [&](const RatedUnits& units) { return rate(*profile(id), file, units, today); };
        RatedUnits units = season_of({decided(good_collective("col-u", "u"), "good")});
        const FileVerdict alone = verdict(units);
        EXPECT_EQ(level_state(alone, "excellent"), State::unproven) << id;
        EXPECT_FALSE(has(alone.findings, Kind::forbids, "cap-excellent"));
        ASSERT_NE(cap_open(alone.not_applied), nullptr);
        EXPECT_EQ(cap_open(alone.not_applied)->needs.back().label.vi, "những người được xếp loại ở u");
        RatedUnits none = units;
        for (RatedUnit& u : none.units) u.empty = u.id == "u";
        EXPECT_EQ(level_state(verdict(none), "excellent"), State::forbidden) << id;
        RatedUnits listed = units;  // a list on which the person stands is the list of the unit
        listed.files.push_back(file);
        EXPECT_EQ(level_state(verdict(listed), "excellent"), State::forbidden) << id;
        for (int i = 0; i < 5; ++i)
            units.files.push_back(decided(good_person("q" + std::to_string(i)), "good"));
        EXPECT_NE(level_state(verdict(units), "excellent"), State::forbidden) << id;
        EXPECT_EQ(cap_open(verdict(units).not_applied), nullptr) << id;
    }
}

TEST(CapCountedIn, what_is_too_much_is_said_as_a_number) {
    const auto says = [](int excellent) {
        const UnitVerdict v = under("366-qd-tw", season_with({excellent, 30, 0, 0}));
        std::string all;
        for (const Finding& f : v.findings) {
            if (f.rule == "cap-excellent" && f.about == "u") all += f.says.vi + "|" + f.says.en;
        }
        return all;
    };
    EXPECT_NE(says(8).find("xếp mức này 8, vượt 2."), std::string::npos) << says(8);
    EXPECT_NE(says(8).find("8 at this level, 2 too many."), std::string::npos);
    EXPECT_NE(says(6).find("xếp mức này 6, còn 0."), std::string::npos) << says(6);
}

TEST(CapCountedIn, who_is_not_rated_yet_in_the_other_cell_leaves_it_open) {
    RatedUnits units = two_cells({4, 1}, {1, 0});
    for (RatedFile& f : units.files) {
        if (f.unit == "v" && f.subject == RatedFile::Subject::person)
            without(f, "level:decision"), without(f, "level:proposal");
    }
    const UnitVerdict v = under("132-qd-tw", units);
    EXPECT_EQ(excellent(v, "u-excellent0"), State::unproven);  // one good more makes five
    EXPECT_NE(cap_open(v.not_applied), nullptr);
}

TEST(CapCountedIn, an_edit_in_one_cell_is_told_to_the_other) {
    const RatedUnits units = two_cells({4, 1}, {26, 5});
    const std::vector<Change> changes{{decided(good_person("v-good0", "v"), "excellent"), false}};
    const Difference d = what_if(*profile("132-qd-tw"), units, changes, today);
    EXPECT_TRUE(std::ranges::any_of(d.come, [](const Finding& f) {
        return f.about == "u-excellent0" && f.rule == "cap-excellent" && f.kind == Kind::forbids;
    }));
    ASSERT_EQ(d.caps.size(), 1u);
    EXPECT_EQ(d.caps[0].unit, "g");
    EXPECT_EQ(d.caps[0].free, -2);  // 7 of 29
}

}  // namespace
}  // namespace minhtin
