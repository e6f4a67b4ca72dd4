// People, campaigns, remarks and records over HTTP: what the office pages read and send.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/server/record/world.h"
#include "tests/server/support/test_server.h"

namespace minhtin::test {
namespace {

using nlohmann::json;

struct RecordApi : testing::Test {
    TestServer s;
    int made = 0;  // before `office`, which is made with it
    std::string office = session(Role::office);

    std::string session(Roles roles, std::optional<std::string> person = {},
                        std::optional<std::string> committee = {}) {
        const Account account =
            s.world.add_account("login" + std::to_string(++made), roles, person, committee);
        return s.world.sessions.open(account.id, s.world.random, s.world.clock.instant());
    }
    json call(const std::string& token, const std::string& method, const std::string& path,
              const json& body = {}, int status = 200) {
        const Answer answer = s.as(token, method, "/api/v1" + path, body.is_null() ? "" : body.dump());
        EXPECT_EQ(answer.status, status) << method << " " << path << " " << answer.body;
        return answer.body.empty() ? json() : json::parse(answer.body);
    }
    std::string id_of(const std::string& code) {
        return s.world.registry->read([&](const RegistryTables& t) { return t.people->person_by_code(code); })
            .value()
            .id;
    }
    std::string committee_of(const std::string& code) {
        return s.world.registry->read([&](const RegistryTables& t) { return t.people->person_by_code(code); })
            .value()
            .residence_committee_id.value();
    }
    std::string import_and_start() {
        EXPECT_EQ(call(office, "POST", "/imports/people", {{"source", "thu.csv"}, {"text", small_list}})
                      .at("written"),
                  true);
        const json units = call(office, "GET", "/units").at("units");
        return call(office, "POST", "/campaigns",
                    {{"name", "Đợt thử"},
                     {"year", 2026},
                     {"root_unit_id", units[0].at("id")},
                     {"profile", "96-qd-tw"},
                     {"remark_due", "2026-12-05"}},
                    201)
            .at("id");
    }
};

TEST_F(RecordApi, ImportPreviewsThenWritesAllOrNothing) {
    const json body{{"source", "thu.csv"}, {"text", small_list}};
    const json preview = call(office, "POST", "/imports/people/preview", body);
    EXPECT_EQ(preview.at("summary").at("people_new"), 4);
    EXPECT_EQ(preview.at("columns")[2], (json{{"header", "Ngày sinh"}, {"field", "birth_day"}}));
    EXPECT_TRUE(call(office, "GET", "/people").at("people").empty());
    EXPECT_EQ(call(office, "POST", "/imports/people", body).at("written"), true);
    EXPECT_EQ(call(office, "POST", "/imports/people", body).at("summary").at("people_same"), 4);

    const json rows{{"source", "thu.xlsx"},
                    {"rows", {{"Mã", "Họ và tên", "Đơn vị", "Ngày sinh"}, {"T9", "Thử", "A", "31/2/1980"}}}};
    const json refused = call(office, "POST", "/imports/people", rows, 422);
    EXPECT_EQ(refused.at("code"), "import-has-problems");
    const json& problem = refused.at("details").at("problems")[0];
    EXPECT_EQ(problem.at("line"), 2);
    EXPECT_EQ(problem.at("column"), "Ngày sinh");
    EXPECT_EQ(problem.at("value"), "31/2/1980");
    EXPECT_EQ(problem.at("code"), "date-invalid");
    EXPECT_EQ(call(office, "POST", "/imports/people", {{"source", "x"}, {"text", ""}}, 422)
                  .at("details")
                  .at("problems")[0]
                  .at("code"),
              "csv-empty");
    for (const json& bad : {json{{"source", "x"}}, json{{"source", "x"}, {"rows", 3}},
                            json{{"source", "x"}, {"rows", {1}}}, json{{"source", "x"}, {"rows", {{1}}}}}) {
        call(office, "POST", "/imports/people/preview", bad, 422);
    }
}

TEST_F(RecordApi, TheLifeOfARemark) {
    const std::string campaign = import_and_start();
    const std::string ward = session(Role::residence, {}, committee_of("T1"));
    const std::string other_ward = session(Role::residence, {}, committee_of("T3"));
    const std::string member = session(Role::member, id_of("T1"));

    const json asked = call(
        office, "POST", "/campaigns/" + campaign + "/remark-requests",
        {{"due", "2026-12-05"},
         {"requests",
          {{{"person_id", id_of("T1")}}, {{"person_id", id_of("T4")}, {"exempt", {{"reason", "student"}}}}}}},
        201);
    EXPECT_EQ(asked.at("requests")[0].at("state"), "asked");
    EXPECT_EQ(asked.at("requests")[1].at("exempt").at("reason"), "student");
    EXPECT_TRUE(call(other_ward, "GET", "/residence/requests").at("requests").empty());
    const json seen = call(ward, "GET", "/residence/requests").at("requests")[0];
    EXPECT_EQ(seen.at("person").at("name"), "Nguyễn Văn Thử");
    EXPECT_EQ(seen.at("form").size(), 15u);
    EXPECT_TRUE(seen.at("draft").is_null());

    const std::string request = seen.at("id");
    const json fields = json::parse(fields_json(a_remark()));
    call(ward, "PUT", "/residence/requests/" + request + "/draft", {{"fields", {{"general", "dở dang"}}}},
         204);
    EXPECT_EQ(call(ward, "GET", "/residence/requests").at("requests")[0].at("draft").at("general"),
              "dở dang");
    const json remark{{"request_id", request},
                      {"fields", fields},
                      {"signed_by", {{"name", "Người Ký Thử"}, {"post", "Bí thư"}}}};
    const json sent = call(ward, "POST", "/remarks", remark, 201);
    EXPECT_EQ(sent.at("state"), "received");
    EXPECT_EQ(call(ward, "POST", "/remarks", remark, 201), sent);
    EXPECT_EQ(call(other_ward, "POST", "/remarks", remark, 404).at("code"), "request-unknown");
    // A NUL stands in no name and no sentence: readers that stop at it would not see the rest.
    const std::string nul("a\0b", 3);
    json hidden = remark;
    hidden["signed_by"]["name"] = nul;
    EXPECT_EQ(call(ward, "POST", "/remarks", hidden, 422).at("details").at("field"), "name");
    hidden = remark;
    hidden["request_id"] = nul;
    EXPECT_EQ(call(ward, "POST", "/remarks", hidden, 422).at("code"), "field-invalid");
    hidden = remark;
    hidden["fields"]["general"] = nul;
    EXPECT_EQ(call(ward, "POST", "/remarks", hidden, 422).at("details").at("field"), "general");
    hidden = remark;
    hidden["fields"][nul] = "x";
    EXPECT_EQ(call(ward, "POST", "/remarks", hidden, 422).at("code"), "form-invalid");
    const std::string drafts = "/residence/requests/" + request + "/draft";
    EXPECT_EQ(call(ward, "PUT", drafts, {{"fields", {{"general", nul}}}}, 422).at("details").at("field"),
              "general");

    const json record = call(member, "GET", "/records/" + campaign + "/" + id_of("T1"));
    EXPECT_EQ(record.at("file").at("entries"), 2);
    EXPECT_EQ(record.at("file").at("head"), sent.at("entry").at("hash"));
    EXPECT_EQ(record.at("file").at("missing")[0].at("channel"), "self-review");
    const json& entry = record.at("entries")[1];
    EXPECT_EQ(entry.at("kind"), "remark");
    EXPECT_EQ(entry.at("content").at("fields"), fields);
    EXPECT_EQ(entry.at("source"),
              (json{{"kind", "residence-committee"}, {"text", "Chi bộ Thử Một, Phường Mẫu"}}));
    EXPECT_TRUE(entry.at("superseded_by").is_null());
    call(member, "GET", "/records/" + campaign + "/" + id_of("T2"), {}, 403);
    call(ward, "GET", "/records/" + campaign + "/" + id_of("T1"), {}, 403);
    EXPECT_EQ(call(member, "GET", "/my/records").at("records")[0].at("campaign_id"), campaign);
}

TEST_F(RecordApi, CampaignsAndSelfReview) {
    const std::string campaign = import_and_start();
    const std::string member = session(Role::member, id_of("T2"));
    EXPECT_EQ(call(office, "GET", "/profiles").at("profiles").size(), 8u);
    EXPECT_EQ(call(office, "GET", "/campaigns").at("campaigns")[0].at("people"), 4);
    const json view = call(member, "GET", "/campaigns/" + campaign);
    EXPECT_EQ(view.at("channels")[0].at("id"), "self-review");
    EXPECT_EQ(view.at("channels")[0].at("form")[0].at("kind"), "paragraph");
    const json fields = json::parse(fields_json(a_self_review()));
    EXPECT_EQ(call(member, "POST", "/campaigns/" + campaign + "/self-review", {{"fields", fields}}, 201)
                  .at("version"),
              1);
    json incomplete = fields;
    incomplete.erase("duties");
    const json refused =
        call(member, "POST", "/campaigns/" + campaign + "/self-review", {{"fields", incomplete}}, 422);
    EXPECT_EQ(refused.at("code"), "form-incomplete");
    EXPECT_EQ(refused.at("details").at("field"), "duties");
    call(member, "POST", "/campaigns/" + campaign + "/self-review", {{"fields", {{"duties", {1}}}}}, 422);
    int received = 0;
    const json people = call(office, "GET", "/campaigns/" + campaign + "/people").at("people");
    for (const json& p : people) received += p.at("channels").at("self-review") == "received";
    EXPECT_EQ(received, 1);
    EXPECT_EQ(call(office, "GET", "/campaigns/nowhere", {}, 404).at("code"), "campaign-unknown");
    for (const char* field : {"name", "root_unit_id", "profile"}) {
        json hidden{{"name", "x"},
                    {"year", 2026},
                    {"root_unit_id", "y"},
                    {"profile", "96-qd-tw"},
                    {"remark_due", "2026-12-05"}};
        hidden[field] = std::string("a\0b", 3);
        const json said = call(office, "POST", "/campaigns", hidden, 422);
        EXPECT_EQ(said.at("code"), "field-invalid");
        EXPECT_EQ(said.at("details").at("field"), field);
    }
    EXPECT_EQ(call(office, "POST", "/campaigns",
                   {{"name", "x"},
                    {"year", 2026},
                    {"root_unit_id", "y"},
                    {"profile", "no"},
                    {"remark_due", "2026-12-05"}},
                   422)
                  .at("code"),
              "profile-unknown");
    const json late{{"due", "2026-11-01"}, {"requests", json::array()}};
    EXPECT_EQ(call(office, "POST", "/campaigns/" + campaign + "/remark-requests", late, 422).at("code"),
              "due-past");
}

TEST_F(RecordApi, WhatIsStatedIsJudged) {
    const std::string campaign = import_and_start();
    const std::string member = session(Role::member, id_of("T1"));
    const std::string ward = session(Role::residence, {}, committee_of("T1"));
    const std::string record = "/records/" + campaign + "/" + id_of("T1");

    const json topics = call(member, "GET", "/campaigns/" + campaign + "/topics");
    EXPECT_EQ(topics.at("rules").at("number"), "366-QĐ/TW");
    EXPECT_EQ(topics.at("rules").at("levels")[3].at("id"), "failed");
    const auto tasks = std::find_if(topics.at("topics").begin(), topics.at("topics").end(),
                                    [](const json& t) { return t.at("id") == "tasks"; });
    ASSERT_NE(tasks, topics.at("topics").end());
    EXPECT_EQ(tasks->at("vi"), "Nhiệm vụ được giao");
    EXPECT_EQ(tasks->at("fields")[0].at("type"), "number");

    const json wrong =
        call(office, "POST", record + "/statements", {{"topic", "tasks"}, {"says", {{"late", "bốn"}}}}, 422);
    EXPECT_EQ(wrong.at("code"), "statement-invalid");
    EXPECT_EQ(wrong.at("details").at("field"), "/says/late");
    for (const json& bad : {json{{"topic", "no-such"}, {"says", json::object()}}, json{{"topic", "tasks"}},
                            json{{"topic", "tasks"}, {"says", {{"lates", "4"}}}},
                            json{{"topic", "tasks"}, {"says", {{"late", 1.5}}}},
                            json{{"topic", std::string("tasks\0", 6)}, {"says", {{"late", "4"}}}},
                            json{{"topic", "rated-at"}, {"says", {{"post", std::string("a\0b", 3)}}}},
                            json{{"topic", "level:proposal"}, {"says", {{"level", "xuatsac"}}}},
                            json{{"topic", "tasks"}, {"says", json::object()}, {"voter", "x"}}}) {
        for (const char* operation : {"/statements", "/what-if"}) {
            EXPECT_EQ(call(office, "POST", record + operation, bad, 422).at("code"), "statement-invalid")
                << bad.dump();
        }
    }
    const json few{
        {"topic", "rating-vote"},
        {"says",
         {{"collected", "4"}, {"excellent", "3"}, {"good", "1"}, {"completed", "0"}, {"failed", "0"}}}};
    EXPECT_EQ(call(office, "POST", record + "/statements", few, 422).at("code"), "too-few-counted");
    const json late{{"topic", "tasks"}, {"says", {{"assigned", "20"}, {"on_time", "16"}, {"late", "4"}}}};
    for (const std::string& who : {member, ward}) {
        call(who, "POST", record + "/statements", late, 403);
        call(who, "POST", record + "/what-if", late, 403);
    }
    const json would = call(office, "POST", record + "/what-if", late);
    EXPECT_FALSE(would.at("come").empty());
    const auto would_be = std::find_if(would.at("come").begin(), would.at("come").end(),
                                       [](const json& f) { return f.at("rule") == "tasks-excellent"; });
    ASSERT_NE(would_be, would.at("come").end());
    EXPECT_EQ(would_be->at("figures")[0].at("entries"), json::array({"new"}));
    EXPECT_EQ(call(office, "POST", record + "/statements", late, 201).at("seq"), 1);

    const json verdict = call(member, "GET", record + "/findings");
    EXPECT_EQ(verdict.at("rules").at("number"), "366-QĐ/TW");
    // 16 of 20 in time is not all; that of two people none may be best is not for one of them to see.
    EXPECT_EQ(verdict.at("levels")[0],
              (json{{"level", "excellent"}, {"state", "forbidden"}, {"why", {"tasks-excellent"}}}));
    EXPECT_EQ(verdict.at("caps_shown"), false);
    const json whole = call(office, "GET", record + "/findings");
    EXPECT_EQ(whole.at("levels")[0].at("why"), json({"cap-excellent", "tasks-excellent"}));
    EXPECT_EQ(whole.at("caps_shown"), true);
    const json& findings = verdict.at("findings");
    const auto in_time = std::find_if(findings.begin(), findings.end(),
                                      [](const json& f) { return f.at("rule") == "tasks-excellent"; });
    ASSERT_NE(in_time, findings.end());
    EXPECT_EQ(in_time->at("article"), "366-QĐ/TW Điều 11");
    for (const json& figure : in_time->at("figures")) EXPECT_EQ(figure.at("entries"), json::array({"1"}));
    EXPECT_EQ(verdict.at("unit").at("name"), "Phòng Một");
    const json entry = call(member, "GET", record).at("entries")[0];
    EXPECT_EQ(entry.at("kind"), "statement");
    EXPECT_EQ(entry.at("channel"), "stated-facts");
    EXPECT_EQ(entry.at("content"), late);
    call(ward, "GET", record + "/findings", {}, 403);
    call(member, "GET", "/records/" + campaign + "/" + id_of("T2") + "/findings", {}, 403);

    const json units = call(office, "GET", "/units").at("units");
    const std::string old = call(office, "POST", "/campaigns",
                                 {{"name", "Đợt cũ"},
                                  {"year", 2010},
                                  {"root_unit_id", units[0].at("id")},
                                  {"profile", "96-qd-tw"},
                                  {"remark_due", "2026-12-05"}},
                                 201)
                                .at("id");
    EXPECT_EQ(call(office, "GET", "/campaigns/" + old + "/topics", {}, 404).at("code"),
              "no-rating-regulation");

    const std::string unit = verdict.at("unit").at("id");
    call(member, "GET", "/campaigns/" + campaign + "/units/" + unit + "/findings", {}, 403);
    const json of_unit = call(office, "GET", "/campaigns/" + campaign + "/units/" + unit + "/findings");
    EXPECT_EQ(of_unit.at("unit"), (json{{"id", unit}, {"name", "Phòng Một"}, {"tier", "cell"}}));
    ASSERT_EQ(of_unit.at("people").size(), 2u);
    EXPECT_EQ(of_unit.at("people")[1].at("counts").at("forbids"), 3);
    EXPECT_EQ(call(office, "GET", "/campaigns/" + campaign + "/units/nowhere/findings", {}, 404).at("code"),
              "unit-unknown");
}

}  // namespace
}  // namespace minhtin::test
