// Every way in which a profile can be wrong is found, with its place and its code; the good one is valid.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "server/domain/profiles.h"

namespace minhtin {
namespace {

using nlohmann::json;

const char* const good_text = R"({
  "format": "minhtin-profile-2", "id": "test-1", "number": "1-QĐ/XX",
  "title": {"vi": "Quy định thử", "en": "A regulation for tests"},
  "body": {"vi": "Cơ quan thử", "en": "A body for tests"},
  "issued": "2024-01-02", "in_force_from": null, "in_force_until": "2025-12-31", "replaces": [], "inherits": [],
  "levels": [{"id": "good", "vi": "Tốt", "en": "Good"}, {"id": "failed", "vi": "Không", "en": "Failed"}],
  "documents": [{"id": "report", "vi": "Báo cáo", "en": "Report"}],
  "ballots": [{"id": "two", "levels": [{"id": "yes", "vi": "Có", "en": "Yes"}, {"id": "no", "vi": "Không", "en": "No"}]},
              {"id": "three", "levels": [{"id": "a", "vi": "A", "en": "A"}, {"id": "b", "vi": "B", "en": "B"},
                                         {"id": "c", "vi": "C", "en": "C"}]}],
  "settings": [
    {"id": "ballot", "value": "two", "mark": "DESIGN", "source": "test", "vi": "Loại phiếu", "en": "Ballot"},
    {"id": "least", "value": "70", "mark": "NOT FOUND", "source": "test", "vi": "Điểm", "en": "Points"},
    {"id": "check", "value": true, "mark": "CODE", "source": "test", "vi": "Kiểm tra", "en": "Check"},
    {"id": "papers", "value": ["report"], "mark": "ART", "source": "test", "vi": "Giấy tờ", "en": "Papers"}],
  "rules": [
    {"id": "score-good", "kind": "needs", "article": "Điều 1", "mark": "TEXT", "source": "test",
     "only_if": {"figure": "file.subject", "equals": "person"}, "levels": ["good"],
     "condition": {"all": [{"figure": "score.total", "at_least": {"setting": "least"}},
                           {"not": {"figure": "tasks.late", "of": "tasks.assigned", "more_than": "1/5"}}]},
     "one-more": "tasks.late", "vi": "Điểm {score.total}.", "en": "{score.total} points."},
    {"id": "cap-good", "kind": "cap", "article": "Điều 2", "mark": "SOURCE", "source": "test", "level": "good",
     "base": "all-rated", "share": "1/5", "share-if-outstanding": "1/4", "per-body": true, "per-group": false,
     "vi": "Nhiều nhất {most}.", "en": "At most {most}."},
    {"id": "file", "kind": "documents", "on": {"setting": "check"}, "article": "Điều 3", "mark": "INFER",
     "source": "test", "person": [], "collective": {"setting": "papers"}, "may-be-exempt": [],
     "vi": "Thiếu {document}.", "en": "Lacks {document}."},
    {"id": "early", "kind": "days-before", "article": "Điều 4", "mark": "TEXT", "source": "test",
     "first": "step:draft-sent", "then": "step:review", "days": 3, "working": true, "vi": "Sớm.", "en": "Early."},
    {"id": "due", "kind": "deadline", "article": "Điều 5", "mark": "TEXT", "source": "test", "topic": "step:rating",
     "tier": "cell", "subject": "collective", "before": "12-20", "vi": "Trước {deadline}.", "en": "Before {deadline}."},
    {"id": "share", "kind": "percentage", "article": "Điều 6", "mark": "TEXT", "source": "test", "base": "collected",
     "vi": "Cơ sở.", "en": "Base."},
    {"id": "enough", "kind": "quorum", "article": "Điều 6", "mark": "TEXT", "source": "test", "share": "2/3",
     "vi": "Đủ.", "en": "Enough."},
    {"id": "many-no", "kind": "band", "article": "Điều 7", "mark": "TEXT", "source": "test", "code": "many-no",
     "level": "no", "share": "1/2", "included": false, "ballot": "two", "vi": "Quá nửa.", "en": "Over half."}
  ]
})";

json good() {
    return json::parse(good_text);
}

