#include "ballot/field.h"

#include <algorithm>
#include <span>
#include <utility>

namespace minhtin {
namespace {

const Json nothing;

// "answers[1].choices[0].alpha": where `target` lies under `at`. Looked for only when something is wrong.
bool find_path(const Json& at, const Json* target, std::string& path) {
    if (&at == target) return true;
    const std::size_t length = path.size();
    if (const auto* items = at.as<Json::Array>()) {
        for (std::size_t i = 0; i < items->size(); ++i) {
            path += "[" + std::to_string(i) + "]";
            if (find_path((*items)[i], target, path)) return true;
            path.resize(length);
        }
    } else if (const auto* members = at.as<Json::Object>()) {
        for (const Json::Member& m : *members) {
            path += (path.empty() ? "" : ".") + m.name;
            if (find_path(m.value, target, path)) return true;
            path.resize(length);
        }
    }
    return false;
}

constexpr std::size_t block_size = 64;

// Every text of the length of an element.
void find_texts(const Json& at, Field::Company& company) {
    if (const auto* text = at.as<std::string>()) {
        if (text->size() != 64) return;
        company.places.emplace(text, company.texts.size());
        company.texts.emplace_back(*text);
    } else if (const auto* items = at.as<Json::Array>()) {
        for (const Json& item : *items) find_texts(item, company);
    } else if (const auto* members = at.as<Json::Object>()) {
        for (const Json::Member& m : *members) find_texts(m.value, company);
    }
}

std::optional<Element> decode_in_company(const std::string& text, Field::Document& document) {
    Field::Company& company = document.company;
    if (!std::exchange(company.asked, true)) return Element::decode(text);
    if (company.texts.empty()) find_texts(document.root, company);
    const auto place = company.places.find(&text);
    if (place == company.places.end()) return {};
    const std::size_t first = place->second - place->second % block_size;
    auto& block = company.blocks[first];
    if (block.empty()) {
        const std::span<const std::string_view> texts(company.texts);
        block = decode_all(texts.subspan(first, std::min(block_size, texts.size() - first)));
    }
    return block[place->second - first];
}

}  // namespace

bool is_digest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<std::uint64_t> parse_decimal(std::string_view text, std::uint64_t max) {
    if (text.empty() || text.size() > 19 || (text[0] == '0' && text.size() > 1)) return {};
    std::uint64_t n = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return {};
        n = n * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return n <= max ? std::optional(n) : std::nullopt;
}

Reject why_no_weight(std::string_view text) {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    return digits && text[0] != '0' ? Reject::weight_too_large : Reject::weight_range;
}

Reject why_no_element(std::string_view text) {
    constexpr std::string_view p = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed";
    constexpr std::string_view p_minus_1 = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec";
    constexpr std::string_view one = "0000000000000000000000000000000000000000000000000000000000000001";
    if (!is_digest(text)) return Reject::element_syntax;
    const bool sign = text[0] >= '8';
    std::string y(text);
    if (sign) y[0] = "01234567"[text[0] <= '9' ? text[0] - '8' : text[0] - 'a' + 2];
    // y must be reduced; x = 0, which is so for y = 1 and y = -1, has no sign.
    if (y >= p || (sign && (y == one || y == p_minus_1))) return Reject::element_not_canonical;
    return Reject::element_not_in_group;
}

void Field::refuse(Reject why) const {
    if (document_->fault) return;
    std::string path;
    find_path(document_->root, at_, path);
    document_->fault = Rejection{why, path};
}

Field Field::operator[](std::string_view name) const {
    if (const Json* found = at_->find(name)) return {*found, *document_};
    if (!at_->as<Json::Object>()) {
        refuse(Reject::field_type);
    } else if (ok()) {
        refuse(Reject::field_missing);
        std::string& where = document_->fault->where;
        where += (where.empty() ? "" : ".") + std::string(name);
    }
    return {nothing, *document_};
}

std::optional<Field> Field::maybe(std::string_view name) const {
    const Json* found = at_->find(name);
    if (found && !found->as<std::nullptr_t>()) return Field(*found, *document_);
    if (!at_->as<Json::Object>()) refuse(Reject::field_type);
    return {};
}

std::vector<Field> Field::items() const {
    const auto* array = ok() ? at_->as<Json::Array>() : nullptr;
    if (!array) {
        refuse(Reject::field_type);
        return {};
    }
    std::vector<Field> fields;
    fields.reserve(array->size());
    for (const Json& item : *array) fields.emplace_back(item, *document_);
    return fields;
}

std::vector<Field> Field::items(std::size_t n, Reject wrong) const {
    std::vector<Field> fields = items();
    if (ok() && fields.size() != n) refuse(wrong);
    if (!ok()) fields.clear();
    return fields;
}

std::string Field::text() const {
    if (const auto* s = at_->as<std::string>()) return *s;
    refuse(Reject::field_type);
    return {};
}

bool Field::flag() const {
    if (const auto* b = at_->as<bool>()) return *b;
    refuse(Reject::field_type);
    return false;
}

std::uint64_t Field::integer(std::uint64_t min, std::uint64_t max) const {
    const auto* n = at_->as<std::int64_t>();
    if (n && *n >= 0 && static_cast<std::uint64_t>(*n) >= min && static_cast<std::uint64_t>(*n) <= max)
        return static_cast<std::uint64_t>(*n);
    refuse(Reject::field_type);
    return min;
}

std::string Field::digest() const {
    const auto* s = at_->as<std::string>();
    if (s && is_digest(*s)) return *s;
    refuse(Reject::field_type);
    return {};
}

Element Field::element() const {
    if (!ok()) return {};
    const auto* s = at_->as<std::string>();
    if (!s) {
        refuse(Reject::field_type);
        return {};
    }
    const auto element = decode_in_company(*s, *document_);
    if (!element) refuse(why_no_element(*s));
    return element.value_or(Element());
}

Element Field::key() const {
    const Element element = this->element();
    if (element.is_identity()) refuse(Reject::element_identity);
    return element;
}

Scalar Field::scalar() const {
    const auto* s = at_->as<std::string>();
    const auto scalar = s ? Scalar::decode(*s) : std::nullopt;
    if (!scalar) refuse(s ? Reject::scalar_syntax : Reject::field_type);
    return scalar.value_or(Scalar());
}

std::uint64_t Field::weight() const {
    if (const auto* n = at_->as<std::int64_t>(); n && *n >= 0) return static_cast<std::uint64_t>(*n);
    std::string_view text;
    if (const auto* s = at_->as<std::string>()) text = *s;
    if (const auto* number = at_->as<Json::Number>()) text = number->text;
    const auto n = parse_decimal(text, max_weight);
    if (!n) refuse(why_no_weight(text));
    return n.value_or(0);
}

}  // namespace minhtin
