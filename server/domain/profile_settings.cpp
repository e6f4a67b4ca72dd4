#include "server/domain/profile_settings.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace minhtin {
namespace {

using nlohmann::json;

std::optional<SettingValue> value_of(const json& j) {
    if (j.is_boolean()) return SettingValue(j.get<bool>());
    if (j.is_number_unsigned() &&
        j.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return {};
    if (j.is_number_integer()) return SettingValue(j.get<std::int64_t>());
    if (j.is_string()) return SettingValue(j.get<std::string>());
    if (!j.is_array()) return {};
    std::vector<std::string> list;
    for (const json& one : j) {
        if (!one.is_string()) return {};
        list.push_back(one);
    }
    return SettingValue(std::move(list));
}

json json_of(const SettingValue& value) {
    return std::visit([](const auto& v) { return json(v); }, value);
}

Setting* find(std::vector<Setting>& settings, std::string_view id) {
    const auto found = std::ranges::find(settings, id, &Setting::id);
    return found == settings.end() ? nullptr : &*found;
}

void unknown_setting(ProfileReading& reading, const std::string& path) {
    reading.problem(path, "unknown-setting", {"Không có mục cài đặt này.", "There is no such setting."});
}

// Settings that say what this program does; another value would be believed and have no effect.
void refuse_without_effect(Fields& f, const Setting& s) {
    struct Fixed {
        std::string_view id, value;
    };
    static constexpr Fixed all[] = {{"rounding", "half-up, 2 decimals"}, {"audience", "as-decided"}};
    for (const Fixed& fixed : all) {
        if (s.id != fixed.id || text_of(s.value) == fixed.value) continue;
        const std::string only(fixed.value);
        f.reading().problem(f.at("value"), "setting-fixed",
                            {"Chương trình chỉ làm được “" + only + "” ở mục này.",
                             "This program only does “" + only + "” here."});
    }
}

Setting read_setting(ProfileReading& reading, const json& j, const std::string& path,
                     const std::string& profile) {
    Fields f(reading, j, path);
    Setting s;
    s.id = f.id("id");
    s.source = f.text("source");
    s.mark = f.mark("mark");
    s.says = f.sentence();
    s.set_by = profile;
    if (const json* value = f.any("value")) {
        if (const auto read = value_of(*value)) {
            s.value = *read;
            refuse_without_effect(f, s);
        } else {
            f.wrong_type("value", "true, false, số nguyên, chữ hoặc danh sách chữ",
                         "true, false, a whole number, a text or a list of texts");
        }
    }
    f.done();
    return s;
}

}  // namespace

std::string text_of(const SettingValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    std::string list;
    for (const std::string& one : std::get<std::vector<std::string>>(value))
        list += (list.empty() ? "" : ", ") + one;
    return list;
}

const Setting* setting_named(const std::vector<Setting>& settings, std::string_view id) {
    const auto found = std::ranges::find(settings, id, &Setting::id);
    return found == settings.end() ? nullptr : &*found;
}

std::vector<Setting> read_settings(Fields& file, const std::string& profile) {
    std::vector<Setting> all;
    const json* list = file.list("settings");
    if (list == nullptr) return all;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string path = below(file.at("settings"), i);
        Setting s = read_setting(file.reading(), (*list)[i], path, profile);
        if (!s.id.empty() && setting_named(all, s.id) != nullptr)
            file.reading().problem(below(path, "id"), "doubled-id",
                                   {"Mã này đã có.", "This id is there already."});
        all.push_back(std::move(s));
    }
    return all;
}

std::vector<Setting> inherited_settings(Fields& file, const std::vector<const RegulationProfile*>& parents,
                                        const std::vector<Setting>& own) {
    std::vector<Setting> all;
    for (const RegulationProfile* parent : parents) {
        for (const Setting& s : parent->settings) {
            const Setting* other = setting_named(all, s.id);
            if (other == nullptr) {
                all.push_back(s);
                all.back().before.reset();
            } else if (other->value != s.value && setting_named(own, s.id) == nullptr) {
                file.reading().problem(
                    file.at("inherits"), "settings-differ",
                    {"Hai hồ sơ được kế thừa đặt mục “" + s.id + "” khác nhau: phải đặt lại ở đây.",
                     "Two inherited profiles set “" + s.id + "” differently: it must be set here."});
            }
        }
    }
    return all;
}

void change_settings(Fields& file, std::vector<Setting>& settings, const std::vector<Setting>& own) {
    for (std::size_t i = 0; i < own.size(); ++i) {
        const std::string path = below(file.at("settings"), i);
        Setting* old = find(settings, own[i].id);
        if (old == nullptr) {
            unknown_setting(file.reading(), below(path, "id"));
        } else if (old->value.index() != own[i].value.index()) {
            file.reading().problem(
                below(path, "value"), "setting-type",
                {"Giá trị khác loại với giá trị được kế thừa (" + text_of(old->value) + ").",
                 "The value is of another type than the inherited one (" + text_of(old->value) + ")."});
        } else {
            Setting changed = own[i];
            if (changed.value != old->value) changed.before = old->value;
            *old = std::move(changed);
        }
    }
}

namespace {

// "{setting:ID}" in a sentence stands for the value, so that it says what holds here.
std::string said(ProfileReading& reading, std::string text, const std::string& path,
                 const std::vector<Setting>& settings, std::set<std::string>& used) {
    constexpr std::string_view mark = "{setting:";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        const std::size_t end = text.find('}', at);
        if (end == std::string::npos) break;  // the reader of sentences says so
        const Setting* s = setting_named(settings, text.substr(at + mark.size(), end - at - mark.size()));
        if (s == nullptr) {
            unknown_setting(reading, path);
            break;
        }
        used.insert(s->id);
        const std::string value = text_of(s->value);
        text.replace(at, end + 1 - at, value);
        at += value.size();
    }
    return text;
}

}  // namespace

json filled(ProfileReading& reading, const json& j, const std::string& path,
            const std::vector<Setting>& settings, std::set<std::string>& used) {
    if (j.is_object() && j.size() == 1 && j.contains("setting")) {
        const json& id = j["setting"];
        const Setting* s =
            id.is_string() ? setting_named(settings, id.get_ref<const std::string&>()) : nullptr;
        if (s == nullptr) {
            unknown_setting(reading, below(path, "setting"));
            return nullptr;
        }
        used.insert(s->id);
        return json_of(s->value);
    }
    json copy = j;
    if (j.is_object()) {
        for (auto& [name, value] : copy.items()) {
            const bool sentence = value.is_string() && (name == "vi" || name == "en");
            value = sentence ? json(said(reading, value, below(path, name), settings, used))
                             : filled(reading, j[name], below(path, name), settings, used);
        }
    } else if (j.is_array()) {
        for (std::size_t i = 0; i < j.size(); ++i)
            copy[i] = filled(reading, j[i], below(path, i), settings, used);
    }
    return copy;
}

}  // namespace minhtin