std::vector<ProfileProblem> problems_of(std::string_view text,
                                        std::span<const RegulationProfile> known = {}) {
    const auto read = read_profile("thử.json", text, known);
    return read ? std::vector<ProfileProblem>{} : read.reason();
}

bool found(const std::vector<ProfileProblem>& problems, std::string_view path, std::string_view code) {
    return std::ranges::any_of(problems, [&](const ProfileProblem& p) {
        return p.path == path && p.code == code && p.file == "thử.json" && !p.says.vi.empty() &&
               !p.says.en.empty();
    });
}

std::string shown(const std::vector<ProfileProblem>& problems) {
    std::string all;
    for (const ProfileProblem& p : problems) all += p.path + " " + p.code + "\n";
    return all;
}

TEST(ProfileRead, TheGoodOneIsRead) {
    const auto read = read_profile("thử.json", good_text, {});
    ASSERT_TRUE(read) << shown(read.reason());
    EXPECT_EQ(read->rules.size(), 8u);
    EXPECT_EQ(read->levels.size(), 2u);
    EXPECT_EQ(read->rating_levels.size(), 2u);
    EXPECT_EQ(read->quorum.present_times, 3);
    EXPECT_EQ(read->quorum.summoned_times, 2);
    ASSERT_EQ(read->bands.size(), 1u);
    EXPECT_EQ(read->bands[0].code, "many-no");
    const auto& needs = std::get<rules::Needs>(read->rules[0].body);
    EXPECT_EQ(needs.condition.parts[0].number, *Decimal::from_text("70"));
    EXPECT_EQ(std::get<rules::Documents>(read->rules[2].body).collective, std::vector<std::string>{"report"});
}

struct Case {
    const char *at, *with;  // JSON pointer and the value put there; "" takes the field away
    const char *path, *code;
};

class Reject : public testing::TestWithParam<Case> {};

TEST_P(Reject, NamesPlaceAndCode) {
    const Case& c = GetParam();
    json j = good();
    const json::json_pointer at(c.at);
    if (*c.with == 0) {
        j[at.parent_pointer()].erase(at.back());
    } else {
        j[at] = json::parse(c.with);
    }
    const auto problems = problems_of(j.dump());
    EXPECT_TRUE(found(problems, c.path, c.code)) << "expected " << c.path << " " << c.code << ", got\n"
                                                 << shown(problems);
}

