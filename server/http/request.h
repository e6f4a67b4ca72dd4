#pragma once
// What a handler sees of a request, and what it gives back. No httplib here, and no address of the client:
// the gate has used it for the limits and dropped it.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "server/app/actor.h"

namespace minhtin::http {

struct Request {
    std::map<std::string, std::string, std::less<>> params;  // {name} of the route's pattern
    std::map<std::string, std::string, std::less<>> query;   // a name given twice is refused before
    std::string body;
    Actor actor;
    std::string from;  // of routes with Limit::guessing: a tag of the client's address, not the address
    std::string session_token;  // of session routes, so that signing out can end it
};

// A body in pieces: next() gives the next one, empty at the end. `size` when it is known beforehand. A
// throwing next() breaks the connection off, so that the client sees that something is missing.
struct Stream {
    std::optional<std::size_t> size;
    std::function<std::string()> next;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::variant<std::string, Stream> body;
    std::vector<std::pair<std::string, std::string>> headers;  // beside the ones that every response has
};

}  // namespace minhtin::http
