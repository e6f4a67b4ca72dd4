#include "ballot/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace minhtin {
namespace {

// Builds a Json from parse events and stops at the first thing that is not allowed.
class Builder {
public:
    explicit Builder(const JsonLimits& limits) : limits_(limits) {}

    bool null() { return add(Json()); }
    bool boolean(bool b) { return add(Json::boolean(b)); }
    // Called for what begins with a minus; "-0" is no spelling of an integer.
    bool number_integer(std::int64_t n) { return add(n == 0 ? Json(Json::Number{"-0"}) : Json::integer(n)); }
    bool number_unsigned(std::uint64_t n) {
        if (n > static_cast<std::uint64_t>(INT64_MAX)) return add(Json(Json::Number{std::to_string(n)}));
        return add(Json::integer(static_cast<std::int64_t>(n)));
    }
    bool number_float(double, const std::string& text) { return add(Json(Json::Number{text})); }
    bool string(std::string& s) { return add(Json(std::move(s))); }
    bool binary(std::vector<std::uint8_t>&) { return stop(Reject::json_syntax); }
    bool start_object(std::size_t) { return open(Json(Json::Object{})); }
    bool start_array(std::size_t) { return open(Json(Json::Array{})); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        Level& level = open_.back();
        if (!level.names.insert(name).second) return stop(Reject::json_duplicate_field);
        level.name = std::move(name);
        return count();
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) {
        return stop(Reject::json_syntax);
    }

    Json take() { return std::move(root_); }
    Reject why() const { return why_; }

private:
    struct Level {
        Json value;
        std::string name;  // of the member that comes next, in an object
        std::unordered_set<std::string> names;
    };

    bool stop(Reject why) {
        why_ = why;
        return false;
    }
    bool count() { return ++values_ <= limits_.values || stop(Reject::json_too_large); }
    bool open(Json value) {
        if (open_.size() >= limits_.depth) return stop(Reject::json_too_large);
        open_.push_back({std::move(value), {}, {}});
        return count();
    }
    bool close() {
        Json done = std::move(open_.back().value);
        open_.pop_back();
        return place(std::move(done));
    }
    bool add(Json value) { return count() && place(std::move(value)); }
    bool place(Json value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (auto* array = std::get_if<Json::Array>(&open_.back().value.value())) {
            array->push_back(std::move(value));
        } else {
            std::get<Json::Object>(open_.back().value.value())
                .push_back({std::move(open_.back().name), std::move(value)});
        }
        return true;
    }

    const JsonLimits& limits_;
    std::vector<Level> open_;
    Json root_;
    std::size_t values_ = 0;
    Reject why_ = Reject::json_syntax;
};

void write_string(std::string_view s, std::string& out) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (char c : s) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\f':
                out += "\\f";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default: {
                const auto byte = static_cast<unsigned char>(c);
                if (byte < 0x20 || byte == 0x7f) {
                    out += "\\u00";
                    out += digits[byte >> 4];
                    out += digits[byte & 15];
                } else {
                    out += c;
                }
            }
        }
    }
    out += '"';
}

void write(const Json& json, std::string& out) {
    struct Visit {
        std::string& out;
        void operator()(std::nullptr_t) const { out += "null"; }
        void operator()(bool b) const { out += b ? "true" : "false"; }
        void operator()(std::int64_t n) const { out += std::to_string(n); }
        void operator()(const Json::Number& n) const { out += n.text; }
        void operator()(const std::string& s) const { write_string(s, out); }
        void operator()(const Json::Array& items) const {
            char before = '[';
            for (const Json& item : items) {
                out += before;
                write(item, out);
                before = ',';
            }
            out += items.empty() ? "[]" : "]";
        }
        void operator()(const Json::Object& members) const {
            char before = '{';
            for (const Json::Member& m : members) {
                out += before;
                write_string(m.name, out);
                out += ':';
                write(m.value, out);
                before = ',';
            }
            out += members.empty() ? "{}" : "}";
        }
    };
    std::visit(Visit{out}, json.value());
}

}  // namespace

const Json* Json::find(std::string_view name) const {
    const auto* members = as<Object>();
    if (!members) return nullptr;
    const auto at =
        std::find_if(members->begin(), members->end(), [&](const Member& m) { return m.name == name; });
    return at == members->end() ? nullptr : &at->value;
}

Result<Json, Rejection> parse_json(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes) return Refused{Rejection{Reject::json_too_large, ""}};
    // The parser underneath skips a byte order mark and takes a zero byte for the end.
    if (text.starts_with("\xef\xbb\xbf") || text.find('\0') != std::string_view::npos)
        return Refused{Rejection{Reject::json_syntax, ""}};
    Builder builder(limits);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return Refused{Rejection{builder.why(), ""}};
    return builder.take();
}

std::string write_json(const Json& value) {
    std::string out;
    write(value, out);
    return out;
}

}  // namespace minhtin
