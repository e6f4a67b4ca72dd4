#pragma once
// JSON as the protocol writes it (protocol.md chapter 3). Only here and in tools is JSON seen as text.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ballot/reasons.h"
#include "crypto/result.h"

namespace minhtin {

// A JSON value. Fields keep their order; numbers other than 64-bit integers keep their spelling.
class Json {
public:
    struct Member;
    struct Number {
        std::string text;
    };
    using Array = std::vector<Json>;
    using Object = std::vector<Member>;
    using Value = std::variant<std::nullptr_t, bool, std::int64_t, Number, std::string, Array, Object>;

    // Defined below, where Member is complete.
    Json();
    Json(const char* s);
    Json(std::string s);
    Json(std::string_view s);
    Json(Array a);
    Json(Object o);
    Json(Number n);
    static Json boolean(bool b);
    static Json integer(std::int64_t n);

    const Value& value() const { return v_; }
    Value& value() { return v_; }
    template <class T>
    const T* as() const {
        return std::get_if<T>(&v_);
    }
    // The field of an object, or nothing (also when this is no object).
    const Json* find(std::string_view name) const;

private:
    explicit Json(Value v);
    Value v_;
};

struct Json::Member {
    std::string name;
    Json value;
};

inline Json::Json() : v_(nullptr) {}
inline Json::Json(const char* s) : v_(std::string(s)) {}
inline Json::Json(std::string s) : v_(std::move(s)) {}
inline Json::Json(std::string_view s) : v_(std::string(s)) {}
inline Json::Json(Array a) : v_(std::move(a)) {}
inline Json::Json(Object o) : v_(std::move(o)) {}
inline Json::Json(Number n) : v_(std::move(n)) {}
inline Json::Json(Value v) : v_(std::move(v)) {}
inline Json Json::boolean(bool b) {
    return Json(Value(b));
}
inline Json Json::integer(std::int64_t n) {
    return Json(Value(n));
}

struct JsonLimits {
    std::size_t bytes = 64u << 20;
    std::size_t depth = 32;
    std::size_t values = 4u << 20;  // numbers, strings, arrays, objects and names together
};

// Exactly one value. Refused: text that is not UTF-8, a byte order mark, bytes after the value, a name twice
// in one object, and what is beyond the limits.
Result<Json, Rejection> parse_json(std::string_view text, const JsonLimits& limits = {});

// Compact, fields in their order, escapes as in protocol.md chapter 3.
std::string write_json(const Json& value);

}  // namespace minhtin