INSTANTIATE_TEST_SUITE_P(
    Codes, Reject,
    testing::Values(
        Case{"/format", "\"minhtin-profile-1\"", "/format", "unknown-format"},
        Case{"/extra", "1", "/extra", "unknown-field"},
        Case{"/title/extra", "1", "/title/extra", "unknown-field"},
        Case{"/rules/0/extra", "1", "/rules/0/extra", "unknown-field"},
        Case{"/rules/0/condition/all/0/extra", "1", "/rules/0/condition/all/0/extra", "unknown-field"},
        Case{"/number", "5", "/number", "wrong-type"}, Case{"/title", "[]", "/title", "wrong-type"},
        Case{"/rules", "{}", "/rules", "wrong-type"}, Case{"/rules/0", "7", "/rules/0", "wrong-type"},
        Case{"/rules/1/per-body", "\"yes\"", "/rules/1/per-body", "wrong-type"},
        Case{"/rules/3/days", "3.5", "/rules/3/days", "wrong-type"},
        Case{"/settings/0/value", "1.5", "/settings/0/value", "wrong-type"},
        Case{"/settings/0/value", "18446744073709551615", "/settings/0/value", "wrong-type"},
        Case{"/rules/3/days", "18446744073709551615", "/rules/3/days", "out-of-range"},
        Case{"/rules/3/days", "-1", "/rules/3/days", "out-of-range"},
        Case{"/number", "\"  \"", "/number", "empty-text"},
        Case{"/number", "\"a\\u0007\"", "/number", "bad-text"}, Case{"/id", "\"Test 1\"", "/id", "bad-id"},
        Case{"/id", "\"\"", "/id", "bad-id"}, Case{"/issued", "\"2024-02-30\"", "/issued", "bad-day"},
        Case{"/issued", "null", "/in_force_from", "no-first-day"},
        Case{"/in_force_until", "\"2023-12-31\"", "/in_force_until", "days-reversed"},
        Case{"/levels/1/id", "\"good\"", "/levels/1/id", "doubled-id"},
        Case{"/settings/1/id", "\"ballot\"", "/settings/1/id", "doubled-id"},
        Case{"/rules/1/id", "\"score-good\"", "/rules/1/id", "doubled-id"},
        Case{"/ballots/1/id", "\"two\"", "/ballots/1/id", "doubled-id"},
        Case{"/ballots/0/levels", "[]", "/ballots/0/levels", "too-few-levels"},
        Case{"/settings/0/value", "\"five\"", "/settings", "unknown-ballot"},
        Case{"/rules/7/ballot", "\"five\"", "/rules/7/ballot", "unknown-ballot"},
        Case{"/rules/7/level", "\"no+maybe\"", "/rules/7/level", "unknown-level"},
        Case{"/rules/0/levels/0", "\"best\"", "/rules/0/levels/0", "unknown-level"},
        Case{"/rules/1/level", "\"failed\"", "/rules/1/level", "unknown-level"},
        Case{"/rules/1/level", "\"best\"", "/rules/1/level", "unknown-level"},
        Case{"/rules/0/kind", "\"wants\"", "/rules/0/kind", "unknown-kind"},
        Case{"/rules/0/mark", "\"SURE\"", "/rules/0/mark", "unknown-mark"},
        Case{"/rules/1/base", "\"most\"", "/rules/1/base", "unknown-word"},
        Case{"/rules/1/only_if", R"({"figure": "file.subject", "equals": "person"})", "/rules/1/only_if",
             "only-if-here"},
        Case{"/rules/0/only_if/equals", "\"somebody\"", "/rules/0/only_if/equals", "unknown-word"},
        Case{"/rules/0/condition/all/0/figure", "\"score.totl\"", "/rules/0/condition/all/0/figure",
             "unknown-figure"},
        Case{"/rules/0/one-more", "\"tasks.lte\"", "/rules/0/one-more", "unknown-figure"},
        Case{"/rules/0/one-more", "\"file.subject\"", "/rules/0/one-more", "figure-type"},
        Case{"/rules/0/condition/all/1/not/of", "\"file.subject\"", "/rules/0/condition/all/1/not/of",
             "figure-type"},
        Case{"/rules/0/condition/all", "[]", "/rules/0/condition/all", "bad-condition"},
        Case{"/rules/0/condition/all/0/at_most", "\"9\"", "/rules/0/condition/all/0/at_most",
             "bad-condition"},
        Case{"/rules/0/condition/all/0/at_least", "", "/rules/0/condition/all/0/figure", "bad-condition"},
        Case{"/rules/0/condition/all/0/at_least", "90", "/rules/0/condition/all/0/at_least", "bad-number"},
        Case{"/rules/1/share", "\"6/5\"", "/rules/1/share", "bad-share"},
        Case{"/rules/1/share", "0.2", "/rules/1/share", "bad-share"},
        Case{"/rules/3/first", "\"step:lunch\"", "/rules/3/first", "unknown-topic"},
        Case{"/rules/3/first", "\"score\"", "/rules/3/first", "unknown-topic"},
        Case{"/rules/4/before", "\"13-01\"", "/rules/4/before", "bad-deadline"},
        Case{"/rules/2/person", "[\"letter\"]", "/rules/2/person/0", "unknown-document"},
        Case{"/rules/0/vi", "\"Có {most}.\"", "/rules/0/vi", "unknown-place"},
        Case{"/rules/0/en", "\"With {score.total.\"", "/rules/0/en", "unknown-place"},
        Case{"/rules/0/condition/all/0/at_least", "{\"setting\":\"most\"}",
             "/rules/0/condition/all/0/at_least/setting", "unknown-setting"},
        Case{"/rules/6/kind", "\"balance\"", "/rules/6/share", "unknown-field"},
        Case{"/rules/5",
             "{\"id\":\"b\",\"kind\":\"balance\",\"article\":\"x\",\"mark\":\"ART\",\"source\":\"x\",\"vi\":"
             "\"x\",\"en\":\"x\"}",
             "", "vote-rules"},
        Case{"/inherits", "[\"test-1\"]", "/inherits/0", "inherits-itself"},
        Case{"/inherits", "[\"nobody\"]", "/inherits/0", "unknown-profile"},
        Case{"/inherits", "[\"nobody\"]", "/rules", "local-changes-settings-only"}));

