#include "server/http/routes.h"

namespace minhtin::http {
namespace {

std::vector<std::string_view> segments(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        path.remove_prefix(1);
        std::size_t end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

// Nothing when the path does not have that pattern.
std::optional<std::map<std::string, std::string, std::less<>>> matched(
    std::string_view pattern, const std::vector<std::string_view>& path) {
    auto wanted = segments(pattern);
    if (wanted.size() != path.size()) {
        return {};
    }
    std::map<std::string, std::string, std::less<>> params;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].starts_with('{')) {
            if (path[i].empty()) {
                return {};
            }
            params.emplace(wanted[i].substr(1, wanted[i].size() - 2), path[i]);
        } else if (wanted[i] != path[i]) {
            return {};
        }
    }
    return params;
}

}  // namespace

std::span<const Route> all_routes() {
    static const std::vector<Route> table = [] {
        std::vector<Route> all;
        for (auto topic :
             {session_routes(), account_routes(), people_routes(), import_routes(), record_routes(),
              finding_routes(), vote_routes(), trustee_routes(), public_routes()}) {
            all.insert(all.end(), topic.begin(), topic.end());
        }
        return all;
    }();
    return table;
}

std::string_view method_name(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::delete_:
            return "DELETE";
    }
    return {};
}

Match find_route(std::string_view method, std::string_view path) {
    constexpr std::string_view base = "/api/v1";
    Match match;
    if (!path.starts_with(base) || path.size() == base.size() || path[base.size()] != '/') {
        return match;
    }
    auto parts = segments(path.substr(base.size()));
    for (const Route& route : all_routes()) {
        if (auto params = matched(route.path, parts)) {
            if (method_name(route.method) == method) {
                return {&route, std::move(*params), {}};
            }
            match.others.push_back(route.method);
        }
    }
    return match;
}

}  // namespace minhtin::http
