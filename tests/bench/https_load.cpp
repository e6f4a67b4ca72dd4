// Voters' phones: sends prepared ballots over TLS, as many at a time as there are connections, each from an
// address of its own in 127.0.0.0/8, and waits for every receipt.
//
//   https_load PORT CERTIFICATE PATH BALLOTS CONNECTIONS kept|new
//
// BALLOTS has one a line. "new" makes a TLS connection for each ballot, "kept" goes on with the one it has.
// Prints {"accepted","others","seconds","cpu","p50","p99"}: others counts answers but 201, cpu is this
// program's own, p50 and p99 are milliseconds from the first byte sent, or from the connect, to the last one
// received.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/bench/readings.h"

namespace minhtin {
namespace {

using Clock = std::chrono::steady_clock;

class Connection {
public:
    Connection(SSL_CTX* context, std::uint16_t port, std::size_t number)
        : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const int on = 1;
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        // One address a voter: nginx limits what comes from one.
        sockaddr_in from = address(0);
        from.sin_addr.s_addr =
            htonl(0x7f000000u + static_cast<std::uint32_t>((1 + number / 250) * 256 + 1 + number % 250));
        const sockaddr_in to = address(port);
        if (bind(socket_, reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0 ||
            connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
            throw std::runtime_error("cannot connect");
        tls_.reset(SSL_new(context));
        SSL_set_fd(tls_.get(), socket_);
        SSL_set1_host(tls_.get(), "localhost");
        if (SSL_connect(tls_.get()) != 1) throw std::runtime_error("no TLS connection");
    }
    ~Connection() {
        SSL_shutdown(tls_.get());
        ::close(socket_);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // The status of the answer, after all of it has come.
    int post(const std::string& path, const std::string& body) {
        const std::string request = "POST " + path +
                                    " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    "Content-Length: " +
                                    std::to_string(body.size()) + "\r\n\r\n" + body;
        if (SSL_write(tls_.get(), request.data(), static_cast<int>(request.size())) <= 0)
            throw std::runtime_error("the connection broke");
        std::string answer;
        std::size_t end = std::string::npos;
        while ((end = answer.find("\r\n\r\n")) == std::string::npos) read_more(answer);
        constexpr std::string_view length = "Content-Length: ";
        const std::size_t at = answer.find(length);
        if (at == std::string::npos || at > end) throw std::runtime_error("an answer without a length");
        const std::size_t whole = end + 4 + std::stoul(answer.substr(at + length.size()));
        while (answer.size() < whole) read_more(answer);
        return std::stoi(answer.substr(answer.find(' ') + 1));
    }

private:
    static sockaddr_in address(std::uint16_t port) {
        sockaddr_in a{};
        a.sin_family = AF_INET;
        a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        a.sin_port = htons(port);
        return a;
    }
    void read_more(std::string& answer) {
        char buffer[4096];
        const int n = SSL_read(tls_.get(), buffer, sizeof buffer);
        if (n <= 0) throw std::runtime_error("the connection broke");
        answer.append(buffer, static_cast<std::size_t>(n));
    }
    struct Free {
        void operator()(SSL* tls) const { SSL_free(tls); }
    };
    int socket_;
    std::unique_ptr<SSL, Free> tls_;
};

struct Arguments {
    std::uint16_t port;
    std::string certificate, path, ballots;
    std::size_t connections;
    bool kept;
};

void load(const Arguments& a) {
    const std::vector<std::string> ballots = lines_of(a.ballots);
    std::signal(SIGPIPE, SIG_IGN);
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()),
                                                                    &SSL_CTX_free);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    if (SSL_CTX_load_verify_locations(context.get(), a.certificate.c_str(), nullptr) != 1)
        throw std::runtime_error("no certificate in " + a.certificate);

    std::vector<double> milliseconds(ballots.size());
    std::atomic<std::size_t> next{0}, accepted{0}, others{0};
    const double cpu = cpu_seconds();
    const auto begin = Clock::now();
    {
        std::vector<std::jthread> voters;
        for (std::size_t voter = 0; voter < a.connections; ++voter) {
            voters.emplace_back([&, voter] {
                std::unique_ptr<Connection> connection;
                for (std::size_t i = next++; i < ballots.size(); i = next++) {
                    const auto start = Clock::now();
                    try {
                        if (!connection)
                            connection = std::make_unique<Connection>(context.get(), a.port, voter);
                        ++(connection->post(a.path, ballots[i]) == 201 ? accepted : others);
                    } catch (const std::exception&) {
                        ++others;
                        connection.reset();
                    }
                    if (!a.kept) connection.reset();
                    milliseconds[i] = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
                }
            });
        }
    }
    const std::chrono::duration<double> took = Clock::now() - begin;
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto share = [&](std::size_t percent) {
        return milliseconds[(milliseconds.size() - 1) * percent / 100];
    };
    std::printf("{\"accepted\":%zu,\"others\":%zu,\"seconds\":%.6f,\"cpu\":%.6f,\"p50\":%.3f,\"p99\":%.3f}\n",
                accepted.load(), others.load(), took.count(), cpu_seconds() - cpu, share(50), share(99));
}

}  // namespace
}  // namespace minhtin

int main(int argc, char** argv) {
    using namespace minhtin;
    try {
        if (argc != 7)
            throw std::runtime_error("usage: https_load PORT CERTIFICATE PATH BALLOTS CONNECTIONS kept|new");
        load({static_cast<std::uint16_t>(std::stoul(argv[1])), argv[2], argv[3], argv[4], std::stoul(argv[5]),
              std::string(argv[6]) == "kept"});
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "https_load: %s\n", e.what());
        return 1;
    }
}