// Everything that is not optional, taken away.
TEST(ProfileRead, EveryFieldIsNeeded) {
    const std::set<std::string> optional{"/levels",          "/documents",        "/ballots",
                                         "/rules/0/only_if", "/rules/0/one-more", "/rules/2/on",
                                         "/rules/4/tier",    "/rules/7/ballot"};
    const json whole = good();
    int missing = 0;
    const auto walk = [&](const auto& self, const json& j, const std::string& path) -> void {
        if (j.is_array()) {
            for (std::size_t i = 0; i < j.size(); ++i) self(self, j[i], path + "/" + std::to_string(i));
        }
        if (!j.is_object() || j.contains("setting") || j.contains("figure") || j.contains("all") ||
            j.contains("not"))
            return;
        for (const auto& [name, value] : j.items()) {
            const std::string at = path + "/" + name;
            json without = whole;
            without[json::json_pointer(path)].erase(name);
            if (!optional.contains(at)) {
                EXPECT_TRUE(found(problems_of(without.dump()), at, "missing-field")) << at;
                ++missing;
            }
            self(self, value, at);
        }
    };
    walk(walk, whole, "");
    EXPECT_GT(missing, 100);
}

TEST(ProfileRead, TheTextItself) {
    const std::string text = good_text;
    EXPECT_TRUE(found(problems_of("{\"id\": \"a\", \"x\": {\"y\": 1, \"y\": 2}}"), "/x/y", "doubled-field"));
    EXPECT_TRUE(found(problems_of("{\"a\": [1, 2, }"), "/a/2", "not-json"));
    EXPECT_TRUE(found(problems_of(""), "", "not-json"));
    EXPECT_TRUE(found(problems_of("\"\xff\""), "", "not-json"));
    // What follows a NUL would be read by nobody.
    using namespace std::string_literals;
    EXPECT_TRUE(found(problems_of(good().dump() + "\0{\"id\": 1}"s), "", "not-json"));
    EXPECT_TRUE(found(problems_of("\0"s), "", "not-json"));
    EXPECT_TRUE(found(problems_of("[]"), "", "wrong-type"));
    EXPECT_TRUE(found(problems_of(std::string(600'000, ' ')), "", "too-large"));
    EXPECT_EQ(problems_of(std::string(100, '[')).at(0).code, "too-deep");
    json j = good();
    j["number"] = std::string(1001, 'x');
    EXPECT_TRUE(found(problems_of(j.dump()), "/number", "text-too-long"));
    j = good();
    j.erase("levels");
    j.erase("ballots");
    EXPECT_TRUE(found(problems_of(j.dump()), "", "no-levels"));
    j = good();
    for (int i = 0; i < 501; ++i) j["rules"].push_back(j["rules"][0]);
    EXPECT_TRUE(found(problems_of(j.dump()), "/rules", "too-many"));
}

TEST(ProfileRead, AllProblemsAtOnce) {
    json j = good();
    j["number"] = 1;
    j["rules"][0]["kind"] = "x";
    j["settings"][1]["mark"] = "x";
    EXPECT_GE(problems_of(j.dump()).size(), 3u);
}

TEST(ProfileRead, AnIdIsGivenOnce) {
    std::vector<RegulationProfile> known{*read_profile("a", good_text, {})};
    EXPECT_TRUE(found(problems_of(good_text, known), "/id", "id-taken"));
}

TEST(ProfileRead, WhatASettingSwitchesOffIsKeptApart) {
    json j = good();
    j["settings"][2]["value"] = false;
    j["settings"][0]["value"] = "three";
    j["rules"][4]["before"] = "none";
    const auto read = read_profile("x", j.dump(), {});
    ASSERT_TRUE(read) << shown(read.reason());
    ASSERT_EQ(read->off.size(), 3u);
    EXPECT_EQ(read->off[0].id, "file");
    EXPECT_EQ(read->off[1].id, "due");
    EXPECT_EQ(read->off[2].id, "many-no");
    EXPECT_TRUE(read->bands.empty());
    EXPECT_EQ(read->levels.size(), 3u);
}

}  // namespace
}  // namespace minhtin
