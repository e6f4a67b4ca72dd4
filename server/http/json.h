#pragma once
// Bodies. JSON is seen only in this folder. Reading is strict: UTF-8, depth and size bounded, no name twice,
// no field that nobody asked for.
#include <concepts>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/refusals.h"
#include "server/domain/day.h"
#include "server/http/request.h"

namespace minhtin::http {

using Json = nlohmann::ordered_json;

// Thrown by the readers below, answered by the gate. Does not leave this folder.
struct RefusedRequest {
    Refusal refusal;
};

// The value of a body. Throws RefusedRequest{bad_json}.
Json parse_json(std::string_view body);

// The fields of an object, each taken at most once; done() refuses what nobody took.
//     Fields in(request.body);
//     auto login = in.text("login", 64);
//     in.done();
class Fields {
public:
    explicit Fields(std::string_view body);
    // An object inside of a body; refuses what is not one. (A template, so that a text is never taken for
    // JSON.)
    template <std::same_as<Json> J>
    explicit Fields(J object) : object_(std::move(object)) {
        if (!object_.is_object()) {
            throw RefusedRequest{Reason::bad_json};
        }
    }

    bool has(std::string_view name) const;
    // Required; without control characters, at most `max` characters, tidied to NFC. May be empty.
    std::string text(std::string_view name, std::size_t max);
    // As it was sent: for passwords and tokens.
    std::string secret(std::string_view name, std::size_t max_bytes);
    std::int64_t integer(std::string_view name, std::int64_t min, std::int64_t max);
    bool flag(std::string_view name);
    Day day(std::string_view name);
    std::vector<std::string> texts(std::string_view name, std::size_t max_items, std::size_t max);
    Json value(std::string_view name);  // any kind; the caller checks
    Fields object(std::string_view name);
    std::vector<Fields> objects(std::string_view name, std::size_t max_items);
    // Absent and null are nothing.
    std::optional<std::string> text_or_none(std::string_view name, std::size_t max);
    // For a caller that found a value wrong: throws field_invalid with the field's name.
    [[noreturn]] static void invalid(std::string_view name);
    void done() const;

private:
    const Json& take(std::string_view name);
    Json object_;
    std::vector<std::string> taken_;
};

Response json_response(const Json& body, int status = 200);
Response no_content();

}  // namespace minhtin::http
