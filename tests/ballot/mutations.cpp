#include "tests/ballot/mutations.h"

#include <algorithm>

#include "crypto/ensure.h"
#include "tests/ballot/json_edit.h"

namespace minhtin {
namespace {

void places(const Json& at, const std::string& path, std::vector<std::string>& out) {
    out.push_back(path);
    if (const auto* items = at.as<Json::Array>()) {
        for (std::size_t i = 0; i < items->size(); ++i)
            places((*items)[i], path + "[" + std::to_string(i) + "]", out);
    } else if (const auto* members = at.as<Json::Object>()) {
        for (const Json::Member& m : *members)
            places(m.value, path + (path.empty() ? "" : ".") + m.name, out);
    }
}

const Json* find(const Json& root, const std::string& path) {
    std::vector<std::string> known;
    places(root, "", known);
    if (std::find(known.begin(), known.end(), path) == known.end()) return nullptr;
    return &json_at(const_cast<Json&>(root), path);
}

bool all_of_class(const std::string& s, const char* characters) {
    return !s.empty() && s.find_first_not_of(characters) == std::string::npos;
}

// Values near to this one, and what is no value for this place.
std::vector<std::pair<std::string, Json>> replacements(const Json& value) {
    std::vector<std::pair<std::string, Json>> out{
        {"null", Json()}, {"an empty array", Json::Array{}}, {"an empty object", Json::Object{}}};
    if (const auto* n = value.as<std::int64_t>()) {
        out.insert(out.end(), {{"one more", Json::integer(*n + 1)},
                               {"one less", Json::integer(*n - 1)},
                               {"as text", std::to_string(*n)},
                               {"as a fraction", Json::Number{std::to_string(*n) + ".0"}},
                               {"with an exponent", Json::Number{std::to_string(*n) + "e0"}}});
    } else if (const auto* b = value.as<bool>()) {
        out.insert(out.end(), {{"negated", Json::boolean(!*b)}, {"as a number", Json::integer(*b)}});
    } else if (const auto* s = value.as<std::string>()) {
        std::string last = *s;
        if (!last.empty()) last.back() = last.back() == '1' ? '2' : '1';
        out.insert(out.end(), {{"last character changed", last},
                               {"longer", *s + "0"},
                               {"with a space", *s + " "},
                               {"empty", ""},
                               {"as a number", Json::integer(1)}});
        if (!s->empty()) out.push_back({"shorter", s->substr(0, s->size() - 1)});
        if (all_of_class(*s, "0123456789")) {
            out.insert(out.end(), {{"with a zero in front", "0" + *s}, {"with a sign", "+" + *s}});
            // The same modulo the order of the group.
            std::string sum = "7237005577332262213973186563042994240857116359379907606001950938285454250989";
            if (s->size() <= sum.size()) {
                int carry = 0;
                for (std::size_t i = 0; i < sum.size(); ++i) {
                    char& digit = sum[sum.size() - 1 - i];
                    const int digits =
                        (digit - '0') + (i < s->size() ? (*s)[s->size() - 1 - i] - '0' : 0) + carry;
                    digit = static_cast<char>('0' + digits % 10);
                    carry = digits / 10;
                }
                out.push_back({"plus the group's order", (carry != 0 ? "1" : "") + sum});
            }
        }
        if (s->size() == 64 && all_of_class(*s, "0123456789abcdef")) {
            std::string upper = *s;
            std::transform(upper.begin(), upper.end(), upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c; });
            out.insert(
                out.end(),
                {{"in upper case", upper},
                 {"the identity", "0000000000000000000000000000000000000000000000000000000000000001"},
                 {"the identity as p+1", "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee"},
                 {"of order 2", "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"},
                 {"the generator", "6666666666666666666666666666666666666666666666666666666666666658"}});
            std::string sign = *s;
            sign[0] = "89abcdef01234567"[sign[0] <= '9' ? sign[0] - '0' : sign[0] - 'a' + 10];
            out.push_back({"negated", sign});
        }
    }
    return out;
}

// Changes of what a container holds, and of its order.
std::vector<std::pair<std::string, Json>> rearrangements(const Json& value) {
    std::vector<std::pair<std::string, Json>> out;
    if (const auto* items = value.as<Json::Array>()) {
        for (std::size_t i = 0; i < items->size(); ++i) {
            const auto at = static_cast<std::ptrdiff_t>(i);
            const std::string item = "[" + std::to_string(i) + "] ";
            Json::Array missing = *items, doubled = *items, exchanged = *items;
            missing.erase(missing.begin() + at);
            doubled.insert(doubled.begin() + at, (*items)[i]);
            out.insert(out.end(),
                       {{item + "missing", std::move(missing)}, {item + "doubled", std::move(doubled)}});
            if (i == 0) continue;
            std::swap(exchanged[i - 1], exchanged[i]);
            out.push_back({item + "exchanged with the one before", std::move(exchanged)});
        }
        Json::Array longer = *items;
        longer.push_back(Json());
        out.push_back({"one more item", std::move(longer)});
    } else if (const auto* members = value.as<Json::Object>()) {
        for (std::size_t i = 0; i < members->size(); ++i) {
            const auto at = static_cast<std::ptrdiff_t>(i);
            const std::string name = "." + (*members)[i].name + " ";
            Json::Object missing = *members, doubled = *members, renamed = *members, exchanged = *members;
            missing.erase(missing.begin() + at);
            doubled.push_back((*members)[i]);
            renamed[i].name += "_";
            out.insert(out.end(), {{name + "missing", std::move(missing)},
                                   {name + "doubled", std::move(doubled)},
                                   {name + "renamed", std::move(renamed)}});
            if (i == 0) continue;
            std::swap(exchanged[i - 1], exchanged[i]);
            out.push_back({name + "exchanged with the one before", std::move(exchanged)});
        }
        Json::Object more = *members;
        more.push_back({"more", Json::integer(1)});
        out.push_back({"an unknown field", std::move(more)});
    }
    return out;
}

}  // namespace

