#pragma once
// The listening side: sockets, limits, timeouts, headers. The only file that knows httplib is server.cpp.
#include <chrono>
#include <memory>
#include <string>
#include <variant>

#include "server/http/gate.h"
#include "server/http/pages.h"

namespace minhtin::http {

// Where to listen. Over TCP on loopback only: in production nginx stands in front, on the UNIX socket.
struct LoopbackAddress {
    std::string host;
    int port = 0;  // 0: any
};
struct UnixSocket {
    std::string path;
};
using Listen = std::variant<LoopbackAddress, UnixSocket>;

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080", "unix:/run/minhtin.sock". Nothing for other addresses.
std::optional<Listen> parse_listen(std::string_view text);

// Every limit, written down.
struct Limits {
    std::size_t threads = 320;           // connections in work at the same time: more than ballots may wait
    std::size_t waiting = 256;           // connections waiting for a thread; more are closed at once
    std::chrono::seconds first_byte{2};  // silence before the request line
    std::chrono::seconds read{5};        // silence while reading
    std::chrono::seconds write{10};      // silence while writing
    std::chrono::seconds body{30};       // the whole body
};
inline constexpr std::size_t max_uri = 2048;
inline constexpr std::size_t max_header_line = 8192;
inline constexpr std::size_t max_headers = 64;

class Server {
public:
    // Binds. Throws std::runtime_error with a sentence when it cannot.
    Server(App& app, const Pages& pages, const Listen& listen, Limits limits = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    int port() const;             // 0 for a UNIX socket
    std::string address() const;  // "http://127.0.0.1:8080" or "unix:/…"
    void run();                   // until stop(); lets running requests end
    void stop();                  // from any thread

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace minhtin::http
