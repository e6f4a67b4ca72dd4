// Signing in and out: the cookie, the life of a session, requests made by other sites.
#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "server/app/sign_in.h"
#include "tests/server/support/test_server.h"

namespace minhtin::test {
namespace {

std::string login_body(const std::string& login, const std::string& password) {
    return "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}";
}

Answer sign_in_as(const TestServer& s, const std::string& login) {
    return s.send("POST", "/api/v1/session", login_body(login, TestApp::password), {json});
}

std::string token_of(const Answer& a) {
    std::string cookie = a.header("set-cookie");
    std::size_t from = cookie.find('=') + 1;
    return cookie.substr(from, cookie.find(';') - from);
}

TEST(Session, TheCookieHasEveryAttribute) {
    TestServer s;
    s.world.add_account("van-phong", Role::office);
    Answer a = sign_in_as(s, "van-phong");
    ASSERT_EQ(a.status, 200);
    std::string token = token_of(a);
    EXPECT_EQ(a.header("set-cookie"),
              "__Host-minhtin=" + token + "; Path=/; Secure; HttpOnly; SameSite=Strict");
    EXPECT_EQ(token.size(), 64u);
    EXPECT_NE(token_of(sign_in_as(s, "van-phong")), token);
    EXPECT_EQ(a.body.find("password"), std::string::npos);
    Answer me = s.as(token, "GET", "/api/v1/session");
    EXPECT_EQ(me.status, 200);
    EXPECT_EQ(me.headers.count("set-cookie"), 0u);
}

TEST(Session, OnlyTheHashIsKept) {
    TestServer s;
    std::string token = s.session(Role::office);
    // A hash that was stolen from the server's memory is no session.
    EXPECT_EQ(s.as(sha256_hex(token), "GET", "/api/v1/session").status, 401);
}

TEST(Session, ATokenThatTheClientChoseIsNotTaken) {
    TestServer s;
    s.world.add_account("van-phong", Role::office);
    std::string chosen(64, 'a');
    Answer a = s.send("POST", "/api/v1/session", login_body("van-phong", TestApp::password),
                      {json, "Cookie: __Host-minhtin=" + chosen});
    EXPECT_NE(token_of(a), chosen);
    EXPECT_EQ(s.as(chosen, "GET", "/api/v1/session").status, 401);
}

TEST(Session, EndsWhenIdleAndAfterEightHours) {
    TestServer s;
    std::string token = s.session(Role::office);
    auto alive = [&] { return s.as(token, "GET", "/api/v1/session").status == 200; };
    s.world.clock.now += std::chrono::minutes(30);
    EXPECT_TRUE(alive());
    s.world.clock.now += std::chrono::minutes(30) + std::chrono::seconds(1);
    EXPECT_FALSE(alive());

    token = s.session(Role::office);
    for (int i = 0; i < 16; ++i) {
        s.world.clock.now += std::chrono::minutes(30);
        EXPECT_TRUE(alive()) << i;
    }
    s.world.clock.now += std::chrono::seconds(1);
    EXPECT_FALSE(alive());
}

TEST(Session, EndsAtSignOut) {
    TestServer s;
    std::string token = s.session(Role::office);
    Answer out = s.as(token, "DELETE", "/api/v1/session");
    EXPECT_EQ(out.status, 204);
    EXPECT_NE(out.header("set-cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(s.as(token, "GET", "/api/v1/session").code(), "not-signed-in");
}

TEST(Session, EndsWhenPasswordRolesOrAccountChange) {
    TestServer s;
    std::string boss = s.session(Role::operator_);
    for (const char* change :
         {"{\"disabled\":true}", "{\"roles\":[\"inspector\"]}", "{\"password\":\"bốn mươi con sóc 9\"}"}) {
        Account a = s.world.add_account("nguoi-" + random_hex(s.world.random, 3), Role::office);
        std::string token = token_of(sign_in_as(s, a.login));
        ASSERT_EQ(s.as(token, "GET", "/api/v1/session").status, 200);
        ASSERT_EQ(s.as(boss, "PATCH", "/api/v1/accounts/" + a.id, change).status, 200) << change;
        EXPECT_EQ(s.as(token, "GET", "/api/v1/session").status, 401) << change;
    }
}

TEST(Session, ChangingOnesPasswordEndsEverySession) {
    TestServer s;
    s.world.add_account("van-phong", Role::office);
    std::string one = token_of(sign_in_as(s, "van-phong"));
    std::string two = token_of(sign_in_as(s, "van-phong"));
    auto change = [&](const std::string& from, const std::string& to) {
        return s.as(one, "POST", "/api/v1/session/password",
                    "{\"old\":\"" + from + "\",\"new\":\"" + to + "\"}");
    };
    EXPECT_EQ(change("sai rồi sai rồi", "bốn mươi con sóc 9").code(), "password-wrong");
    EXPECT_EQ(change(TestApp::password, "ngắn").code(), "password-too-short");
    EXPECT_EQ(change(TestApp::password, "bốn mươi con sóc 9").status, 204);
    EXPECT_EQ(s.as(one, "GET", "/api/v1/session").status, 401);
    EXPECT_EQ(s.as(two, "GET", "/api/v1/session").status, 401);
    EXPECT_EQ(sign_in_as(s, "van-phong").status, 401);
}

TEST(Session, UnknownDisabledAndWrongLookTheSame) {
    TestServer s;
    Account gone = s.world.add_account("nghi-viec", Role::office);
    gone.disabled = true;
    s.world.registry->write([&](RegistryTables& t) { t.accounts->update(gone); });
    s.world.add_account("van-phong", Role::office);
    Answer wrong = s.send("POST", "/api/v1/session", login_body("van-phong", "không phải mật khẩu"), {json});
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(sign_in_as(s, "nghi-viec").body, wrong.body);
    EXPECT_EQ(sign_in_as(s, "khong-co-ai").body, wrong.body);
}

TEST(Session, FiveWrongGuessesAMinuteThenAPauseForThisPlaceOnly) {
    TestServer s;
    s.world.add_account("van-phong", Role::office);
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(s.send("POST", "/api/v1/session", login_body("van-phong", "x"), {json}).status, 401);
    }
    Answer paused = sign_in_as(s, "van-phong");
    EXPECT_EQ(paused.code(), "too-many-requests");
    EXPECT_EQ(paused.header("retry-after"), "60");
    s.world.clock.now += std::chrono::seconds(60);
    EXPECT_EQ(sign_in_as(s, "van-phong").status, 200);
}

// Others who guess from everywhere cost the owner nothing but, at a place with a wrong guess, a minute.
TEST(Session, StrangersCannotKeepTheOwnerOut) {
    TestServer s;
    s.world.add_account("chu-tri", Role::committee);
    const auto from = [&](const std::string& place, const char* password) {
        return sign_in(s.world.app, "chu-tri", password, place, s.world.clock.now);
    };
    for (int place = 0; place < 12; ++place) {
        for (int i = 0; i < 5; ++i) EXPECT_FALSE(from("place " + std::to_string(place), "x"));
    }
    EXPECT_TRUE(from("a clean place", TestApp::password));
    EXPECT_EQ(from("another", "x").reason(), Refusal(Reason::login_wrong));
    EXPECT_EQ(from("another", TestApp::password).reason(), Refusal(Reason::too_many_requests));
}

TEST(CrossSite, StateChangesNeedOurHeaderAndOurOrigin) {
    TestServer s;
    std::string token = s.session(Role::operator_);
    std::string cookie = "Cookie: __Host-minhtin=" + token;
    auto code = [&](const std::vector<std::string>& headers) {
        std::vector<std::string> all{json, cookie};
        all.insert(all.end(), headers.begin(), headers.end());
        return s.send("POST", "/api/v1/accounts", "{}", all).code();
    };
    EXPECT_EQ(code({}), "cross-site");
    EXPECT_EQ(code({"X-Minhtin: 0"}), "cross-site");
    EXPECT_EQ(code({"X-Minhtin: 1", "Origin: https://elsewhere.test"}), "cross-site");
    EXPECT_EQ(code({"X-Minhtin: 1", "Origin: null"}), "cross-site");
    EXPECT_EQ(code({"X-Minhtin: 1", "Origin: https://minhtin.test.elsewhere.test"}), "cross-site");
    EXPECT_EQ(code({"X-Minhtin: 1", "Sec-Fetch-Site: cross-site"}), "cross-site");
    EXPECT_EQ(code({"X-Minhtin: 1", "Sec-Fetch-Site: same-site"}), "cross-site");
    EXPECT_EQ(code({"X-Minhtin: 1"}), "field-missing");
    EXPECT_EQ(code({"X-Minhtin: 1", "Origin: https://minhtin.test", "Sec-Fetch-Site: same-origin"}),
              "field-missing");
    EXPECT_EQ(
        s.send("POST", "/api/v1/accounts", "{}", {"Content-Type: text/plain", cookie, "X-Minhtin: 1"}).code(),
        "media-type");
    EXPECT_EQ(s.send("DELETE", "/api/v1/session", "", {cookie}).code(), "cross-site");
    // Signing somebody in from elsewhere is refused too.
    EXPECT_EQ(s.send("POST", "/api/v1/session", "{}", {json, "Origin: https://elsewhere.test"}).code(),
              "cross-site");
}

TEST(CrossSite, AReadingRequestNeedsNoHeader) {
    TestServer s;
    std::string token = s.session(Role::operator_);
    EXPECT_EQ(
        s.send("GET", "/api/v1/accounts", "", {"Cookie: a=b; __Host-minhtin=" + token + "; c=d"}).status,
        200);
    EXPECT_EQ(s.send("GET", "/api/v1/accounts", "", {"Cookie: x__Host-minhtin=" + token}).status, 401);
    EXPECT_EQ(s.send("GET", "/api/v1/accounts", "", {"Cookie: minhtin=" + token}).status, 401);
}

}  // namespace
}  // namespace minhtin::test
