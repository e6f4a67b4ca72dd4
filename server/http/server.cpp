#include "server/http/server.h"

// httplib's limits are set explicitly; its header is included here and nowhere else.
#define CPPHTTPLIB_REQUEST_URI_MAX_LENGTH 2048
#define CPPHTTPLIB_HEADER_MAX_LENGTH 8192
#define CPPHTTPLIB_HEADER_MAX_COUNT 64
#define CPPHTTPLIB_MAX_LINE_LENGTH 8192
#include "httplib.h"

#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <thread>

#include "crypto/ensure.h"
#include "server/http/problems.h"
#include "server/http/security_headers.h"

namespace minhtin::http {
namespace {

static_assert(CPPHTTPLIB_REQUEST_URI_MAX_LENGTH == max_uri &&
              CPPHTTPLIB_HEADER_MAX_LENGTH == max_header_line && CPPHTTPLIB_HEADER_MAX_COUNT == max_headers);

constexpr int backlog = 1024;
constexpr std::string_view no_store = "no-store";
constexpr std::string_view for_a_year = "public, max-age=31536000, immutable";

bool has_body_headers(const httplib::Request& q) {
    return q.has_header("Transfer-Encoding") ||
           (q.has_header("Content-Length") && q.get_header_value("Content-Length") != "0");
}

bool takes_body(const std::string& method) {
    return method == "POST" || method == "PUT" || method == "PATCH";
}

// The answer to what httplib refuses itself.
Reason reason_of(int status) {
    switch (status) {
        case 404:
            return Reason::not_found;
        case 405:
            return Reason::method_not_allowed;
        case 413:
            return Reason::body_too_large;
        case 415:
            return Reason::media_type;
        case 500:
            return Reason::internal_error;
        default:
            return Reason::bad_request;
    }
}

void send(const httplib::Request& q, httplib::Response& s, Response r) {
    s.status = r.status;
    for (auto& [name, value] : r.headers) {
        s.set_header(name, value);
    }
    if (auto* text = std::get_if<std::string>(&r.body)) {
        if (r.status != 204) {
            s.set_content(std::move(*text), r.content_type);
        }
        return;
    }
    auto stream = std::make_shared<Stream>(std::move(std::get<Stream>(r.body)));
    auto piece = [stream](httplib::DataSink& sink) {
        try {
            std::string next = stream->next();
            if (next.empty()) {
                sink.done();
                return true;
            }
            return sink.write(next.data(), next.size());
        } catch (...) {
            return false;  // breaks the connection off
        }
    };
    if (stream->size && *stream->size > 0) {
        s.set_content_provider(
            *stream->size, r.content_type,
            [piece](std::size_t, std::size_t, httplib::DataSink& sink) { return piece(sink); });
    } else if (q.version == "HTTP/1.0") {
        s.set_content_provider(r.content_type,
                               [piece](std::size_t, httplib::DataSink& sink) { return piece(sink); });
    } else {
        s.set_chunked_content_provider(r.content_type,
                                       [piece](std::size_t, httplib::DataSink& sink) { return piece(sink); });
    }
}

}  // namespace

struct Server::Impl {
    Gate gate;
    const Pages& pages;
    Limits limits;
    Listen listen;
    httplib::Server http;
    int port = 0;
    int socket = -1;
    std::atomic<bool> ended = false;

    Impl(App& app, const Pages& p, const Listen& l, Limits m) : gate(app), pages(p), limits(m), listen(l) {}

    bool behind_proxy() const { return std::holds_alternative<UnixSocket>(listen); }

    Head head_of(const httplib::Request& q) const {
        Head head{.method = q.method,
                  .path = q.path,
                  .query = {q.params.begin(), q.params.end()},
                  .header = [&q](std::string_view name) { return q.get_header_value(std::string(name)); },
                  .address = behind_proxy() ? q.get_header_value("X-Real-IP") : q.remote_addr};
        return head;
    }

    bool serve_page(const httplib::Request& q, httplib::Response& s) const {
        const Page* page = q.path.starts_with("/api/") ? nullptr : pages.find(q.path);
        if (!page) {
            return false;
        }
        if (q.method != "GET" && q.method != "HEAD") {
            s.set_header("Allow", "GET, HEAD");
            send(q, s, problem(Reason::method_not_allowed));
            return true;
        }
        s.status = 200;
        s.set_header("Cache-Control", std::string(page->immutable ? for_a_year : no_store));
        s.set_content(page->content, page->type);
        return true;
    }

    // Everything without a body ends here, before httplib looks for handlers or reads on.
    httplib::Server::HandlerResponse before_routing(const httplib::Request& q, httplib::Response& s) const {
        using Handled = httplib::Server::HandlerResponse;
        if (!q.get_header_value("Content-Encoding").empty()) {
            send(q, s, problem(Reason::encoding_refused));
        } else if (takes_body(q.method)) {
            return Handled::Unhandled;
        } else if (has_body_headers(q)) {
            send(q, s, problem(Reason::bad_request));
        } else if (!serve_page(q, s)) {
            auto admitted = gate.admit(head_of(q));
            auto* refused = std::get_if<Response>(&admitted);
            send(q, s,
                 refused ? std::move(*refused) : gate.enter(std::move(std::get<Admitted>(admitted)), {}));
        }
        return Handled::Handled;
    }

