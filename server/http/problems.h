#pragma once
// Refusals as application/problem+json: status, stable code, a sentence in both languages.
#include "server/http/json.h"

namespace minhtin::http {

int http_status(Reason reason);

// `details` is added to those of the refusal. Busy answers carry Retry-After.
Response problem(const Refusal& refusal, const Json& details = Json::object());

// For reasons that another layer names (the checks of ballot/reasons.h).
Response problem(int status, std::string_view code, std::string_view vi, std::string_view en,
                 const Json& details = Json::object());

// The value, or the refusal on its way to the client.
template <class T>
T value_or_refuse(Outcome<T> outcome) {
    if (!outcome) {
        throw RefusedRequest{outcome.reason()};
    }
    return std::move(*outcome);
}
inline void done_or_refuse(const Outcome<void>& outcome) {
    if (!outcome) {
        throw RefusedRequest{outcome.reason()};
    }
}

}  // namespace minhtin::http
