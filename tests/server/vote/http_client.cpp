#include "tests/server/vote/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace minhtin::test {
namespace {

struct Socket {
    explicit Socket(std::uint16_t port) : fd(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (fd < 0 || connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
            if (fd >= 0) close(fd);
            throw std::runtime_error("no connection");
        }
    }
    ~Socket() { close(fd); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    int fd;
};

void send_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) return;  // the server may answer and close before it has read all
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

std::string receive_all(int fd) {
    std::string all;
    char buffer[65536];
    for (ssize_t n = 0; (n = recv(fd, buffer, sizeof buffer, 0)) > 0;)
        all.append(buffer, static_cast<std::size_t>(n));
    return all;
}

std::string unchunked(std::string_view body) {
    std::string whole;
    while (true) {
        const std::size_t end = body.find("\r\n");
        if (end == std::string_view::npos) throw std::runtime_error("the answer was cut off");
        const std::size_t size = std::stoul(std::string(body.substr(0, end)), nullptr, 16);
        if (size == 0) return whole;
        if (body.size() < end + 2 + size + 2) throw std::runtime_error("the answer was cut off");
        whole.append(body.substr(end + 2, size));
        body.remove_prefix(end + 2 + size + 2);
    }
}

}  // namespace

Answer HttpClient::request(std::string_view method, const std::string& path, std::string_view body,
                           const Headers& headers) const {
    Answer answer = exchange(method, path, body, headers);
    if (journal_) journal_(method, path, body, answer);
    return answer;
}

Answer HttpClient::exchange(std::string_view method, const std::string& path, std::string_view body,
                            const Headers& headers) const {
    std::string head = std::string(method) + " " + path +
                       " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\nConnection: close\r\n";
    for (const auto& [name, value] : headers) head += name + ": " + value + "\r\n";
    if (method != "GET") head += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    if (method != "GET" && !headers.contains("Content-Type")) head += "Content-Type: application/json\r\n";
    const Socket connection(port_);
    send_all(connection.fd, head + "\r\n" + std::string(body));
    const std::string all = receive_all(connection.fd);

    const std::size_t end = all.find("\r\n\r\n");
    if (end == std::string::npos || !all.starts_with("HTTP/1.1 ")) throw std::runtime_error("no answer");
    Answer answer;
    answer.status = std::stoi(all.substr(9, 3));
    std::string_view lines = std::string_view(all).substr(0, end);
    for (std::size_t at = lines.find("\r\n"); at != std::string_view::npos; at = lines.find("\r\n")) {
        lines.remove_prefix(at + 2);
        const std::string_view line = lines.substr(0, lines.find("\r\n"));
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos) continue;
        std::string name(line.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        answer.headers[name] = line.substr(colon + 2);
    }
    answer.body = all.substr(end + 4);
    if (answer.headers["transfer-encoding"] == "chunked") answer.body = unchunked(answer.body);
    if (const auto length = answer.headers.find("content-length");
        length != answer.headers.end() && std::stoul(length->second) != answer.body.size())
        throw std::runtime_error("the answer was cut off");
    return answer;
}

Answer HttpClient::get(const std::string& path, const Headers& headers) const {
    return request("GET", "/api/v1" + path, {}, headers);
}

Answer HttpClient::post(const std::string& path, std::string_view body, const Headers& headers) const {
    return request("POST", "/api/v1" + path, body, headers);
}

}  // namespace minhtin::test
