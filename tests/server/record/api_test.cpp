// People, campaigns, remarks and records over HTTP: what the office pages read and send.
#include <gtest/gtest.h>

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
    EXPECT_EQ(call(office, "GET", "/profiles").at("profiles").size(), 6u);
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

}  // namespace
}  // namespace minhtin::test
