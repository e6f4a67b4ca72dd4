#include "server/domain/profile_condition.h"

#include <algorithm>
#include <array>

#include "server/domain/rules/topics.h"

namespace minhtin {
namespace {

using nlohmann::json;

const FigureKind& kind_of(FigureId id) {
    return figure_kinds()[id];
}

// The words that a figure can be, " a b c "; empty when it is a level of the profile.
std::string_view words_of(std::string_view figure) {
    static constexpr std::string_view grades = " excellent good average poor ", flag = " yes no ";
    if (figure == "file.subject") return " collective person ";
    if (figure == "person.role") return " head deputy member none ";
    if (figure.starts_with("criteria.")) return grades;
    if (figure.starts_with("conclusions.") || figure == "collective.force_majeure") return flag;
    const std::size_t dot = figure.find('.');
    if (const FactTopic* topic = topic_named(figure.substr(0, dot))) {
        for (const TopicField& field : topic->fields) {
            if (field.name == figure.substr(dot + 1)) return field.level ? "" : field.words;
        }
    }
    return "";
}

bool is_word_of(const FigureKind& figure, const std::string& word, const RuleNames& names) {
    const std::string_view words = words_of(figure.name);
    if (!words.empty()) return words.find(" " + word + " ") != std::string_view::npos;
    // "none": a member who is no civil servant has no such rating
    if (figure.name == "civil-rating.level" && word == "none") return true;
    return std::ranges::any_of(names.rating_levels, [&](const Level& l) { return l.id == word; });
}

class Reader {
public:
    Reader(Fields& fields, const RuleNames& names)
        : fields_(fields), reading_(fields.reading()), names_(names) {}

    Condition read() {
        if (fields_.has("all")) return joined(Condition::Kind::all, "all");
        if (fields_.has("any")) return joined(Condition::Kind::any, "any");
        if (fields_.has("not")) return negation();
        return comparison();
    }

private:
    Condition joined(Condition::Kind kind, std::string_view name) {
        Condition c;
        c.kind = kind;
        const json* list = fields_.list(name);
        if (list == nullptr) return c;
        if (list->empty()) bad(name, "Danh sách điều kiện trống.", "The list of conditions is empty.");
        for (std::size_t i = 0; i < list->size(); ++i)
            c.parts.push_back(read_condition(reading_, (*list)[i], below(fields_.at(name), i), names_));
        return c;
    }

    Condition negation() {
        Condition c;
        c.kind = Condition::Kind::negation;
        c.parts.push_back(read_condition(reading_, *fields_.any("not"), fields_.at("not"), names_));
        return c;
    }

    Condition comparison() {
        Condition c;
        const json* figure = fields_.any("figure");
        if (figure == nullptr) return c;
        const auto id = read_figure(reading_, *figure, fields_.at("figure"));
        c.figure = id.value_or(0);
        const json* of = fields_.maybe("of");
        if (of != nullptr) c.of = read_figure(reading_, *of, fields_.at("of")).value_or(c.figure);
        if (!id) {  // what it is compared with cannot be judged
            for (const std::string_view name :
                 {"at_least", "more_than", "at_most", "less_than", "equals", "one_of"})
                fields_.maybe(name);
            return c;
        }
        if (kind_of(c.figure).type == FigureKind::Type::word) {
            words(c);
            if (of != nullptr) wrong_figure("of");
        } else {
            number(c, of != nullptr);
            if (of != nullptr && kind_of(c.of).type == FigureKind::Type::word) wrong_figure("of");
        }
        return c;
    }

    void number(Condition& c, bool share) {
        static constexpr std::array<std::pair<std::string_view, Condition::Compare>, 5> compares{{
            {"at_least", Condition::Compare::at_least},
            {"more_than", Condition::Compare::more_than},
            {"at_most", Condition::Compare::at_most},
            {"less_than", Condition::Compare::less_than},
            {"equals", Condition::Compare::equals},
        }};
        c.kind = share ? Condition::Kind::share : Condition::Kind::number;
        std::string_view found;
        for (const auto& [name, compare] : compares) {
            if (!fields_.has(name)) continue;
            if (!found.empty()) bad(name, "Chỉ so sánh một lần.", "Only one comparison.");
            found = name;
            c.compare = compare;
            fields_.maybe(name);
        }
        if (found.empty())
            return bad(
                "figure", "Thiếu phép so sánh số (at_least, more_than, at_most, less_than, equals).",
                "A comparison of numbers is missing (at_least, more_than, at_most, less_than, equals).");
        const json& value = *fields_.any(found);
        if (share) {
            c.share = fields_.share(found);
        } else if (const auto n = value.is_string() ? Decimal::from_text(value.get_ref<const std::string&>())
                                                    : std::nullopt) {
            c.number = *n;
        } else {
            reading_.problem(fields_.at(found), "bad-number",
                             {"Phải là một số viết trong ngoặc kép, như \"90\" hay \"89.5\".",
                              "It must be a number in quotes such as \"90\" or \"89.5\"."});
        }
    }

    void words(Condition& c) {
        c.kind = Condition::Kind::word;
        const bool list = fields_.has("one_of");
        if (list == fields_.has("equals"))
            return bad("figure", "Số liệu này là chữ: cần đúng một trong equals, one_of.",
                       "This figure is a word: exactly one of equals, one_of is needed.");
        const std::string_view name = list ? "one_of" : "equals";
        const json& value = *fields_.any(name);
        const std::string path = fields_.at(name);
        if (!list) return word(c, value, path);
        if (!value.is_array() || value.empty())
            return bad(name, "Cần một danh sách từ.", "A list of words is needed.");
        for (std::size_t i = 0; i < value.size(); ++i) word(c, value[i], below(path, i));
    }

    void word(Condition& c, const json& value, const std::string& path) {
        if (value.is_string() && is_word_of(kind_of(c.figure), value, names_))
            return c.words.push_back(value);
        reading_.problem(path, "unknown-word",
                         {"Số liệu này không có giá trị như vậy.", "This figure never has that value."});
    }

    void wrong_figure(std::string_view name) {
        reading_.problem(
            fields_.at(name), "figure-type",
            {"Chỉ so tỷ lệ giữa hai số liệu là số.", "A share needs two figures that are numbers."});
    }
    void bad(std::string_view name, std::string_view vi, std::string_view en) {
        reading_.problem(fields_.at(name), "bad-condition", {std::string(vi), std::string(en)});
    }

    Fields& fields_;
    ProfileReading& reading_;
    const RuleNames& names_;
};

}  // namespace

std::optional<FigureId> read_figure(ProfileReading& reading, const json& j, const std::string& path) {
    const auto id = j.is_string() ? figure_named(j.get_ref<const std::string&>()) : std::nullopt;
    if (!id)
        reading.problem(path, "unknown-figure",
                        {"Không có số liệu tên như vậy.", "There is no figure of this name."});
    return id;
}

Condition read_condition(ProfileReading& reading, const json& j, const std::string& path,
                         const RuleNames& names) {
    Fields fields(reading, j, path);
    if (!j.is_object()) return {};
    Condition c = Reader(fields, names).read();
    fields.done();
    return c;
}

}  // namespace minhtin