    void with_body(const httplib::Request& q, httplib::Response& s,
                   const httplib::ContentReader& reader) const {
        auto admitted = gate.admit(head_of(q));
        auto* refused = std::get_if<Response>(&admitted);
        std::size_t limit = refused ? 0 : std::get<Admitted>(admitted).route->body_limit;
        if (q.get_header_value_u64("Content-Length") > upload_body) {
            send(q, s, problem(Reason::body_too_large));
            return;
        }
        std::string body;
        bool too_large = false;
        auto deadline = std::chrono::steady_clock::now() + limits.body;
        // A refused body is read to its end and dropped (upload_body and the deadline bound it), so that the
        // answer is not lost in a reset connection.
        bool read = !has_body_headers(q) || reader([&](const char* data, std::size_t size) {
            too_large = too_large || body.size() + size > limit;
            if (!too_large) {
                body.append(data, size);
            }
            return std::chrono::steady_clock::now() < deadline;
        });
        if (refused) {
            send(q, s, std::move(*refused));
        } else if (too_large) {
            send(q, s, problem(Reason::body_too_large));
        } else if (!read) {
            send(q, s, problem(Reason::bad_request));
        } else {
            send(q, s, gate.enter(std::move(std::get<Admitted>(admitted)), std::move(body)));
        }
    }

    void configure() {
        http.new_task_queue = [this] {
            // All from the beginning: one that cannot start then ends the start and not a vote, and no
            // request waits for a thread that is not there yet.
            return new httplib::ThreadPool(limits.threads, limits.threads, limits.waiting);
        };
        http.set_keep_alive_max_count(1);
        http.set_keep_alive_timeout(limits.first_byte.count());
        http.set_read_timeout(limits.read);
        http.set_write_timeout(limits.write);
        http.set_payload_max_length(upload_body);
        http.set_tcp_nodelay(true);
        http.set_socket_options([this](socket_t fd) {
            socket = fd;
            if (!behind_proxy()) {
                int on = 1;
                setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
            }
        });
        http.set_pre_routing_handler([this](const auto& q, auto& s) { return before_routing(q, s); });
        auto body = [this](const auto& q, auto& s, const auto& reader) { with_body(q, s, reader); };
        // Ballots apart: the other patterns are regular expressions, 26 µs each.
        http.Post("/api/v1/elections/:id/ballots", body);
        http.Post("/.*", body);
        http.Put("/.*", body);
        http.Patch("/.*", body);
        http.set_exception_handler(
            [](const auto& q, auto& s, std::exception_ptr e) { send(q, s, failure(e)); });
        http.set_error_handler([](const httplib::Request& q, httplib::Response& s) {
            if (s.body.empty()) {
                int status = s.status;
                send(q, s, problem(reason_of(status)));
                s.status = status;
            }
        });
        http.set_post_routing_handler([](const httplib::Request&, httplib::Response& s) {
            for (auto& [name, value] : security_headers) {
                s.set_header(std::string(name), std::string(value));
            }
            if (!s.has_header("Cache-Control")) {
                s.set_header("Cache-Control", std::string(no_store));
            }
        });
    }

    void bind() {
        if (auto* tcp = std::get_if<LoopbackAddress>(&listen)) {
            port = tcp->port == 0 ? http.bind_to_any_port(tcp->host)
                                  : (http.bind_to_port(tcp->host, tcp->port) ? tcp->port : -1);
        } else {
            const std::string& path = std::get<UnixSocket>(listen).path;
            ::unlink(path.c_str());  // left behind by a server that was killed
            mode_t before = ::umask(0117);
            bool bound = http.set_address_family(AF_UNIX).bind_to_port(path, 1);
            ::umask(before);
            port = bound ? 0 : -1;
        }
        // httplib asks for a queue of 5; asked again, the kernel takes the larger one.
        if (port < 0 || ::listen(socket, backlog) != 0) {
            throw std::runtime_error("cannot listen there: is another server using the address?");
        }
    }
};

std::optional<Listen> parse_listen(std::string_view text) {
    if (text.starts_with("unix:")) {
        std::string path(text.substr(5));
        return path.starts_with('/') && path.size() < sizeof(sockaddr_un::sun_path)
                   ? std::optional<Listen>(UnixSocket{path})
                   : std::nullopt;
    }
    std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return {};
    }
    std::string_view host = text.substr(0, colon);
    std::string_view digits = text.substr(colon + 1);
    int port = -1;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc{} || end != digits.data() + digits.size() || port < 0 || port > 65535) {
        return {};
    }
    if (host == "127.0.0.1" || host == "localhost") {
        return LoopbackAddress{"127.0.0.1", port};
    }
    return host == "[::1]" ? std::optional<Listen>(LoopbackAddress{"::1", port}) : std::nullopt;
}

Server::Server(App& app, const Pages& pages, const Listen& listen, Limits limits)
    : impl_(std::make_unique<Impl>(app, pages, listen, limits)) {
    impl_->configure();
    impl_->bind();
}

Server::~Server() {
    if (impl_->behind_proxy()) {
        ::unlink(std::get<UnixSocket>(impl_->listen).path.c_str());
    }
}

int Server::port() const {
    return impl_->port;
}

std::string Server::address() const {
    if (auto* tcp = std::get_if<LoopbackAddress>(&impl_->listen)) {
        std::string host = tcp->host.find(':') == std::string::npos ? tcp->host : "[" + tcp->host + "]";
        return "http://" + host + ":" + std::to_string(impl_->port);
    }
    return "unix:" + std::get<UnixSocket>(impl_->listen).path;
}

void Server::run() {
    impl_->http.listen_after_bind();
    impl_->ended = true;
}

void Server::stop() {
    // httplib ignores a stop that comes before it runs.
    while (!impl_->http.is_running() && !impl_->ended) {
        std::this_thread::yield();
    }
    impl_->http.stop();
}

}  // namespace minhtin::http
