#pragma once
// The real server on a free loopback port (or a UNIX socket), and a client that sends exactly the bytes it is
// given.
#include <map>
#include <string>
#include <thread>

#include "server/http/server.h"
#include "tests/server/support/test_app.h"

namespace minhtin::test {

// The header of a body in JSON.
inline const std::string json = "Content-Type: application/json";

struct Answer {
    int status = 0;                                   // 0: the connection ended without an answer
    std::multimap<std::string, std::string> headers;  // names in lower case
    std::string body;
    std::string header(const std::string& name) const;  // "" when there is none
    std::string code() const;                           // of a problem; "" otherwise
};

// A pages folder with the five pages and their assets, one of them a megabyte.
void write_pages(const std::filesystem::path& folder);

class TestServer {
public:
    explicit TestServer(http::Limits limits = {}, bool unix_socket = false);
    ~TestServer();

    TestApp world;
    const http::Pages pages;
    http::Server server;

    // A connected socket; the caller closes it.
    int connect() const;
    // Sends the bytes, reads until the server closes.
    Answer raw(const std::string& bytes) const;
    // A request with Host, and Content-Length when there is a body.
    Answer send(const std::string& method, const std::string& path, const std::string& body = "",
                const std::vector<std::string>& headers = {}) const;
    // As our own pages send it: JSON, X-Minhtin, the session's cookie.
    Answer as(const std::string& token, const std::string& method, const std::string& path,
              const std::string& body = "") const;
    // A session of a new account with these roles.
    std::string session(Roles roles);

private:
    std::string socket_path_;
    std::thread thread_;
    int accounts_ = 0;
};

}  // namespace minhtin::test
