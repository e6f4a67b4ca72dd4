// Who may call what: permissions.txt says it in one place, the table must say the same, and the server must
// do it.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "crypto/hash.h"
#include "server/http/account_json.h"
#include "tests/server/support/test_server.h"

namespace minhtin::test {
namespace {

// "POST /votes/{uuid}/open" -> the words of its line: anybody, trustee, slips, or role names.
std::map<std::string, std::set<std::string>> permissions() {
    std::map<std::string, std::set<std::string>> all;
    std::ifstream in(MINHTIN_SOURCE_DIR "/tests/server/http/permissions.txt");
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        std::istringstream words(line);
        std::string method, path, who;
        words >> method >> path;
        while (words >> who) {
            all[method + " " + path].insert(who);
        }
    }
    return all;
}

std::set<std::string> words_of(http::Access access) {
    switch (access.kind()) {
        case http::Access::Kind::open:
            return {"anybody"};
        case http::Access::Kind::trustee:
            return {"trustee"};
        case http::Access::Kind::slips:
            return {"slips"};
        case http::Access::Kind::session:
            break;
    }
    std::set<std::string> roles;
    for (Role r : all_roles) {
        if (access.allowed().has(r)) {
            roles.emplace(http::role_name(r));
        }
    }
    return roles;
}

std::string name_of(const http::Route& route) {
    return std::string(http::method_name(route.method)) + " " + std::string(route.path);
}

std::string path_of(const http::Route& route) {
    std::string path = "/api/v1" + std::string(route.path);
    for (std::size_t at; (at = path.find('{')) != std::string::npos;) {
        path.replace(at, path.find('}') - at + 1, "1");
    }
    return path;
}

TEST(Permissions, TheTableSaysWhatTheFileSays) {
    auto expected = permissions();
    for (const http::Route& route : http::all_routes()) {
        EXPECT_EQ(words_of(route.access), expected[name_of(route)]) << name_of(route);
        expected.erase(name_of(route));
    }
    for (auto& [route, who] : expected) {
        ADD_FAILURE() << "permissions.txt names a route that does not exist: " << route;
    }
}

TEST(Permissions, TheServerDoesIt) {
    TestServer s;
    auto expected = permissions();
    for (const http::Route& route : http::all_routes()) {
        const auto& who = expected[name_of(route)];
        std::string method(http::method_name(route.method));
        std::string path = path_of(route);
        std::string body = route.body_limit > 0 ? "{}" : "";
        SCOPED_TRACE(name_of(route));
        if (who.contains("anybody")) {
            continue;
        }
        bool by_token = who.contains("trustee") || who.contains("slips");
        EXPECT_EQ(s.send(method, path, body, {"Content-Type: application/json"}).code(),
                  by_token ? "link-invalid" : "not-signed-in");
        for (Role role : all_roles) {
            Answer a = s.as(s.session(role), method, path, body);
            if (by_token) {
                EXPECT_EQ(a.code(), "link-invalid") << http::role_name(role);
            } else if (who.contains(std::string(http::role_name(role)))) {
                EXPECT_NE(a.code(), "not-signed-in") << http::role_name(role);
                EXPECT_NE(a.status, 500) << http::role_name(role);
            } else {
                EXPECT_EQ(a.code(), "not-allowed") << http::role_name(role);
            }
        }
    }
}

TEST(Permissions, AnInvitationOpensItsOwnDoorOnly) {
    TestServer s;
    s.world.registry->write([](RegistryTables& t) {
        t.invitations->replace({"some-vote", Invitation::Target::trustee, 1}, sha256_hex("for-a-trustee"));
        t.invitations->replace({"some-vote", Invitation::Target::slips, 0}, sha256_hex("for-the-printer"));
    });
    auto code = [&](const std::string& path, const std::string& token) {
        return s.send("GET", path, "", {"Authorization: Bearer " + token}).code();
    };
    EXPECT_EQ(code("/api/v1/trustee", "for-the-printer"), "link-invalid");
    EXPECT_EQ(code("/api/v1/slips", "for-a-trustee"), "link-invalid");
    EXPECT_EQ(code("/api/v1/slips", ""), "link-invalid");
    EXPECT_NE(code("/api/v1/slips", "for-the-printer"), "link-invalid");
}

TEST(Permissions, OpenRoutesLookAtNoCookie) {
    TestServer s;
    std::string token = s.session(Role::operator_);
    s.world.clock.now += std::chrono::minutes(29);
    s.send("GET", "/api/v1/info", "", {"Cookie: __Host-minhtin=" + token});
    s.world.clock.now += std::chrono::minutes(2);
    // The open route did not keep the session alive: it never read the cookie.
    EXPECT_EQ(s.as(token, "GET", "/api/v1/session").status, 401);
}

}  // namespace
}  // namespace minhtin::test
