#include "server/http/json.h"

#include <algorithm>
#include <set>

#include "server/domain/text.h"

namespace minhtin::http {
namespace {

constexpr std::size_t max_depth = 16;

[[noreturn]] void refuse(Reason reason, std::string_view field) {
    throw RefusedRequest{Refusal(reason, {{"field", std::string(field)}})};
}

}  // namespace

Json parse_json(std::string_view body) {
    // The parser would take a NUL for the end of the text and never see what follows.
    if (!is_utf8(body) || body.find('\0') != std::string_view::npos) {
        throw RefusedRequest{Reason::bad_json};
    }
    std::vector<std::set<std::string>> names;
    bool sound = true;
    auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
        using Event = Json::parse_event_t;
        sound = sound && static_cast<std::size_t>(depth) <= max_depth;
        if (event == Event::object_start) {
            names.emplace_back();
        } else if (event == Event::object_end) {
            names.pop_back();
        } else if (event == Event::key) {
            sound = names.back().insert(value.get<std::string>()).second && sound;
        }
        return sound;
    };
    // A refused key is dropped, not an error: `sound` tells.
    Json parsed = Json::parse(body, watch, false);
    if (parsed.is_discarded() || !sound) {
        throw RefusedRequest{Reason::bad_json};
    }
    return parsed;
}

Fields::Fields(std::string_view body) : Fields(parse_json(body)) {}

bool Fields::has(std::string_view name) const {
    auto it = object_.find(std::string(name));
    return it != object_.end() && !it->is_null();
}

const Json& Fields::take(std::string_view name) {
    taken_.emplace_back(name);
    auto it = object_.find(taken_.back());
    if (it == object_.end()) {
        refuse(Reason::field_missing, name);
    }
    return *it;
}

std::string Fields::text(std::string_view name, std::size_t max) {
    const Json& v = take(name);
    if (!v.is_string()) {
        invalid(name);
    }
    std::string s = v.get<std::string>();
    std::string lines = s;
    std::erase(lines, '\n');
    if (has_control(lines) || length(s) > max) {
        invalid(name);
    }
    return s.find('\n') == std::string::npos ? tidy(s) : s;
}

std::string Fields::secret(std::string_view name, std::size_t max_bytes) {
    const Json& v = take(name);
    if (!v.is_string() || v.get_ref<const std::string&>().size() > max_bytes) {
        invalid(name);
    }
    return v.get<std::string>();
}

std::int64_t Fields::integer(std::string_view name, std::int64_t min, std::int64_t max) {
    const Json& v = take(name);
    if (!v.is_number_integer() || (v.is_number_unsigned() && v.get<std::uint64_t>() > INT64_MAX) ||
        v.get<std::int64_t>() < min || v.get<std::int64_t>() > max) {
        invalid(name);
    }
    return v.get<std::int64_t>();
}

bool Fields::flag(std::string_view name) {
    const Json& v = take(name);
    if (!v.is_boolean()) {
        invalid(name);
    }
    return v.get<bool>();
}

Day Fields::day(std::string_view name) {
    const Json& v = take(name);
    auto day = v.is_string() ? Day::from_iso(v.get_ref<const std::string&>()) : std::nullopt;
    if (!day) {
        invalid(name);
    }
    return *day;
}

std::vector<std::string> Fields::texts(std::string_view name, std::size_t max_items, std::size_t max) {
    const Json& v = take(name);
    if (!v.is_array() || v.size() > max_items) {
        invalid(name);
    }
    std::vector<std::string> all;
    for (const Json& item : v) {
        if (!item.is_string() || has_control(item.get<std::string>()) ||
            length(item.get<std::string>()) > max) {
            invalid(name);
        }
        all.push_back(tidy(item.get<std::string>()));
    }
    return all;
}

Json Fields::value(std::string_view name) {
    return take(name);
}

Fields Fields::object(std::string_view name) {
    const Json& v = take(name);
    if (!v.is_object()) {
        invalid(name);
    }
    return Fields(v);
}

std::vector<Fields> Fields::objects(std::string_view name, std::size_t max_items) {
    const Json& v = take(name);
    if (!v.is_array() || v.size() > max_items) {
        invalid(name);
    }
    std::vector<Fields> all;
    for (const Json& item : v) {
        if (!item.is_object()) {
            invalid(name);
        }
        all.emplace_back(item);
    }
    return all;
}

std::optional<std::string> Fields::text_or_none(std::string_view name, std::size_t max) {
    if (!has(name)) {
        taken_.emplace_back(name);
        return {};
    }
    return text(name, max);
}

void Fields::invalid(std::string_view name) {
    refuse(Reason::field_invalid, name);
}

void Fields::done() const {
    for (const auto& [name, value] : object_.items()) {
        if (std::find(taken_.begin(), taken_.end(), name) == taken_.end()) {
            // The name comes from outside: only a short plain one is repeated.
            bool plain = name.size() <= 40 && std::all_of(name.begin(), name.end(), [](unsigned char c) {
                             return std::isalnum(c) || c == '_';
                         });
            refuse(Reason::field_unknown, plain ? std::string_view(name) : "?");
        }
    }
}

Response json_response(const Json& body, int status) {
    return {.status = status, .content_type = "application/json", .body = body.dump(), .headers = {}};
}

Response no_content() {
    return {.status = 204, .content_type = "", .body = std::string(), .headers = {}};
}

}  // namespace minhtin::http
