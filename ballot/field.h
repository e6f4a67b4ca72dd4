#pragma once
// Reading a JSON document into a value. A Field is a place in the document; it gives what is there, or notes
// what is wrong. The first thing wrong is kept, later reads give empty values, and read_document then
// refuses: so a reader is a plain expression, and no half-read value gets out. Unknown fields and the order
// of fields do not matter here; who wants the one spelling compares with the writer (read_canonical).
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "ballot/json.h"
#include "crypto/group.h"

namespace minhtin {

class Field {
public:
    // Texts that may be elements. The first that is asked for is decoded alone: some readers want no other.
    // From the second on, one is decoded together with its neighbours in the document (decode_all in
    // group.h), so what nobody asks for costs at most a block, and decides nothing.
    struct Company {
        bool asked = false;
        std::vector<std::string_view> texts;  // in the order of the document
        std::unordered_map<const std::string*, std::size_t> places;
        std::unordered_map<std::size_t, std::vector<std::optional<Element>>> blocks;  // those decoded so far
    };
    struct Document {
        Json root;
        std::optional<Rejection> fault;
        Company company = {};
    };
    Field(const Json& at, Document& document) : at_(&at), document_(&document) {}

    Field operator[](std::string_view name) const;  // of an object; must be there
    // Nothing also for null: that is how some write an absent field.
    std::optional<Field> maybe(std::string_view name) const;
    std::vector<Field> items() const;  // of an array
    // Exactly n items; otherwise `wrong`.
    std::vector<Field> items(std::size_t n, Reject wrong) const;

    std::string text() const;
    bool flag() const;
    std::uint64_t integer(std::uint64_t min, std::uint64_t max) const;
    // 64 lower-case hex digits of a digest.
    std::string digest() const;
    Element element() const;
    // An element that is used as a key: the identity is refused.
    Element key() const;
    Scalar scalar() const;
    // An integer, or a string of decimal digits, at most max_weight; weight_too_large above.
    std::uint64_t weight() const;

    bool is_text() const { return at_->as<std::string>() != nullptr; }
    bool ok() const { return !document_->fault; }
    void refuse(Reject why) const;
    const Json& json() const { return *at_; }

private:
    const Json* at_;
    Document* document_;
};

// Of one credential, and of all together. Two such numbers add up without overflow.
constexpr std::uint64_t max_weight = (1ull << 63) - 1;

// Decimal, no sign, no leading zero, at most max (which is at most max_weight).
std::optional<std::uint64_t> parse_decimal(std::string_view text, std::uint64_t max);
// Why parse_decimal(text, max_weight) refused a weight: its form, or its size.
Reject why_no_weight(std::string_view text);
// 64 lower-case hex digits.
bool is_digest(std::string_view text);

// Why the text is not a member of the group; only to be asked when Element::decode has refused it.
Reject why_no_element(std::string_view text);

template <class Reader, class T = std::invoke_result_t<Reader, Field>>
Result<T, Rejection> read_document(std::string_view bytes, Reader&& read, const JsonLimits& limits = {}) {
    auto json = parse_json(bytes, limits);
    if (!json) return Refused{json.reason()};
    Field::Document document{std::move(*json), {}};
    T value = std::invoke(std::forward<Reader>(read), Field(document.root, document));
    if (document.fault) return Refused{*document.fault};
    return value;
}

// A part of a document by itself: nothing if `read` finds anything wrong, and the document then still holds.
template <class Reader, class T = std::invoke_result_t<Reader, Field>>
std::optional<T> read_if_shaped(const Json& part, Reader&& read) {
    Field::Document document{part, {}};
    T value = std::invoke(std::forward<Reader>(read), Field(document.root, document));
    return document.fault ? std::nullopt : std::optional(std::move(value));
}

// The same as read_document, and the bytes must be what `write` gives for the value: one spelling for one
// meaning.
template <class Reader, class Writer, class T = std::invoke_result_t<Reader, Field>>
Result<T, Rejection> read_canonical(std::string_view bytes, Reader&& read, Writer&& write,
                                    const JsonLimits& limits = {}) {
    auto value = read_document(bytes, std::forward<Reader>(read), limits);
    if (value && write_json(std::invoke(std::forward<Writer>(write), *value)) != bytes)
        return Refused{Rejection{Reject::not_canonical, ""}};
    return value;
}

}  // namespace minhtin
