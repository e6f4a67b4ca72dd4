#include "server/domain/form.h"

#include <algorithm>

#include "server/domain/text.h"

namespace minhtin {
namespace {

using Why = FormProblem::Why;

// NFC, and without white space at the ends; lines stay.
std::string tidy_lines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += tidy(text.substr(0, end));
        out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const std::size_t last = out.find_last_not_of('\n');
    const std::size_t first = out.find_first_not_of('\n');
    return last == std::string::npos ? "" : out.substr(first, last - first + 1);
}

std::string without_line_ends(std::string text) {
    std::erase(text, '\n');
    return text;
}

bool has_option(const FormField& field, std::string_view id) {
    return std::ranges::any_of(field.options, [&](const FieldOption& o) { return o.id == id; });
}

// The value as it is kept; nothing when it is empty.
Result<std::optional<FieldValue>, Why> keep(const FormField& field, const FieldValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    const auto nothing = [] { return std::optional<FieldValue>{}; };
    switch (field.kind) {
        case FormField::Kind::number: {
            if (text != nullptr && text->empty()) return nothing();
            const auto* number = std::get_if<std::int64_t>(&value);
            if (number == nullptr || *number < 0 || *number > 1'000'000) return Refused{Why::wrong_kind};
            return std::optional<FieldValue>(*number);
        }
        case FormField::Kind::text:
        case FormField::Kind::paragraph: {
            if (text == nullptr) return Refused{Why::wrong_kind};
            const bool line = field.kind == FormField::Kind::text;
            std::string kept = line ? tidy(*text) : tidy_lines(*text);
            if (has_control(without_line_ends(kept))) return Refused{Why::wrong_kind};
            if (length(kept) > (line ? longest_text : longest_paragraph)) return Refused{Why::too_long};
            if (kept.empty()) return nothing();
            return std::optional<FieldValue>(std::move(kept));
        }
        case FormField::Kind::choice: {
            NotedChoice choice;
            if (text != nullptr) {
                choice.choice = *text;
            } else if (const auto* noted = std::get_if<NotedChoice>(&value);
                       noted != nullptr && field.note == FormField::Note::allowed) {
                choice = {noted->choice, tidy(noted->note)};
            } else {
                return Refused{Why::wrong_kind};
            }
            if (choice.choice.empty() && choice.note.empty()) return nothing();
            if (!has_option(field, choice.choice)) return Refused{Why::unknown_option};
            if (has_control(choice.note)) return Refused{Why::wrong_kind};
            if (length(choice.note) > longest_note) return Refused{Why::too_long};
            if (field.note == FormField::Note::none) return std::optional<FieldValue>(choice.choice);
            return std::optional<FieldValue>(std::move(choice));
        }
    }
    bug("field kind", __FILE__, __LINE__);
}

}  // namespace

std::string_view name(FormField::Kind kind) {
    switch (kind) {
        case FormField::Kind::choice:
            return "choice";
        case FormField::Kind::text:
            return "text";
        case FormField::Kind::number:
            return "number";
        case FormField::Kind::paragraph:
            return "paragraph";
    }
    bug("field kind", __FILE__, __LINE__);
}

Result<FilledForm, FormProblem> fill(const Form& form, const FilledForm& values, Stage stage) {
    for (const auto& value : values) {
        const auto same = [&](const auto& other) { return other.first == value.first; };
        if (std::ranges::none_of(form, [&](const FormField& f) { return f.id == value.first; })) {
            return Refused{FormProblem{"?", Why::unknown}};
        }
        if (std::ranges::count_if(values, same) > 1) return Refused{FormProblem{value.first, Why::doubled}};
    }
    FilledForm filled;
    for (const FormField& field : form) {
        const auto given = std::ranges::find_if(values, [&](const auto& v) { return v.first == field.id; });
        std::optional<FieldValue> kept;
        if (given != values.end()) {
            auto result = keep(field, given->second);
            if (!result) return Refused{FormProblem{field.id, result.reason()}};
            kept = std::move(*result);
        }
        if (kept) {
            filled.emplace_back(field.id, std::move(*kept));
        } else if (field.needed == FormField::Needed::required && stage == Stage::final_) {
            return Refused{FormProblem{field.id, Why::missing}};
        }
    }
    return filled;
}

}  // namespace minhtin
