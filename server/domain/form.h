#pragma once
// Forms as data: what a channel asks, and whether an answer fits. A filled form holds values in the order of
// the form, so that two equal answers are equal texts.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "crypto/result.h"
#include "server/domain/sentence.h"

namespace minhtin {

struct FieldOption {
    std::string id;
    Sentence label;
};

struct FormField {
    enum class Kind { choice, text, number, paragraph };
    enum class Needed { required, optional };
    enum class Note { none, allowed };  // a choice with room for a sentence
    std::string id;
    Kind kind = Kind::text;
    Sentence label;
    Needed needed = Needed::optional;
    Note note = Note::none;
    std::vector<FieldOption> options;
};
std::string_view name(FormField::Kind kind);

using Form = std::vector<FormField>;

struct NotedChoice {
    std::string choice, note;  // note may be empty
    bool operator==(const NotedChoice&) const = default;
};

// Text and plain choices are strings; numbers are whole, 0 to 1,000,000.
using FieldValue = std::variant<std::string, std::int64_t, NotedChoice>;
using FilledForm = std::vector<std::pair<std::string, FieldValue>>;

struct FormProblem {
    enum class Why { missing, unknown, wrong_kind, unknown_option, too_long, doubled };
    std::string field;  // id; of an unknown field "?"
    Why why;
    bool operator==(const FormProblem&) const = default;
};

inline constexpr std::size_t longest_text = 200;          // characters of one line
inline constexpr std::size_t longest_note = 1'000;        // a sentence beside a choice
inline constexpr std::size_t longest_paragraph = 20'000;  // several pages

// The values in the order of the form, tidied (NFC; paragraphs keep their lines), empty ones left out.
// Refuses what is missing, not asked, of another kind, not among the options, too long, or given twice. For a
// draft
// (`Stage::draft`) nothing is missing.
enum class Stage { draft, final_ };
Result<FilledForm, FormProblem> fill(const Form& form, const FilledForm& values, Stage stage);

}  // namespace minhtin
