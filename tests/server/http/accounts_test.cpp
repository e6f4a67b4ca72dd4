// The first operator, and what an operator may do with accounts.
#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "server/app/setup.h"
#include "tests/server/support/test_server.h"

namespace minhtin::test {
namespace {

std::string setup_body(const std::string& token, const std::string& password = "ba mươi lá tre 5") {
    return R"({"token":")" + token + R"(","login":"quan-tri","name":"Quản Trị Thử","password":")" + password +
           R"(","organisation":"Cơ quan Thử"})";
}

TEST(Setup, TheTokenWorksOnceAndOnlyItsHashIsKept) {
    TestServer s;
    std::string old_token = new_setup_token(*s.world.registry, s.world.random).value();
    std::string token = new_setup_token(*s.world.registry, s.world.random).value();
    auto post = [&](const std::string& body) { return s.send("POST", "/api/v1/setup", body, {json}); };
    EXPECT_NE(s.send("GET", "/api/v1/info").body.find("\"setup_needed\":true"), std::string::npos);
    EXPECT_EQ(post(setup_body(old_token)).code(), "setup-token-wrong");
    EXPECT_EQ(post(setup_body(token, "ngắn")).code(), "password-too-short");
    EXPECT_EQ(post(setup_body(sha256_hex(token))).code(), "setup-token-wrong");
    Answer made = post(setup_body(token));
    EXPECT_EQ(made.status, 201);
    EXPECT_NE(made.body.find("\"roles\":[\"operator\"]"), std::string::npos);
    EXPECT_EQ(post(setup_body(token)).code(), "setup-done");
    EXPECT_FALSE(new_setup_token(*s.world.registry, s.world.random));
    std::string info = s.send("GET", "/api/v1/info").body;
    EXPECT_NE(info.find("\"setup_needed\":false"), std::string::npos);
    EXPECT_NE(info.find("Cơ quan Thử"), std::string::npos);
}

struct Accounts : testing::Test {
    TestServer s;
    std::string boss = s.session(Role::operator_);
    Answer create(const std::string& more, const std::string& login = "moi",
                  const std::string& password = "ba mươi lá tre 5") {
        return s.as(
            boss, "POST", "/api/v1/accounts",
            R"({"login":")" + login + R"(","name":"Người Mới","password":")" + password + "\"," + more + "}");
    }
};

TEST_F(Accounts, AreMadeListedAndChanged) {
    Answer made = create(R"("roles":["office","committee"])");
    ASSERT_EQ(made.status, 201) << made.body;
    std::string id = made.body.substr(7, 16);
    EXPECT_EQ(create(R"("roles":["office"])").code(), "login-taken");
    EXPECT_EQ(
        s.as(boss, "PATCH", "/api/v1/accounts/" + id, R"({"name":"Tên Khác","roles":["committee"]})").status,
        200);
    Answer list = s.as(boss, "GET", "/api/v1/accounts");
    EXPECT_NE(list.body.find("Tên Khác"), std::string::npos);
    EXPECT_EQ(list.body.find("argon2"), std::string::npos);
    std::string office = s.session(Role::office);
    EXPECT_EQ(s.as(office, "GET", "/api/v1/accounts/committee").body,
              R"({"accounts":[{"id":")" + id + R"(","name":"Tên Khác"}]})");
    s.as(boss, "PATCH", "/api/v1/accounts/" + id, R"({"disabled":true})");
    EXPECT_EQ(s.as(office, "GET", "/api/v1/accounts/committee").body, R"({"accounts":[]})");
}

TEST_F(Accounts, RefuseWhatDoesNotHoldTogether) {
    EXPECT_EQ(create(R"("roles":[])").code(), "roles-missing");
    EXPECT_EQ(create(R"("roles":["king"])").code(), "field-invalid");
    EXPECT_EQ(create(R"("roles":["office","office"])").code(), "field-invalid");
    EXPECT_EQ(create(R"("roles":["member"])").code(), "role-needs-person");
    EXPECT_EQ(create(R"("roles":["member"],"person_id":"nobody")").code(), "person-unknown");
    EXPECT_EQ(create(R"("roles":["residence"])").code(), "role-needs-committee");
    EXPECT_EQ(create(R"("roles":["residence"],"residence_committee_id":"none")").code(), "committee-unknown");
    EXPECT_EQ(create(R"("roles":["office"])", "Ab").code(), "login-invalid");
    EXPECT_EQ(create(R"("roles":["office"])", "có-dấu").code(), "login-invalid");
    EXPECT_EQ(s.as(boss, "PATCH", "/api/v1/accounts/nobody", "{}").code(), "account-unknown");
}

TEST_F(Accounts, RefusePasswordsThatAreGuessedFirst) {
    auto code = [&](const std::string& password) {
        return create(R"("roles":["office"])", "moi-den", password).code();
    };
    EXPECT_EQ(code("mười một ký"), "password-too-short");
    EXPECT_EQ(code(std::string(257, 'q')), "password-too-long");
    EXPECT_EQ(code("Mật khẩu của tôi"), "password-guessable");
    EXPECT_EQ(code("chi bộ 3 năm 2026"), "password-guessable");
    EXPECT_EQ(code("xx-MOI-DEN-2026-xx"), "password-guessable");
    EXPECT_EQ(code("người mới 2026!!"), "password-guessable");
    EXPECT_EQ(code("mười hai ký "), "");  // long enough, and blanks count
}

TEST_F(Accounts, TheLastOperatorStays) {
    auto me = s.as(boss, "GET", "/api/v1/session").body.substr(7, 16);
    EXPECT_EQ(s.as(boss, "PATCH", "/api/v1/accounts/" + me, R"({"disabled":true})").code(), "last-operator");
    EXPECT_EQ(s.as(boss, "PATCH", "/api/v1/accounts/" + me, R"({"roles":["office"]})").code(),
              "last-operator");
    s.session(Role::operator_);
    EXPECT_EQ(s.as(boss, "PATCH", "/api/v1/accounts/" + me, R"({"disabled":true})").status, 200);
}

}  // namespace
}  // namespace minhtin::test
