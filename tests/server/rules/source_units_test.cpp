// Units of the sources, rated as they would have been under their own plans (docs/rules.md has the
// sentences). Names of bodies are those of the plans; what the files state is invented.
#include <gtest/gtest.h>

#include "server/domain/profiles.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {
namespace {

using Kind = Finding::Kind;
using Tier = RatedUnit::Tier;

struct Source {
    RatedUnits units;
    const RegulationProfile& profile;
    UnitVerdict on(const char* iso) const { return check_unit(profile, units, day(iso)); }

    void unit(const char* id, const char* parent, Tier tier) {
        units.units.push_back({id, parent, RatedUnit::Kind::party, tier, {}, {}});
    }
    // A collective of which nothing is wrong but what follows, reviewed and rated in time.
    RatedFile& collective(const char* unit, const char* level, const char* rated) {
        RatedFile f = good_collective(std::string("tt-") + unit, unit);
        state(f, "step:draft-sent", {{"on", Day::of(units.year, 11, 10).value()}});
        state(f, "step:review", {{"on", Day::of(units.year, 11, 24).value()}});
        state(f, "level:self", {{"level", level}, {"on", Day::of(units.year, 11, 24).value()}});
        state(f, "level:proposal", {{"level", level}, {"on", Day::of(units.year, 11, 25).value()}});
        state(f, "level:decision", {{"level", level}, {"on", day(rated)}});
        units.files.push_back(std::move(f));
        return units.files.back();
    }
    RatedFile& person(const std::string& id, const char* unit, const char* level, const char* rated) {
        RatedFile f = good_person(id, unit);
        state(f, "step:review", {{"on", Day::of(units.year, 11, 24).value()}});
        state(f, "level:self", {{"level", level}, {"on", Day::of(units.year, 11, 24).value()}});
        state(f, "level:proposal", {{"level", level}, {"on", Day::of(units.year, 11, 25).value()}});
        state(f, "level:decision", {{"level", level}, {"on", day(rated)}});
        units.files.push_back(std::move(f));
        return units.files.back();
    }
};

Source source(const char* id, int year) {
    Source s{{}, *profile(id)};
    s.units.year = year;
    return s;
}

// "kind" of what a rule says about a file; "-" when nothing.
std::string said(const UnitVerdict& v, std::string_view file, std::string_view rule) {
    std::string all;
    for (const FileVerdict& f : v.files) {
        for (const Finding& finding : f.findings) {
            if (f.file == file && finding.rule == rule)
                all += (all.empty() ? "" : " ") + std::string(name(finding.kind));
        }
    }
    return all.empty() ? "-" : all;
}

Says done(const char* iso) {
    return {{"on", day(iso)}};
}

TEST(SourceUnits, source_000_nghe_an_2022) {
    Source s = source("nghe-an-2022", 2022);
    s.unit("tinh", "", Tier::province);
    s.unit("huyen", "tinh", Tier::above);
    s.unit("xa-dung-han", "huyen", Tier::grassroots);
    s.unit("xa-cham", "huyen", Tier::grassroots);
    s.unit("xa-chua-xong", "huyen", Tier::grassroots);
    s.collective("tinh", "good", "2023-01-15");
    s.collective("huyen", "good", "2022-12-30");
    RatedFile& in_time = s.collective("xa-dung-han", "excellent", "2022-12-19");
    state(in_time, "step:remedied", done("2022-11-29"));
    state(in_time, "step:remediation-plan", done("2022-12-22"));
    state(in_time, "step:summing-up", done("2022-12-28"));
    state(in_time, "document:remediation-collective", {});
    RatedFile& late = s.collective("xa-cham", "excellent", "2022-12-20");
    state(late, "step:remedied", done("2022-11-30"));
    state(late, "step:remediation-plan", done("2022-12-18"));  // before the rating
    state(late, "step:summing-up", done("2022-12-19"));        // before the rating
    RatedFile& open = s.collective("xa-chua-xong", "good", "2022-12-19");
    without(open, "level:decision");
    const UnitVerdict v = s.on("2023-01-31");

    EXPECT_EQ(said(v, "tt-xa-dung-han", "deadline-grassroots"), "-");
    EXPECT_EQ(said(v, "tt-xa-cham", "deadline-grassroots"), "warns");
    EXPECT_EQ(said(v, "tt-xa-chua-xong", "deadline-grassroots"), "missing");
    EXPECT_EQ(said(v, "tt-huyen", "deadline-above"), "-");
    EXPECT_EQ(said(v, "tt-tinh", "deadline-province"), "warns");
    EXPECT_EQ(said(v, "tt-xa-dung-han", "deadline-corrected"), "-");
    EXPECT_EQ(said(v, "tt-xa-cham", "deadline-corrected"), "warns");
    EXPECT_EQ(said(v, "tt-xa-dung-han", "plan-after-rating"), "-");
    EXPECT_EQ(said(v, "tt-xa-cham", "plan-after-rating"), "forbids");
    EXPECT_EQ(said(v, "tt-xa-dung-han", "rating-before-summing-up"), "-");
    EXPECT_EQ(said(v, "tt-xa-cham", "rating-before-summing-up"), "forbids");
    EXPECT_EQ(said(v, "tt-xa-dung-han", "file-complete"), "-");
    EXPECT_EQ(said(v, "tt-xa-cham", "file-complete"), "missing");  // form 12
    // Two of three rated communes excellent, none or one good: "vượt quá 20%".
    EXPECT_EQ(said(v, "tt-xa-cham", "cap-excellent"), "forbids");
    EXPECT_TRUE(has(v.findings, Kind::forbids, "cap-excellent"));
}

TEST(SourceUnits, source_001_so_cong_thuong_2023) {
    Source s = source("so-cong-thuong-2023", 2023);
    s.unit("dang-uy-so", "", Tier::grassroots);
    for (const char* cell : {"van-phong-1", "van-phong-2", "khuyen-cong"})
        s.unit(cell, "dang-uy-so", Tier::cell);
    const auto papers = [](RatedFile& f) {
        for (const char* paper : {"document:cell-result", "document:analysis-form"}) state(f, paper, {});
    };
    for (const char* cell : {"van-phong-1", "van-phong-2", "khuyen-cong"})
        papers(s.collective(cell, "good", "2023-12-01"));
    papers(s.collective("dang-uy-so", "good", "2023-12-08"));
    const auto file = [&](std::string_view id) -> RatedFile& {
        for (RatedFile& f : s.units.files) {
            if (f.id == id) return f;
        }
        throw std::logic_error("no such file");
    };
    state(file("tt-van-phong-1"), "step:sent-up", done("2023-12-04"));
    state(file("tt-van-phong-2"), "step:sent-up", done("2023-12-05"));
    state(file("tt-dang-uy-so"), "step:sent-up", done("2023-12-09"));
    state(file("tt-van-phong-1"), "step:remediation-plan", done("2023-12-27"));
    state(file("tt-van-phong-2"), "step:remediation-plan", done("2023-12-28"));
    state(file("tt-dang-uy-so"), "step:remediation-plan", done("2023-12-30"));
    without(file("tt-khuyen-cong"), "document:minutes");
    state(s.person("dv-1", "van-phong-1", "good", "2023-12-02"), "step:remediation-plan", done("2023-12-30"));
    RatedFile& without_remark = s.person("dv-2", "van-phong-1", "good", "2023-12-02");
    without(without_remark, "document:residence-remark");
    const UnitVerdict v = s.on("2023-12-31");

    EXPECT_EQ(said(v, "tt-van-phong-1", "deadline-cell"), "-");
    EXPECT_EQ(said(v, "tt-van-phong-2", "deadline-cell"), "warns");
    EXPECT_EQ(said(v, "tt-khuyen-cong", "deadline-cell"), "missing");
    EXPECT_EQ(said(v, "tt-dang-uy-so", "deadline-grassroots"), "-");
    EXPECT_EQ(said(v, "tt-van-phong-1", "deadline-plan-cell"), "-");
    EXPECT_EQ(said(v, "tt-van-phong-2", "deadline-plan-cell"), "warns");
    EXPECT_EQ(said(v, "tt-dang-uy-so", "deadline-plan-grassroots"), "-");
    EXPECT_EQ(said(v, "dv-1", "deadline-plan-person"), "-");
    EXPECT_EQ(said(v, "dv-2", "deadline-plan-person"), "missing");
    EXPECT_EQ(said(v, "dv-1", "file-complete"), "-");
    EXPECT_EQ(said(v, "dv-2", "file-complete"), "missing");
    EXPECT_EQ(said(v, "tt-khuyen-cong", "file-complete"), "missing");
    EXPECT_EQ(said(v, "tt-van-phong-1", "file-complete"), "-");
}

TEST(SourceUnits, source_003_van_phong_ubnd_quang_binh_2022) {
    Source s = source("quang-binh-vpubnd-2022", 2022);
    s.unit("dang-uy-vp", "", Tier::grassroots);
    s.unit("chi-bo-1", "dang-uy-vp", Tier::cell);
    s.unit("chi-bo-2", "dang-uy-vp", Tier::cell);
    s.collective("dang-uy-vp", "good", "2022-12-20");
    state(s.units.files.back(), "step:sent-up", done("2022-12-29"));
    state(s.units.files.back(), "step:summing-up", done("2022-12-31"));
    s.collective("chi-bo-1", "good", "2022-12-10");
    state(s.units.files.back(), "step:sent-up", done("2022-12-19"));
    state(s.units.files.back(), "step:summing-up", done("2022-12-31"));
    s.collective("chi-bo-2", "good", "2022-12-10");
    state(s.units.files.back(), "step:sent-up", done("2022-12-21"));
    state(s.units.files.back(), "step:summing-up", done("2022-12-31"));
    for (int i = 0; i < 30; ++i) s.person("tot-" + std::to_string(i), "chi-bo-1", "good", "2022-12-12");
    for (int i = 0; i < 7; ++i) s.person("xs-" + std::to_string(i), "chi-bo-1", "excellent", "2022-12-12");
    s.units.files.push_back(decided(head_of("bi-thu", "chi-bo-2"), "excellent"));
    RatedVote vote;
    vote.id = "phieu-06";
    vote.unit = "chi-bo-1";
    vote.day = vote.closed =
        day("2022-12-11");  // a day before the members were rated, a day after the cell was
    s.units.votes.push_back(vote);
    const UnitVerdict v = s.on("2022-12-31");

    EXPECT_EQ(said(v, "tt-chi-bo-1", "deadline-cell"), "-");
    EXPECT_EQ(said(v, "tt-chi-bo-2", "deadline-cell"), "warns");
    EXPECT_EQ(said(v, "tt-dang-uy-vp", "deadline-grassroots"), "-");
    EXPECT_EQ(said(v, "bi-thu", "head-not-above"), "forbids");
    EXPECT_EQ(said(v, "xs-0", "cap-excellent"), "forbids");  // 7 of 30: at most 6
    for (const CapStanding& c : v.caps) {
        if (c.unit != "chi-bo-1") continue;
        EXPECT_EQ(c.most, 6);
        EXPECT_EQ(c.free, -1);
    }
    ASSERT_EQ(v.votes.size(), 1U);
    EXPECT_FALSE(has(v.votes[0].findings, Kind::forbids, "place-in-year"));

    // Before the rating, and after the summing-up: neither is allowed.
    for (const char* wrong : {"2022-12-09", "2023-01-02"}) {
        s.units.votes[0].day = s.units.votes[0].closed = day(wrong);
        EXPECT_TRUE(has(s.on("2023-01-05").votes[0].findings, Kind::forbids, "place-in-year")) << wrong;
    }
}

}  // namespace
}  // namespace minhtin
