#include "server/domain/profile_fields.h"

#include <algorithm>
#include <optional>

#include "server/domain/text.h"

namespace minhtin {
namespace {

using nlohmann::json;

constexpr std::size_t longest_line = 1000;

std::string quoted(std::string_view word) {
    return "“" + std::string(word) + "”";
}

}  // namespace

std::string below(const std::string& path, std::string_view name) {
    std::string p = path + "/";
    for (const char c : name) {
        if (c == '~') {
            p += "~0";
        } else if (c == '/') {
            p += "~1";
        } else {
            p += c;
        }
    }
    return p;
}

std::string below(const std::string& path, std::size_t index) {
    return path + "/" + std::to_string(index);
}

void ProfileReading::problem(const std::string& path, std::string_view code, Sentence says) {
    problems_.push_back({file_, path, std::string(code), std::move(says)});
}

bool is_profile_id(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

Fields::Fields(ProfileReading& reading, const json& object, std::string path)
    : reading_(reading), object_(object), path_(std::move(path)) {
    if (!object_.is_object())
        reading_.problem(path_, "wrong-type", {"Phải là một đối tượng { }.", "It must be an object { }."});
}

bool Fields::has(std::string_view name) const {
    return object_.is_object() && object_.contains(name);
}

const json* Fields::maybe(std::string_view name) {
    asked_.emplace(name);
    return has(name) ? &*object_.find(name) : nullptr;
}

const json* Fields::any(std::string_view name) {
    const json* value = maybe(name);
    if (value == nullptr && object_.is_object())
        reading_.problem(at(name), "missing-field", {"Thiếu trường này.", "This field is missing."});
    return value;
}

void Fields::wrong_type(std::string_view name, std::string_view vi, std::string_view en) {
    reading_.problem(at(name), "wrong-type",
                     {"Phải là " + std::string(vi) + ".", "It must be " + std::string(en) + "."});
}

const json* Fields::list(std::string_view name) {
    const json* value = any(name);
    if (value == nullptr || value->is_array()) return value;
    wrong_type(name, "một danh sách [ ]", "a list [ ]");
    return nullptr;
}

std::string Fields::text(std::string_view name) {
    const json* value = any(name);
    if (value == nullptr) return {};
    if (!value->is_string()) {
        wrong_type(name, "một dòng chữ", "a line of text");
        return {};
    }
    const auto& line = value->get_ref<const std::string&>();
    if (tidy(line).empty()) {
        reading_.problem(at(name), "empty-text", {"Không được để trống.", "It must not be empty."});
    } else if (length(line) > longest_line) {
        reading_.problem(at(name), "text-too-long", {"Dài hơn 1000 ký tự.", "Longer than 1000 characters."});
    } else if (has_control(line)) {
        reading_.problem(at(name), "bad-text", {"Có ký tự điều khiển.", "It has control characters."});
    }
    return line;
}

std::string Fields::id(std::string_view name) {
    const json* value = any(name);
    if (value == nullptr) return {};
    if (!value->is_string() || !is_profile_id(value->get_ref<const std::string&>())) {
        reading_.problem(at(name), "bad-id",
                         {"Mã gồm 1 đến 64 ký tự a-z, 0-9 và dấu gạch nối.",
                          "An id has 1 to 64 characters of a-z, 0-9 and hyphen."});
        return {};
    }
    return *value;
}

std::vector<std::string> Fields::ids(std::string_view name) {
    std::vector<std::string> all;
    const json* value = list(name);
    if (value == nullptr) return all;
    for (std::size_t i = 0; i < value->size(); ++i) {
        const json& one = (*value)[i];
        if (!one.is_string() || !is_profile_id(one.get_ref<const std::string&>())) {
            reading_.problem(below(at(name), i), "bad-id",
                             {"Mã gồm 1 đến 64 ký tự a-z, 0-9 và dấu gạch nối.",
                              "An id has 1 to 64 characters of a-z, 0-9 and hyphen."});
        } else if (std::ranges::find(all, one.get_ref<const std::string&>()) != all.end()) {
            reading_.problem(below(at(name), i), "doubled-id",
                             {"Mã này đã có.", "This id is there already."});
        } else {
            all.push_back(one);
        }
    }
    return all;
}

bool Fields::flag(std::string_view name) {
    const json* value = any(name);
    if (value == nullptr) return false;
    if (value->is_boolean()) return value->get<bool>();
    wrong_type(name, "true hoặc false", "true or false");
    return false;
}

std::int64_t Fields::number(std::string_view name, std::int64_t least, std::int64_t most) {
    const json* value = any(name);
    if (value == nullptr) return least;
    if (!value->is_number_integer()) {
        wrong_type(name, "một số nguyên", "a whole number");
        return least;
    }
    const bool huge = value->is_number_unsigned() && value->get<std::uint64_t>() > std::uint64_t{1} << 62;
    const std::int64_t n = huge ? most + 1 : value->get<std::int64_t>();
    if (n >= least && n <= most) return n;
    const std::string from = std::to_string(least), to = std::to_string(most);
    reading_.problem(at(name), "out-of-range",
                     {"Phải từ " + from + " đến " + to + ".", "It must be from " + from + " to " + to + "."});
    return least;
}

Share Fields::share(std::string_view name) {
    const json* value = any(name);
    if (value == nullptr) return {};
    const auto share =
        value->is_string() ? Share::from_text(value->get_ref<const std::string&>()) : std::nullopt;
    if (share && share->num >= 1 && share->num <= share->den) return *share;
    reading_.problem(at(name), "bad-share",
                     {"Phải là một phần như \"1/5\", lớn hơn 0 và không quá 1.",
                      "It must be a share such as \"1/5\", above 0 and at most 1."});
    return {};
}

Sentence Fields::sentence() {
    std::string vi = text("vi");
    return {std::move(vi), text("en")};
}

Day Fields::day(std::string_view name) {
    static const Day none = *Day::of(1900, 1, 1);
    const json* value = any(name);
    if (value == nullptr) return none;
    const auto day = value->is_string() ? Day::from_iso(value->get_ref<const std::string&>()) : std::nullopt;
    if (day) return *day;
    reading_.problem(at(name), "bad-day",
                     {"Phải là một ngày có thật, viết như 2026-11-21.",
                      "It must be a day that exists, written like 2026-11-21."});
    return none;
}

std::optional<Day> Fields::day_or_null(std::string_view name) {
    const json* value = any(name);
    if (value == nullptr || value->is_null()) return {};
    return day(name);
}

Mark Fields::mark(std::string_view name) {
    const std::string word = text(name);
    for (const Mark m : all_marks()) {
        if (word == minhtin::name(m)) return m;
    }
    if (!word.empty())
        reading_.problem(at(name), "unknown-mark",
                         {"Dấu phải là SOURCE, TEXT, ART, CODE, INFER, DESIGN hoặc NOT FOUND.",
                          "The mark must be SOURCE, TEXT, ART, CODE, INFER, DESIGN or NOT FOUND."});
    return Mark::design;
}

std::string Fields::word(std::string_view name, std::initializer_list<std::string_view> words) {
    const json* value = any(name);
    const std::string first(*words.begin());
    if (value == nullptr) return first;
    if (value->is_string()) {
        for (const std::string_view w : words) {
            if (value->get_ref<const std::string&>() == w) return std::string(w);
        }
    }
    unknown_word(at(name), words);
    return first;
}

std::vector<std::string> Fields::words(std::string_view name, std::initializer_list<std::string_view> words) {
    std::vector<std::string> all = ids(name);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::ranges::find(words, all[i]) == words.end()) unknown_word(below(at(name), i), words);
    }
    return all;
}

void Fields::unknown_word(const std::string& path, std::initializer_list<std::string_view> words) {
    std::string list;
    for (const std::string_view w : words) list += (list.empty() ? "" : ", ") + quoted(w);
    reading_.problem(path, "unknown-word",
                     {"Phải là một trong: " + list + ".", "It must be one of: " + list + "."});
}

void Fields::done() {
    if (!object_.is_object()) return;
    for (const auto& [name, value] : object_.items()) {
        if (!asked_.contains(name))
            reading_.problem(
                at(name), "unknown-field",
                {"Không có trường nào tên như vậy ở đây.", "No field of this name belongs here."});
    }
}

}  // namespace minhtin
