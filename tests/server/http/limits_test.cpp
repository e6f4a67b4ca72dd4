// What one request may cost, with the weaknesses that servers of this kind have had.
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/app/setup.h"
#include "tests/server/support/test_server.h"

namespace minhtin::test {
namespace {

const std::string login_path = "/api/v1/session";
std::string post_head(const std::string& extra) {
    return "POST " + login_path + " HTTP/1.1\r\nHost: minhtin.test\r\n" + json + "\r\n" + extra + "\r\n";
}

TEST(Limits, BodyByContentLength) {
    TestServer s;
    Answer a = s.send("POST", login_path, std::string(http::small_body + 1, ' '), {json});
    EXPECT_EQ(a.status, 413);
    EXPECT_EQ(a.code(), "body-too-large");
    EXPECT_EQ(s.send("POST", login_path, std::string(http::small_body, ' '), {json}).code(), "bad-json");
}

TEST(Limits, ABodyFarBeyondEveryLimitIsRefusedWithoutBeingRead) {
    TestServer s;
    Answer a = s.raw(post_head("Content-Length: 999999999999\r\n"));
    EXPECT_EQ(a.status, 413);
    EXPECT_EQ(a.code(), "body-too-large");
}

TEST(Limits, ChunkedBodiesCountToo) {
    TestServer s;
    std::string chunk = "4000\r\n" + std::string(0x4000, ' ') + "\r\n";
    EXPECT_EQ(s.raw(post_head("Transfer-Encoding: chunked\r\n") + chunk + "1\r\n \r\n0\r\n\r\n").status, 413);
    EXPECT_EQ(s.raw(post_head("Transfer-Encoding: chunked\r\n") + chunk + "0\r\n\r\n").code(), "bad-json");
    EXPECT_NE(s.raw(post_head("Transfer-Encoding: chunked\r\n") + "-5\r\nabc\r\n0\r\n\r\n").status, 200);
}

TEST(Limits, AChunkedBodyFarBeyondEveryLimitIsNotReadToItsEnd) {
    TestServer s;
    const std::string head = post_head("Transfer-Encoding: chunked\r\n");
    const std::string chunk = "100000\r\n" + std::string(0x100000, ' ') + "\r\n";
    int fd = s.connect();
    ASSERT_EQ(::send(fd, head.data(), head.size(), MSG_NOSIGNAL), static_cast<ssize_t>(head.size()));
    int taken = 0;  // megabytes; the connection's own buffers hold a few of them
    while (taken < 100 && ::send(fd, chunk.data(), chunk.size(), MSG_NOSIGNAL) > 0) {
        ++taken;
    }
    EXPECT_LT(taken, 100);
    ::close(fd);
}

TEST(Limits, LengthAndTransferEncodingTogetherAreRefused) {
    TestServer s;
    EXPECT_EQ(s.raw(post_head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n").status,
              400);
    EXPECT_EQ(s.raw(post_head("Content-Length: 5\r\nContent-Length: 6\r\n") + "{\"a\":1}").status, 400);
}

TEST(Limits, CompressedBodiesAreRefusedOnEveryRoute) {
    TestServer s;
    EXPECT_EQ(s.send("POST", login_path, "x", {json, "Content-Encoding: gzip"}).code(), "encoding-refused");
    EXPECT_EQ(s.send("POST", login_path, "x", {json, "Content-Encoding: identity"}).code(),
              "encoding-refused");
    EXPECT_EQ(s.send("GET", "/api/v1/info", "", {"Content-Encoding: br"}).code(), "encoding-refused");
}

TEST(Limits, AGetWithABodyIsRefusedAndTheConnectionEnds) {
    TestServer s;
    // If the body were left in the connection it would be the next request.
    Answer a = s.raw(
        "GET /api/v1/info HTTP/1.1\r\nHost: minhtin.test\r\nContent-Length: 44\r\n\r\n"
        "GET /api/v1/units HTTP/1.1\r\nHost: minhtin\r\n\r\n");
    EXPECT_EQ(a.status, 400);
    EXPECT_EQ(a.header("connection"), "close");
    EXPECT_EQ(a.body.find("HTTP/1.1"), std::string::npos);
}

TEST(Limits, OneRequestAConnection) {
    TestServer s;
    std::string one = "GET /api/v1/info HTTP/1.1\r\nHost: minhtin.test\r\n\r\n";
    Answer a = s.raw(one + one);
    EXPECT_EQ(a.status, 200);
    EXPECT_EQ(a.header("connection"), "close");
    EXPECT_EQ(a.body.find("HTTP/1.1"), std::string::npos);
}

TEST(Limits, HeadersAreBoundedInNumberAndLength) {
    TestServer s;
    std::vector<std::string> many(http::max_headers, "X-A: 1");  // and Host
    EXPECT_EQ(s.send("GET", "/api/v1/info", "", many).status, 400);
    std::vector<std::string> enough(http::max_headers - 1, "X-A: 1");
    EXPECT_EQ(s.send("GET", "/api/v1/info", "", enough).status, 200);
    Answer a = s.send("GET", "/api/v1/info", "", {"X-A: " + std::string(20'000, 'a')});
    EXPECT_TRUE(a.status == 400 || a.status == 0) << a.status;
}

TEST(Limits, AddressesAreBounded) {
    TestServer s;
    EXPECT_EQ(s.send("GET", "/api/v1/people?q=" + std::string(3000, 'a')).status, 414);
    Answer a = s.send("GET", "/" + std::string(100'000, 'a'));
    EXPECT_TRUE(a.status == 414 || a.status == 400 || a.status == 0) << a.status;
}

TEST(Limits, AQueryNameMayStandOnce) {
    TestServer s;
    EXPECT_EQ(s.send("GET", "/api/v1/info?a=1&a=2").code(), "bad-request");
}

TEST(Limits, ABodyMustBeJson) {
    TestServer s;
    EXPECT_EQ(s.send("POST", login_path, "{}", {"Content-Type: text/plain"}).code(), "media-type");
    EXPECT_EQ(s.send("POST", login_path, "a=b", {"Content-Type: application/x-www-form-urlencoded"}).code(),
              "media-type");
    EXPECT_EQ(s.send("POST", login_path, "{}", {"Content-Type: multipart/form-data; boundary=x"}).code(),
              "media-type");
    EXPECT_EQ(s.send("POST", login_path, "{}").code(), "media-type");
    EXPECT_EQ(s.send("POST", login_path, "{}", {"Content-Type: application/json; charset=utf-8"}).code(),
              "field-missing");
}

TEST(Limits, JsonIsReadStrictly) {
    TestServer s;
    auto code = [&](const std::string& body) { return s.send("POST", login_path, body, {json}).code(); };
    EXPECT_EQ(code("{\"login\":\"a\",\"login\":\"b\",\"password\":\"c\"}"), "bad-json");
    EXPECT_EQ(code("{\"login\":\"\xff\",\"password\":\"c\"}"), "bad-json");
    EXPECT_EQ(code("[]"), "bad-json");
    EXPECT_EQ(code("{} {}"), "bad-json");
    // A NUL is no end of the text: what follows it is not hidden.
    using namespace std::string_literals;
    EXPECT_EQ(code("{\"login\":\"a\",\"password\":\"b\"}\0{}"s), "bad-json");
    EXPECT_EQ(code("{\"login\":\"a\",\"password\":\"b\"}\0"s), "bad-json");
    EXPECT_EQ(code("{\"login\":\"a\0b\",\"password\":\"b\"}"s), "bad-json");
    EXPECT_EQ(code("{\"login\":\"a\\u0000b\",\"password\":\"b\"}"), "field-invalid");
    EXPECT_EQ(code("{\"login\":" + std::string(60, '[') + std::string(60, ']') + "}"), "bad-json");
    EXPECT_EQ(code("{\"login\":\"a\"}"), "field-missing");
    EXPECT_EQ(code("{\"login\":1,\"password\":\"c\"}"), "field-invalid");
    EXPECT_EQ(code("{\"login\":\"a\\u0007b\",\"password\":\"c\"}"), "field-invalid");
    EXPECT_EQ(code("{\"login\":\"abc\",\"password\":\"c\",\"admin\":true}"), "field-unknown");
}

// The limit of wrong guesses follows the socket, not what the client says about itself.
TEST(Limits, AnAddressThatTheClientNamesIsNotBelieved) {
    TestServer s;
    std::string last;
    for (int i = 0; i <= 20; ++i) {
        std::string n = std::to_string(i);
        last =
            s.send("POST", login_path, "{\"login\":\"nobody" + n + "\",\"password\":\"x\"}",
                   {json, "REMOTE_ADDR: 6.6.6." + n, "X-Real-IP: 6.6.7." + n, "X-Forwarded-For: 6.6.8." + n})
                .code();
    }
    EXPECT_EQ(last, "too-many-requests");
    s.world.clock.now += std::chrono::seconds(61);
    EXPECT_EQ(s.send("POST", login_path, "{\"login\":\"nobody\",\"password\":\"x\"}", {json}).code(),
              "login-wrong");
}

TEST(Limits, AnAddressCountsWithItsNetwork) {
    for (const char* same : {"2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:0DB8:1:2::9%eth0"})
        EXPECT_EQ(network_of(same), "2001:db8:1:2::/64") << same;
    EXPECT_EQ(network_of("2001:db8:1:3::1"), "2001:db8:1:3::/64");
    EXPECT_EQ(network_of("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(network_of("::ffff:192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(network_of("::1"), "::/64");
    EXPECT_EQ(network_of(""), "");
    EXPECT_EQ(network_of("nonsense"), "nonsense");
}

// Whoever has one IPv6 address has 2^64 of them.
TEST(Limits, GuessesFromOneIpv6NetworkAreCountedTogether) {
    TestServer s({}, true);  // behind a proxy that says who asks
    const auto guess = [&](const std::string& login, const std::string& from) {
        return s
            .send("POST", login_path, R"({"login":")" + login + R"(","password":"x"})",
                  {json, "X-Real-IP: " + from})
            .code();
    };
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(guess("nobody" + std::to_string(i), "2001:db8:1:2::" + std::to_string(i)), "login-wrong");
    EXPECT_EQ(guess("nobody", "2001:db8:1:2:a:b:c:d"), "too-many-requests");
    EXPECT_EQ(guess("nobody", "2001:db8:1:3::1"), "login-wrong");
    // And those at one account.
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(guess("chu-tri", "2001:db8:7:7::" + std::to_string(i)), "login-wrong");
    EXPECT_EQ(guess("chu-tri", "2001:db8:7:7::9"), "too-many-requests");
    EXPECT_EQ(guess("chu-tri", "2001:db8:7:8::9"), "login-wrong");
}

// Not only at the sign-in: a setup token and the old password can be guessed too.
TEST(Limits, EveryKindOfGuessIsCounted) {
    TestServer s;
    new_setup_token(*s.world.registry, s.world.random);
    const std::string setup =
        "{\"token\":\"x\",\"login\":\"quan-tri\",\"name\":\"Quản Trị\",\"organisation\":\"Cơ quan\","
        "\"password\":\"ba mươi lá tre 5\"}";
    auto guess_token = [&] { return s.send("POST", "/api/v1/setup", setup, {json}).code(); };
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(guess_token(), "setup-token-wrong");
    }
    EXPECT_EQ(guess_token(), "too-many-requests");
    s.world.clock.now += std::chrono::seconds(61);

    std::string session = s.session(Role::office);
    const std::string change = "{\"old\":\"x\",\"new\":\"ba mươi lá tre 5\"}";
    auto guess_password = [&] { return s.as(session, "POST", "/api/v1/session/password", change).code(); };
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(guess_password(), "password-wrong");
    }
    EXPECT_EQ(guess_password(), "too-many-requests");
}

// One in work, one waiting: of six the server keeps two at most and closes the others, though none says a
// word.
TEST(Limits, WhoFindsTheQueueFullIsSentAway) {
    http::Limits limits;
    limits.threads = 1;
    limits.waiting = 1;
    limits.first_byte = std::chrono::seconds(600);
    TestServer s(limits);
    std::vector<pollfd> held;
    for (int i = 0; i < 6; ++i) {
        held.push_back({.fd = s.connect(), .events = POLLIN, .revents = 0});
    }
    while (held.size() > 2) {
        ASSERT_GT(::poll(held.data(), held.size(), 60'000), 0) << held.size() << " connections are kept";
        std::erase_if(held, [](const pollfd& p) { return p.revents != 0 && ::close(p.fd) == 0; });
    }
    for (const pollfd& p : held) {
        ::close(p.fd);
    }
}

// Silent connections hold a thread for `first_byte` at most, and only so many wait: afterwards others are
// served.
TEST(Limits, SilentConnectionsDoNotStopTheServerForGood) {
    http::Limits limits;
    limits.threads = 4;
    limits.waiting = 16;
    limits.first_byte = std::chrono::seconds(1);
    TestServer s(limits);
    std::vector<int> silent;
    for (int i = 0; i < 64; ++i) {
        silent.push_back(s.connect());
    }
    Answer a;
    while (a.status == 0) {  // refused while the queue is full; ends because silent connections are dropped
        a = s.send("GET", "/api/v1/info");
    }
    EXPECT_EQ(a.status, 200);
    for (int fd : silent) {
        ::close(fd);
    }
}

TEST(Limits, AHalfSentRequestIsDropped) {
    http::Limits limits;
    limits.threads = 1;
    limits.read = std::chrono::seconds(1);
    TestServer s(limits);
    int fd = s.connect();
    const std::string half =
        "POST /api/v1/session HTTP/1.1\r\nHost: m\r\nContent-Type: application/json\r\nContent-Length: "
        "100\r\n\r\n{";
    ASSERT_EQ(::send(fd, half.data(), half.size(), MSG_NOSIGNAL), static_cast<ssize_t>(half.size()));
    EXPECT_EQ(s.send("GET", "/api/v1/info").status, 200);  // waits for the one thread
    ::close(fd);
}

TEST(Limits, AClientThatDoesNotReadIsDropped) {
    http::Limits limits;
    limits.threads = 1;
    limits.write = std::chrono::seconds(1);
    TestServer s(limits, true);  // the buffer of a UNIX socket is much smaller than the answer
    int fd = s.connect();
    const std::string ask = "GET /assets/large-3.js HTTP/1.1\r\nHost: m\r\n\r\n";
    ASSERT_EQ(::send(fd, ask.data(), ask.size(), MSG_NOSIGNAL), static_cast<ssize_t>(ask.size()));
    EXPECT_EQ(s.send("GET", "/api/v1/info").status, 200);  // waits for the one thread
    ::close(fd);
}

// However steadily it comes: after `body` no more is read.
TEST(Limits, ABodyEndsInTime) {
    http::Limits limits;
    limits.body = std::chrono::seconds(0);
    TestServer s(limits);
    EXPECT_EQ(s.send("POST", login_path, "{}", {json}).code(), "bad-request");
    EXPECT_EQ(s.send("GET", "/api/v1/info").status, 200);
}

TEST(Limits, OtherMethodsAndPathsAreRefused) {
    TestServer s;
    EXPECT_EQ(s.send("TRACE", "/api/v1/info").status, 405);
    EXPECT_EQ(s.send("OPTIONS", "/api/v1/info").status, 405);
    Answer put = s.send("PUT", "/api/v1/session", "{}", {json});
    EXPECT_EQ(put.status, 405);
    EXPECT_EQ(put.header("allow"), "POST, GET, DELETE");
    EXPECT_EQ(s.send("GET", "/api/v1/nothing").code(), "not-found");
    EXPECT_EQ(s.send("GET", "/api/v1").code(), "not-found");
    EXPECT_EQ(s.send("GET", "/api/v1/session/").code(), "not-found");
    EXPECT_EQ(s.send("POST", "/", "", {}).status, 404);
    EXPECT_EQ(s.send("GET", "/../../etc/passwd").status, 404);
    EXPECT_EQ(s.send("GET", "/assets/..%2f..%2fnotes.secret").status, 404);
    EXPECT_EQ(s.send("GET", "/notes.secret").status, 404);
}

TEST(Limits, AUnixSocketListensTooAndBelievesItsProxy) {
    TestServer s({}, true);
    EXPECT_EQ(s.send("GET", "/api/v1/info").status, 200);
    EXPECT_EQ(s.server.address().rfind("unix:/", 0), 0u);
    for (int i = 0; i <= 20; ++i) {
        s.send("POST", login_path, "{\"login\":\"nobody" + std::to_string(i) + "\",\"password\":\"x\"}",
               {json, "X-Real-IP: 192.0.2.1"});
    }
    std::string guess = "{\"login\":\"someone\",\"password\":\"x\"}";
    EXPECT_EQ(s.send("POST", login_path, guess, {json, "X-Real-IP: 192.0.2.1"}).code(), "too-many-requests");
    EXPECT_EQ(s.send("POST", login_path, guess, {json, "X-Real-IP: 192.0.2.2"}).code(), "login-wrong");
}

TEST(Listen, TakesLoopbackAndUnixSocketsOnly) {
    using http::parse_listen;
    for (const char* good : {"127.0.0.1:8080", "localhost:0", "[::1]:80", "unix:/run/minhtin/http.sock"}) {
        EXPECT_TRUE(parse_listen(good)) << good;
    }
    for (const char* bad :
         {"0.0.0.0:80", "[::]:80", "192.168.1.2:80", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x",
          "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:80x", "unix:relative", "unix:", "example.vn:80"}) {
        EXPECT_FALSE(parse_listen(bad)) << bad;
    }
    EXPECT_FALSE(parse_listen("unix:/" + std::string(200, 'a')));
}

}  // namespace
}  // namespace minhtin::test
