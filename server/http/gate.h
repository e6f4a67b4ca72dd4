#pragma once
// Everything between a request line and a handler: which route, how large a body, who asks, whether the
// request was made by one of our own pages. Knows no httplib.
#include <exception>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "server/http/routes.h"

namespace minhtin::http {

// A request whose body has not been read.
struct Head {
    std::string method, path;
    std::vector<std::pair<std::string, std::string>> query;
    // The value of a header, empty when there is none. Asked for by name, so that a route without cookie
    // never has one in its hands.
    std::function<std::string(std::string_view)> header;
    std::string address;  // of the client; used for limits, in memory only
};

// A request that may go on: read at most `route->body_limit` bytes, then enter().
struct Admitted {
    const Route* route;
    Request request;
    std::string place;  // network_of(address), where guesses are limited
};

class Gate {
public:
    explicit Gate(App& app) : app_(app) {}

    // Decides on the head alone.
    std::variant<Admitted, Response> admit(const Head& head) const;
    // Runs the handler. Never throws: a Bug or an error of the environment becomes a 500 (or 503 when the
    // disk or the database says "later") without detail.
    Response enter(Admitted admitted, std::string body) const;

private:
    std::optional<Refusal> identify(const Route& route, const Head& head, Request& request) const;
    App& app_;
};

// What an exception becomes: 503 when the database says "later", else 500, without detail.
Response failure(std::exception_ptr error);

inline constexpr std::string_view session_cookie = "__Host-minhtin";
// Attributes and all; an empty token tells the browser to forget it.
std::string session_cookie_header(std::string_view token);

}  // namespace minhtin::http
