#include "server/http/gate.h"

#include <cstdio>

#include "crypto/ensure.h"
#include "server/app/invite.h"
#include "server/app/sign_in.h"
#include "server/http/problems.h"
#include "server/store/errors.h"

namespace minhtin::http {
namespace {

constexpr int wrong_guesses_per_address = 20;  // a minute; a whole hall may sit behind one address

std::string cookie(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        std::size_t end = std::min(header.find(';'), header.size());
        std::string_view pair = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
            return std::string(pair.substr(name.size() + 1));
        }
    }
    return {};
}

std::string bearer(std::string_view header) {
    constexpr std::string_view scheme = "Bearer ";
    return header.starts_with(scheme) ? std::string(header.substr(scheme.size())) : std::string();
}

bool is_json(std::string_view type) {
    return type == "application/json" || type == "application/json; charset=utf-8" ||
           type == "application/json;charset=utf-8" || type == "application/json;charset=UTF-8";
}

// What a browser says about where a request comes from. Programs that are no browser say nothing.
bool from_elsewhere(const Head& head) {
    std::string site = head.header("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin") {
        return true;
    }
    std::string origin = head.header("Origin");
    std::size_t scheme = origin.find("://");
    return !origin.empty() &&
           (scheme == std::string::npos || origin.substr(scheme + 3) != head.header("Host"));
}

Refusal refused_method(const Match& match) {
    return match.others.empty() ? Refusal(Reason::not_found) : Refusal(Reason::method_not_allowed);
}

}  // namespace

std::string session_cookie_header(std::string_view token) {
    std::string value(session_cookie);
    value += "=" + std::string(token) + "; Path=/; Secure; HttpOnly; SameSite=Strict";
    return token.empty() ? value + "; Max-Age=0" : value;
}

std::optional<Refusal> Gate::identify(const Route& route, const Head& head, Request& request) const {
    switch (route.access.kind()) {
        case Access::Kind::open:
            return {};
        case Access::Kind::session: {
            request.session_token = cookie(head.header("Cookie"), session_cookie);
            request.actor.account = signed_in(app_, request.session_token, app_.clock.instant());
            if (!request.actor.account) {
                return Reason::not_signed_in;
            }
            if (!request.actor.account->roles.any_of(route.access.allowed())) {
                return Reason::not_allowed;
            }
            if (route.method != Method::get && head.header("X-Minhtin") != "1") {
                return Reason::cross_site;
            }
            return {};
        }
        case Access::Kind::trustee:
        case Access::Kind::slips: {
            auto wanted = route.access.kind() == Access::Kind::trustee ? Invitation::Target::trustee
                                                                       : Invitation::Target::slips;
            auto found = invited(app_, bearer(head.header("Authorization")));
            if (!found || found->target != wanted) {
                return Reason::link_invalid;
            }
            request.actor.invitation = found;
            return {};
        }
    }
    return Reason::not_allowed;
}

std::variant<Admitted, Response> Gate::admit(const Head& head) const {
    try {
        Match match = find_route(head.method == "HEAD" ? "GET" : head.method, head.path);
        if (!match.route) {
            Response response = problem(refused_method(match));
            std::string allowed;
            for (Method m : match.others) {
                allowed += (allowed.empty() ? "" : ", ") + std::string(method_name(m));
            }
            if (!allowed.empty()) {
                response.headers.emplace_back("Allow", allowed);
            }
            return response;
        }
        const Route& route = *match.route;
        Request request;
        request.params = std::move(match.params);
        for (const auto& [name, value] : head.query) {
            if (!request.query.emplace(name, value).second) {
                return problem(Reason::bad_request);
            }
        }
        if (route.method != Method::get && from_elsewhere(head)) {
            return problem(Reason::cross_site);
        }
        if (!head.header("Content-Encoding").empty()) {
            return problem(Reason::encoding_refused);
        }
        if (route.body_limit > 0 && !is_json(head.header("Content-Type"))) {
            return problem(Reason::media_type);
        }
        const std::string place = network_of(head.address);
        if (route.limit == Limit::guessing) {
            request.from = app_.attempts.tag(place);
            if (app_.attempts.exhausted("address " + place, wrong_guesses_per_address,
                                        app_.clock.instant())) {
                return problem(Reason::too_many_requests);
            }
        }
        if (auto refusal = identify(route, head, request)) {
            return problem(*refusal);
        }
        return Admitted{&route, std::move(request), route.limit == Limit::guessing ? place : ""};
    } catch (...) {
        return failure(std::current_exception());
    }
}

Response Gate::enter(Admitted admitted, std::string body) const {
    try {
        const Route& route = *admitted.route;
        if (body.size() > route.body_limit) {
            return problem(Reason::body_too_large);
        }
        admitted.request.body = std::move(body);
        Response response = [&] {
            try {
                return route.handler(app_, admitted.request);
            } catch (const RefusedRequest& refused) {
                return problem(refused.refusal);
            }
        }();
        if (route.limit == Limit::guessing && (response.status == 401 || response.status == 403)) {
            app_.attempts.count("address " + admitted.place, app_.clock.instant());
        }
        return response;
    } catch (...) {
        return failure(std::current_exception());
    }
}

Response failure(std::exception_ptr error) {
    try {
        std::rethrow_exception(error);
    } catch (const StorageError& e) {
        std::fprintf(stderr, "minhtin: %s\n", e.what());
        return problem(e.kind == StorageError::Kind::busy ? Reason::busy : Reason::internal_error);
    } catch (const Bug& e) {
        std::fprintf(stderr, "minhtin: bug: %s\n", e.what());
    } catch (const std::exception&) {
        // The text of a foreign exception may quote what somebody sent.
        std::fprintf(stderr, "minhtin: an unexpected exception\n");
    }
    return problem(Reason::internal_error);
}

}  // namespace minhtin::http
