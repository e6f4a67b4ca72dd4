// Local profiles: what they may change, what is seen of it, and when two parents do not go together.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/domain/profiles.h"

namespace minhtin {
namespace {

using nlohmann::json;

json setting(const char* id, json value) {
    return {{"id", id},    {"value", std::move(value)}, {"mark", "DESIGN"}, {"source", "test"}, {"vi", "Mục"},
            {"en", "Item"}};
}

json local(std::vector<std::string> inherits, json settings) {
    return {{"format", "minhtin-profile-2"},
            {"id", "local-test"},
            {"number", "2-KH/XX"},
            {"title", {{"vi", "Kế hoạch thử"}, {"en", "A plan"}}},
            {"body", {{"vi", "Nơi thử"}, {"en", "A place"}}},
            {"issued", "2026-01-02"},
            {"in_force_from", nullptr},
            {"in_force_until", nullptr},
            {"replaces", json::array()},
            {"inherits", std::move(inherits)},
            {"settings", std::move(settings)}};
}

auto read(const json& j) {
    return read_profile("x", j.dump(), profiles());
}

bool refused(const json& j, std::string_view path, std::string_view code) {
    const auto r = read(j);
    return !r && std::ranges::any_of(
                     r.reason(), [&](const ProfileProblem& p) { return p.path == path && p.code == code; });
}

const Setting& named(const RegulationProfile& p, std::string_view id) {
    return *std::ranges::find(p.settings, id, &Setting::id);
}

TEST(ProfileInherit, SentencesSayTheValuesOfTheirSettings) {
    const auto p = read(local({"366-qd-tw"}, json::array({setting("score-common-most", "40")})));
    ASSERT_TRUE(p);
    const std::string& vi = std::ranges::find(p->rules, "score-parts", &Rule::id)->says.vi;
    EXPECT_NE(vi.find("(nhiều nhất 40)"), std::string::npos) << vi;
    EXPECT_NE(vi.find("(nhiều nhất 70)"), std::string::npos) << vi;
}

TEST(ProfileInherit, WhatIsChangedIsSeenAndFillsTheRules) {
    const auto p =
        read(local({"366-qd-tw"},
                   json::array({setting("cap-base", "that-level-and-better"), setting("cap-share", "1/5")})));
    ASSERT_TRUE(p);
    const auto cap = std::ranges::find(p->rules, "cap-excellent", &Rule::id);
    EXPECT_EQ(std::get<rules::Cap>(cap->body).base, rules::Cap::Base::that_level_and_better);
    EXPECT_EQ(cap->number, "366-QĐ/TW");
    EXPECT_EQ(named(*p, "cap-base").set_by, "local-test");
    EXPECT_EQ(named(*p, "cap-base").before, SettingValue(std::string("the-next-level")));
    EXPECT_EQ(named(*p, "cap-share").set_by, "local-test");
    EXPECT_FALSE(named(*p, "cap-share").before) << "the same value changes nothing";
    EXPECT_EQ(named(*p, "cap-per-group").set_by, "366-qd-tw");
    EXPECT_EQ(p->rules.size(), profile("366-qd-tw")->rules.size());
}

TEST(ProfileInherit, OnlySettingsThatAreThereAndFit) {
    EXPECT_TRUE(refused(local({"366-qd-tw"}, json::array({setting("no-such", 1)})), "/settings/0/id",
                        "unknown-setting"));
    EXPECT_TRUE(refused(local({"366-qd-tw"}, json::array({setting("draft-days", "3")})), "/settings/0/value",
                        "setting-type"));
    EXPECT_TRUE(refused(local({"366-qd-tw"}, json::array({setting("cap-share", "a fifth")})),
                        "/settings/0/value", "setting-does-not-fit"));
    EXPECT_TRUE(refused(local({"366-qd-tw"}, json::array({setting("deadline-cell", "31-12")})),
                        "/settings/0/value", "setting-does-not-fit"));
    json j = local({"366-qd-tw"}, json::array());
    j["rules"] = json::array();
    EXPECT_TRUE(refused(j, "/rules", "local-changes-settings-only"));
}

// A place that no review has would never be missed.
// The program rounds in one way and shows results to nobody by itself: another word would be believed.
TEST(ProfileInherit, SettingsThatWouldHaveNoEffectAreRefused) {
    for (const char* id : {"rounding", "audience"}) {
        EXPECT_TRUE(refused(local({"96-qd-tw"}, json::array({setting(id, "otherwise")})), "/settings/0/value",
                            "setting-fixed"))
            << id;
    }
    EXPECT_TRUE(read(local({"96-qd-tw"}, json::array({setting("rounding", "half-up, 2 decimals")}))));
}

TEST(ProfileInherit, PlacesOfReviewAreKnownWords) {
    const auto places = [](json list) {
        return local({"124-qd-tw"}, json::array({setting("review-places", std::move(list))}));
    };
    EXPECT_TRUE(read(places({"cell", "group"})));
    EXPECT_TRUE(refused(places({"cell", "moon"}), "/settings/0/value", "setting-does-not-fit"));
}

TEST(ProfileInherit, TwoParentsOfRatingDoNotGoTogether) {
    EXPECT_TRUE(refused(local({"366-qd-tw", "124-qd-tw"}, json::array()), "/inherits", "levels-twice"));
    EXPECT_TRUE(refused(local({"132-qd-tw", "nghe-an-2022"}, json::array()), "/inherits", "inherited-twice"));
    EXPECT_TRUE(refused(local({"96-qd-tw", "nq-96-2023-qh15"}, json::array()), "/inherits", "ballots-twice"));
}

TEST(ProfileInherit, ARuleIdStandsInOneParentOnly) {
    const auto parent = [](const char* id, const char* extra, json value) {
        json j = local({}, json::array());
        j["id"] = id;
        j[extra] = std::move(value);
        j["rules"] = json::array({{{"id", "same"},
                                   {"kind", "balance"},
                                   {"article", "Điều 1"},
                                   {"mark", "ART"},
                                   {"source", "x"},
                                   {"vi", "x"},
                                   {"en", "x"}}});
        return j;
    };
    const json level = {{"id", "a"}, {"vi", "A"}, {"en", "A"}},
               other = {{"id", "b"}, {"vi", "B"}, {"en", "B"}};
    json votes =
        parent("votes", "ballots", json::array({{{"id", "two"}, {"levels", json::array({level, other})}}}));
    votes["rules"].push_back({{"id", "base"},
                              {"kind", "percentage"},
                              {"article", "x"},
                              {"mark", "ART"},
                              {"source", "x"},
                              {"base", "collected"},
                              {"vi", "x"},
                              {"en", "x"}});
    std::vector<RegulationProfile> known;
    known.push_back(*read_profile("r", parent("rating", "levels", json::array({level})).dump(), known));
    known.push_back(*read_profile("v", votes.dump(), known));
    const auto r = read_profile("x", local({"rating", "votes"}, json::array()).dump(), known);
    ASSERT_FALSE(r);
    ASSERT_EQ(r.reason().size(), 1u);
    EXPECT_EQ(r.reason()[0].code, "doubled-id");
    EXPECT_EQ(r.reason()[0].path, "/inherits");
}

TEST(ProfileInherit, ParentsThatDifferMustBeSettled) {
    const json j = local({"366-qd-tw", "lam-dong-2023"}, json::array());
    EXPECT_TRUE(refused(j, "/inherits", "settings-differ"));
    const auto settled = read(local({"lam-dong-2023", "96-qd-tw"}, json::array({setting("draft-days", 5)})));
    ASSERT_TRUE(settled) << settled.reason().at(0).path << settled.reason().at(0).code;
    EXPECT_TRUE(settled->about_votes() && settled->about_rating());
    EXPECT_EQ(named(*settled, "draft-days-working").set_by, "lam-dong-2023");
}

TEST(ProfileInherit, TheLocalOnesOfTheSources) {
    const RegulationProfile& quang_binh = *profile("quang-binh-vpubnd-2022");
    EXPECT_TRUE(quang_binh.about_votes() && quang_binh.about_rating());
    EXPECT_EQ(quang_binh.bands.size(), 2u);
    const auto due = [](const char* id, const char* rule) {
        const auto found = std::ranges::find(profile(id)->rules, rule, &Rule::id);
        const auto& d = std::get<rules::Deadline>(found->body);
        return std::to_string(d.day) + "/" + std::to_string(d.month) + "+" + std::to_string(d.years_later) +
               " " + d.topic;
    };
    EXPECT_EQ(due("quang-binh-vpubnd-2022", "deadline-cell"), "20/12+0 step:sent-up");
    EXPECT_EQ(due("quang-binh-vpubnd-2022", "deadline-grassroots"), "30/12+0 step:sent-up");
    EXPECT_EQ(due("nghe-an-2022", "deadline-grassroots"), "20/12+0 step:rating");
    EXPECT_EQ(due("nghe-an-2022", "deadline-above"), "31/12+0 step:rating");
    EXPECT_EQ(due("nghe-an-2022", "deadline-province"), "15/1+1 step:rating");
    EXPECT_EQ(due("nghe-an-2022", "deadline-corrected"), "30/11+0 step:remedied");
    EXPECT_EQ(due("so-cong-thuong-2023", "deadline-cell"), "5/12+0 step:sent-up");
    EXPECT_EQ(due("so-cong-thuong-2023", "deadline-grassroots"), "10/12+0 step:sent-up");
    EXPECT_EQ(due("so-cong-thuong-2023", "deadline-plan-cell"), "28/12+0 step:remediation-plan");
    EXPECT_EQ(due("so-cong-thuong-2023", "deadline-plan-person"), "31/12+0 step:remediation-plan");
    const auto draft = std::ranges::find(profile("lam-dong-2023")->rules, "draft-sent", &Rule::id);
    EXPECT_FALSE(std::get<rules::DaysBefore>(draft->body).working);
}

TEST(ProfileInherit, TheBallotOfFourLevelsWithOneThird) {
    const auto p = read(local({"06-qd-duk"}, json::array({setting("ballot", "four-levels")})));
    ASSERT_TRUE(p);
    EXPECT_EQ(p->levels.size(), 4u);
    ASSERT_EQ(p->bands.size(), 1u);
    EXPECT_EQ(p->bands[0].level, "completed+failed");
    EXPECT_EQ(p->bands[0].num * 3, p->bands[0].den);
    EXPECT_EQ(p->bands[0].limit, Band::Limit::included);
    EXPECT_EQ(p->off.size(), 2u);
    EXPECT_TRUE(refused(local({"06-qd-duk"}, json::array({setting("ballot", "five-levels")})), "/settings",
                        "unknown-ballot"));
}

// Runs first in its process: ctest starts each test alone.
TEST(ProfileLoad, AnOperatorsFilesInAnyOrderAllOrNone) {
    const auto text = [](const char* id, std::vector<std::string> inherits) {
        json j = local(std::move(inherits), json::array());
        j["id"] = id;
        return j.dump();
    };
    const std::size_t before = profiles().size();
    const auto circle = load_profiles(
        {{"a.json", text("a", {"b"})}, {"b.json", text("b", {"a"})}, {"c.json", text("c", {"366-qd-tw"})}});
    ASSERT_FALSE(circle);
    EXPECT_EQ(circle.reason().size(), 2u);
    EXPECT_EQ(circle.reason()[0].code, "inherits-in-a-circle");
    EXPECT_EQ(profiles().size(), before) << "on any problem nothing is added";
    EXPECT_FALSE(load_profiles({{"a.json", text("96-qd-tw", {"366-qd-tw"})}}));
    EXPECT_FALSE(load_profiles({{"a.json", "nonsense"}}));
    EXPECT_TRUE(load_profiles(
        {{"a.json", text("a-local", {"b-local"})}, {"b.json", text("b-local", {"366-qd-tw"})}}));
    EXPECT_EQ(profiles().size(), before + 2);
    EXPECT_TRUE(std::ranges::is_sorted(profiles(), {}, &RegulationProfile::id));
    EXPECT_NE(profile("a-local"), nullptr);
}

}  // namespace
}  // namespace minhtin
