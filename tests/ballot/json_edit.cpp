#include "tests/ballot/json_edit.h"

#include <charconv>

#include "crypto/ensure.h"

namespace minhtin {

Json& json_at(Json& root, std::string_view path) {
    Json* at = &root;
    while (!path.empty()) {
        if (path.front() == '[') {
            std::size_t index = 0;
            const std::size_t close = path.find(']');
            std::from_chars(path.data() + 1, path.data() + close, index);
            at = &std::get<Json::Array>(at->value()).at(index);
            path.remove_prefix(close + 1);
        } else {
            if (path.front() == '.') path.remove_prefix(1);
            const std::string_view name = path.substr(0, path.find_first_of(".["));
            Json* found = nullptr;
            for (Json::Member& m : std::get<Json::Object>(at->value())) {
                if (m.name == name) found = &m.value;
            }
            ENSURE(found != nullptr);
            at = found;
            path.remove_prefix(name.size());
        }
    }
    return *at;
}

std::string with(std::string_view text, std::string_view path, Json value) {
    return edited(text, path, [&](Json& at) { at = std::move(value); });
}

std::string edited(std::string_view text, std::string_view path, const std::function<void(Json&)>& edit) {
    auto json = parse_json(text);
    ENSURE(json);
    edit(json_at(*json, path));
    return write_json(*json);
}

}  // namespace minhtin
