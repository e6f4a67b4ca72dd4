#include "tests/server/support/test_server.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "crypto/ensure.h"
#include "server/http/json.h"

namespace minhtin::test {
namespace {

http::Listen listen_of(const TestApp& world, bool unix_socket) {
    return unix_socket ? http::Listen(http::UnixSocket{(world.folder.path / "http.sock").string()})
                       : http::Listen(http::LoopbackAddress{"127.0.0.1", 0});
}

std::filesystem::path pages_in(const TestApp& world) {
    write_pages(world.folder.path / "web");
    return world.folder.path / "web";
}

std::string dechunked(std::string_view text) {
    std::string body;
    for (;;) {
        std::size_t line = text.find("\r\n");
        if (line == std::string_view::npos) {
            return body;
        }
        std::size_t size = std::stoul(std::string(text.substr(0, line)), nullptr, 16);
        body += text.substr(line + 2, size);
        if (size == 0 || line + 4 + size > text.size()) {
            return body;
        }
        text.remove_prefix(line + 4 + size);
    }
}

}  // namespace

std::string Answer::header(const std::string& name) const {
    auto it = headers.find(name);
    return it == headers.end() ? "" : it->second;
}

std::string Answer::code() const {
    auto j = http::Json::parse(body, nullptr, false);
    return j.is_object() && j.contains("code") ? j["code"].get<std::string>() : "";
}

void write_pages(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder / "assets");
    for (const char* page : {"index", "booth", "verify", "trustee", "slips"}) {
        std::ofstream(folder / (std::string(page) + ".html"))
            << "<!doctype html><title>" << page << "</title><script type=module src=/assets/" << page
            << "-1.js></script>";
        std::ofstream(folder / "assets" / (std::string(page) + "-1.js")) << "import './shared-2.js';\n";
    }
    std::ofstream(folder / "assets" / "shared-2.js") << "export {};\n";
    std::ofstream(folder / "assets" / "large-3.js") << std::string(1 << 20, '\n');
    std::ofstream(folder / "notes.secret") << "not a page\n";
}

TestServer::TestServer(http::Limits limits, bool unix_socket)
    : pages(pages_in(world)),
      server(world.app, pages, listen_of(world, unix_socket), limits),
      socket_path_(unix_socket ? (world.folder.path / "http.sock").string() : ""),
      thread_([this] { server.run(); }) {
    send("GET", "/api/v1/info");  // answered once the server runs, so that stop() finds it running
}

TestServer::~TestServer() {
    server.stop();
    thread_.join();
}

int TestServer::connect() const {
    int fd = -1;
    int rc = -1;
    if (socket_path_.empty()) {
        fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(server.port()));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        rc = ::connect(fd, reinterpret_cast<const sockaddr*>(&to), sizeof to);
    } else {
        fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un to{};
        to.sun_family = AF_UNIX;
        std::copy(socket_path_.begin(), socket_path_.end(), to.sun_path);
        rc = ::connect(fd, reinterpret_cast<const sockaddr*>(&to), sizeof to);
    }
    ENSURE(rc == 0);
    return fd;
}

Answer TestServer::raw(const std::string& bytes) const {
    int fd = connect();
    for (std::size_t sent = 0; sent < bytes.size();) {
        ssize_t n = ::send(fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (n <= 0) {
            break;  // the server has seen enough; its answer may still be there
        }
        sent += static_cast<std::size_t>(n);
    }
    std::string all;
    char buffer[65536];
    for (ssize_t n = 0; (n = ::recv(fd, buffer, sizeof buffer, 0)) > 0;) {
        all.append(buffer, static_cast<std::size_t>(n));
    }
    ::close(fd);

    Answer answer;
    constexpr std::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";
    if (all.starts_with(interim)) {
        all.erase(0, interim.size());
    }
    std::size_t end = all.find("\r\n\r\n");
    if (end == std::string::npos || all.size() < 12) {
        return answer;
    }
    answer.status = std::stoi(all.substr(9, 3));
    std::size_t at = all.find("\r\n") + 2;
    while (at < end + 2) {
        std::size_t stop = all.find("\r\n", at);
        std::string line = all.substr(at, stop - at);
        std::size_t colon = line.find(": ");
        std::string name = line.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return std::tolower(c); });
        answer.headers.emplace(name, colon == std::string::npos ? "" : line.substr(colon + 2));
        at = stop + 2;
    }
    answer.body = all.substr(end + 4);
    if (answer.header("transfer-encoding") == "chunked") {
        answer.body = dechunked(answer.body);
    }
    return answer;
}

Answer TestServer::send(const std::string& method, const std::string& path, const std::string& body,
                        const std::vector<std::string>& headers) const {
    std::string request = method + " " + path + " HTTP/1.1\r\nHost: minhtin.test\r\n";
    for (const std::string& header : headers) {
        request += header + "\r\n";
    }
    if (!body.empty() || method != "GET") {
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    return raw(request + "\r\n" + body);
}

Answer TestServer::as(const std::string& token, const std::string& method, const std::string& path,
                      const std::string& body) const {
    return send(method, path, body,
                {"Content-Type: application/json", "X-Minhtin: 1", "Cookie: __Host-minhtin=" + token,
                 "Origin: https://minhtin.test", "Sec-Fetch-Site: same-origin"});
}

std::string TestServer::session(Roles roles) {
    std::optional<std::string> person;
    std::optional<std::string> committee;
    if (roles.any_of(Role::member | Role::residence)) {
        auto known = world.registry->read([](const RegistryTables& t) { return t.people->find("", {}); });
        Person p = known.empty() ? world.add_small_world().person : known.front();
        person = p.id;
        committee = p.residence_committee_id;
    }
    Account account = world.add_account("thu-" + std::to_string(++accounts_), roles, person, committee);
    return world.sessions.open(account.id, world.random, world.clock.now);
}

}  // namespace minhtin::test