std::vector<Mutation> mutations(std::string_view text, const std::vector<std::string>& others) {
    const auto root = parse_json(text);
    ENSURE(root && write_json(*root) == text);
    std::vector<std::string> all;
    places(*root, "", all);
    std::vector<Mutation> out;
    auto put = [&](const std::string& path, const std::string& what, Json value) {
        std::string changed = with(text, path, std::move(value));
        if (changed != text) out.push_back({path + ": " + what, std::move(changed)});
    };
    for (const std::string& path : all) {
        const Json& value = *find(*root, path);
        for (auto& [what, replacement] : replacements(value)) put(path, what, std::move(replacement));
        for (auto& [what, replacement] : rearrangements(value)) put(path, what, std::move(replacement));
        for (const std::string& other : others) {
            const auto other_root = parse_json(other);
            if (const Json* same = find(*other_root, path)) put(path, "taken from another", *same);
        }
    }
    // Other spellings of the same meaning.
    const std::string original(text);
    out.push_back({"space in front", " " + original});
    out.push_back({"line end behind", original + "\n"});
    out.push_back({"byte order mark", "\xef\xbb\xbf" + original});
    out.push_back({"zero byte behind", original + std::string(1, '\0')});
    for (std::size_t i = original.find(','); i != std::string::npos && i < 400; i = original.find(',', i + 1))
        out.push_back({"space after byte " + std::to_string(i),
                       original.substr(0, i + 1) + " " + original.substr(i + 1)});
    for (std::size_t i = original.find('"'); i != std::string::npos && i < 400;
         i = original.find('"', i + 1)) {
        const char c = i + 1 < original.size() ? original[i + 1] : '"';
        if (c < 'a' || c > 'z') continue;
        const std::string escape =
            std::string("\\u00") + "0123456789abcdef"[c >> 4] + "0123456789abcdef"[c & 15];
        out.push_back({"escape at byte " + std::to_string(i),
                       original.substr(0, i + 1) + escape + original.substr(i + 2)});
    }
    return out;
}

}  // namespace minhtin
