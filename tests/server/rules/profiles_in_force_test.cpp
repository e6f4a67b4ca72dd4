// Which regulations hold on a day.
#include <gtest/gtest.h>

#include <set>

#include "server/domain/profiles.h"

namespace minhtin {
namespace {

std::set<std::string> on(const char* iso) {
    std::set<std::string> ids;
    for (const RegulationProfile* p : in_force_on(*Day::from_iso(iso))) {
        if (p->inherits.empty()) ids.insert(p->id);
    }
    return ids;
}

using Ids = std::set<std::string>;

TEST(ProfilesInForce, FromTheirFirstToTheirLastDay) {
    EXPECT_EQ(on("2012-11-20"), Ids{});
    EXPECT_EQ(on("2012-11-21"), Ids{"nq-35-2012-qh13"});
    EXPECT_EQ(on("2014-11-28"), (Ids{"262-qd-tw", "nq-85-2014-qh13"})) << "35/2012 was replaced on this day";
    EXPECT_EQ(on("2022-12-01"), (Ids{"06-qd-duk", "132-qd-tw", "262-qd-tw", "nq-85-2014-qh13"}));
    EXPECT_EQ(on("2023-10-03"), (Ids{"06-qd-duk", "132-qd-tw", "96-qd-tw", "nq-96-2023-qh15"}));
    EXPECT_EQ(on("2023-10-04"), (Ids{"06-qd-duk", "124-qd-tw", "96-qd-tw", "nq-96-2023-qh15"}));
    EXPECT_EQ(on("2025-08-29"), (Ids{"06-qd-duk", "124-qd-tw", "96-qd-tw", "nq-96-2023-qh15"}));
    EXPECT_EQ(on("2026-11-22"), (Ids{"06-qd-duk", "366-qd-tw", "96-qd-tw", "nq-96-2023-qh15"}));
}

// What docs/rules.md prints of it: a regulation that another one built in replaces ends the day before.
TEST(ProfilesInForce, WhatIsReplacedSaysItself) {
    for (const RegulationProfile& p : profiles()) {
        for (const std::string& old : p.replaces) {
            const RegulationProfile& before = *profile(old);
            ASSERT_TRUE(before.in_force_until) << old;
            const Day from = p.in_force_from ? *p.in_force_from : *p.issued;
            EXPECT_EQ(before.in_force_until->plus_days(1), from) << old;
        }
    }
}

// 262-QĐ/TW Điều 7.2: a line without exactly one mark spoils the ballot, and so does added text.
TEST(ProfilesInForce, TheSentencesOf262SayWhatItsRulesDo) {
    for (const Rule& rule : profile("262-qd-tw")->rules) {
        if (const auto* line = std::get_if<rules::ValidLine>(&rule.body)) {
            EXPECT_TRUE(line->spoils_ballot);
            EXPECT_NE(rule.says.vi.find("phiếu không hợp lệ"), std::string::npos) << rule.says.vi;
            EXPECT_NE(rule.says.en.find("is invalid"), std::string::npos) << rule.says.en;
        }
        if (const auto* ballot = std::get_if<rules::ValidBallot>(&rule.body)) {
            EXPECT_TRUE(ballot->added_text);
            EXPECT_NE(rule.says.vi.find("ghi thêm tên"), std::string::npos) << rule.says.vi;
            EXPECT_NE(rule.says.en.find("added"), std::string::npos) << rule.says.en;
        }
    }
}

TEST(ProfilesInForce, a_later_profile_does_not_change_an_earlier_year) {
    const Ids then = on("2026-11-22");
    ASSERT_TRUE(
        load_profiles({{"later.json", R"({"format":"minhtin-profile-2","id":"later-test","number":"9-QĐ/XX",
        "title":{"vi":"Quy định sau","en":"A later one"},"body":{"vi":"Cơ quan thử","en":"A body"},"issued":"2030-01-01",
        "in_force_from":"2030-02-01","in_force_until":null,"replaces":["366-qd-tw"],"inherits":[],
        "levels":[{"id":"good","vi":"Tốt","en":"Good"}],"settings":[],"rules":[]})"}}));
    EXPECT_EQ(on("2026-11-22"), then);
    EXPECT_TRUE(on("2030-01-31").contains("366-qd-tw"));
    EXPECT_FALSE(on("2030-02-01").contains("366-qd-tw"));
    EXPECT_TRUE(on("2030-02-01").contains("later-test"));
}

}  // namespace
}  // namespace minhtin
