// Security headers on every response: all routes, all errors, all pages.
#include <gtest/gtest.h>

#include <set>

#include "server/http/security_headers.h"
#include "tests/server/support/test_server.h"

namespace minhtin::test {
namespace {

void expect_headers(const Answer& a, const std::string& what) {
    ASSERT_NE(a.status, 0) << what;
    for (auto& [name, value] : http::security_headers) {
        std::string lower(name);
        for (char& c : lower) {
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        EXPECT_EQ(a.headers.count(lower), 1u) << what << ": " << name;
        EXPECT_EQ(a.header(lower), value) << what;
    }
    EXPECT_EQ(a.headers.count("cache-control"), 1u) << what;
    EXPECT_EQ(a.headers.count("server"), 0u) << what;
    EXPECT_EQ(a.headers.count("access-control-allow-origin"), 0u) << what;
    EXPECT_EQ(a.headers.count("exception_what"), 0u) << what;
}

std::string filled(std::string_view pattern) {
    std::string path = "/api/v1" + std::string(pattern);
    for (std::size_t at; (at = path.find('{')) != std::string::npos;) {
        path.replace(at, path.find('}') - at + 1, "1");
    }
    return path;
}

TEST(Headers, EveryRouteForAStrangerAndForTheSignedIn) {
    TestServer s;
    std::string everything = s.session(Roles::from_bits(63));
    for (const http::Route& route : http::all_routes()) {
        std::string method(http::method_name(route.method));
        std::string path = filled(route.path);
        SCOPED_TRACE(method + " " + path);
        Answer stranger =
            s.send(method, path, route.body_limit > 0 ? "{}" : "", {"Content-Type: application/json"});
        expect_headers(stranger, "stranger");
        if (stranger.status >= 400) {
            EXPECT_EQ(stranger.header("content-type"), "application/problem+json");
            EXPECT_NE(stranger.code(), "");
            EXPECT_NE(stranger.code(), "internal-error");
        }
        if (route.path != "/session" || route.method != http::Method::delete_) {
            Answer known = s.as(everything, method, path, route.body_limit > 0 ? "{}" : "");
            expect_headers(known, "signed in");
            EXPECT_NE(known.status, 500);
        }
    }
}

TEST(Headers, EveryKindOfError) {
    TestServer s;
    expect_headers(s.send("GET", "/nothing"), "404 page");
    expect_headers(s.send("GET", "/api/v1/nothing"), "404");
    expect_headers(s.send("TRACE", "/api/v1/info"), "405");
    expect_headers(s.raw("nonsense\r\n\r\n"), "400 request line");
    expect_headers(s.send("GET", "/api/v1/info", "", std::vector<std::string>(80, "X: 1")), "400 headers");
    expect_headers(s.send("GET", "/api/v1/info?" + std::string(4000, 'a')), "414");
    expect_headers(s.send("GET", "/api/v1/info", "", {"Range: bytes=x-y"}), "416");
    expect_headers(s.raw("POST /api/v1/session HTTP/1.1\r\nHost: m\r\nContent-Type: application/json\r\n"
                         "Content-Length: 99999999999\r\n\r\n"),
                   "413");
    expect_headers(s.send("POST", "/api/v1/session", "x", {"Content-Encoding: gzip"}), "415");
}

// The table itself: the other tests only say that all of it is sent.
TEST(Headers, ForbidWhatAPageDoesNotNeed) {
    TestServer s;
    Answer a = s.send("GET", "/");
    std::string policy = a.header("content-security-policy");
    std::set<std::string> rules;
    for (std::size_t at = 0; at < policy.size();) {
        std::size_t end = std::min(policy.find("; ", at), policy.size());
        rules.insert(policy.substr(at, end - at));
        at = end + 2;
    }
    for (const char* rule : {"default-src 'none'", "script-src 'self'", "style-src 'self'",
                             "connect-src 'self'", "base-uri 'none'", "form-action 'self'",
                             "frame-ancestors 'none'", "require-trusted-types-for 'script'"}) {
        EXPECT_TRUE(rules.contains(rule)) << rule;
    }
    for (const char* hole : {"unsafe-", "*", "http", "blob:"}) {
        EXPECT_EQ(policy.find(hole), std::string::npos) << hole;
    }
    EXPECT_EQ(a.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(a.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(a.header("cross-origin-opener-policy"), "same-origin");
    EXPECT_EQ(a.header("cross-origin-resource-policy"), "same-origin");
    EXPECT_EQ(a.header("cross-origin-embedder-policy"), "require-corp");
    EXPECT_TRUE(a.header("strict-transport-security").starts_with("max-age=63072000"));
    EXPECT_TRUE(a.header("permissions-policy").starts_with("camera=(self), geolocation=(), microphone=()"));
}

TEST(Headers, EveryPage) {
    TestServer s;
    for (const char* path : {"/", "/b/abc123", "/v/abc123", "/t/", "/s/", "/assets/booth-1.js"}) {
        Answer a = s.send("GET", path);
        EXPECT_EQ(a.status, 200) << path;
        expect_headers(a, path);
        bool asset = std::string_view(path).starts_with("/assets/");
        EXPECT_EQ(a.header("cache-control"), asset ? "public, max-age=31536000, immutable" : "no-store")
            << path;
        EXPECT_EQ(a.headers.count("set-cookie"), 0u) << path;
        EXPECT_EQ(s.send("HEAD", path).status, 200) << path;
    }
    EXPECT_EQ(s.send("GET", "/b/../x").status, 404);
    EXPECT_EQ(s.send("GET", "/b/").status, 404);
}

TEST(Headers, ARangeIsNotTakenApart) {
    TestServer s;
    Answer a = s.send("GET", "/", "", {"Range: bytes=0-3"});
    EXPECT_EQ(a.status, 200);
    EXPECT_GT(a.body.size(), 4u);
}

}  // namespace
}  // namespace minhtin::test
