#include "ballot/credentials.h"

#include <algorithm>

#include "ballot/field.h"
#include "ballot/json.h"
#include "crypto/bytes.h"
#include "crypto/ensure.h"

namespace minhtin {
namespace {

struct Line {
    Element credential;
    std::optional<std::uint64_t> weight;
};

// What stands before the comma; nothing of what is no text.
std::string_view element_text(const Field& f) {
    const auto* text = f.json().as<std::string>();
    return text ? std::string_view(*text).substr(0, text->find(',')) : std::string_view();
}

Line read_line(Field f, const std::optional<Element>& credential) {
    const std::string text = f.text();
    const std::size_t comma = text.find(',');
    Line line;
    if (!credential) f.refuse(why_no_element(element_text(f)));
    line.credential = credential.value_or(Element());
    if (comma == std::string::npos) return line;

    const std::string_view weight = std::string_view(text).substr(comma + 1);
    if (weight.find(',') != std::string_view::npos) f.refuse(Reject::credential_entry);
    line.weight = parse_decimal(weight, max_weight);
    if (!line.weight) f.refuse(why_no_weight(weight));
    return line;
}

// The list in its only spelling; elements and weights need no escapes.
class ListWriter {
public:
    void add(const Element& credential, std::optional<std::uint64_t> weight) {
        text_ += text_.empty() ? "[\"" : ",\"";
        text_ += credential.encode();
        if (weight) text_ += "," + std::to_string(*weight);
        text_ += '"';
    }
    std::string list() && { return text_.empty() ? "[]" : std::move(text_) + "]"; }

private:
    std::string text_;
};

}  // namespace

Result<Credentials, Rejection> Credentials::decode(std::string_view bytes, Profile profile) {
    auto lines = read_document(bytes, [&](Field f) {
        std::vector<Line> read;
        const std::vector<Field> items = f.items();
        std::vector<std::optional<Element>> decoded;  // some lines ahead, because many together are faster
        constexpr std::size_t ahead = 64;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i % ahead == 0) {
                std::vector<std::string_view> texts;
                for (std::size_t j = i; j < std::min(i + ahead, items.size()); ++j)
                    texts.push_back(element_text(items[j]));
                decoded = decode_all(texts);
            }
            const Field& item = items[i];
            read.push_back(read_line(item, decoded[i % ahead]));
            if (profile == Profile::hardened && read.back().credential.is_identity())
                item.refuse(Reject::element_identity);
            if (!item.ok()) break;
        }
        return read;
    });
    if (!lines) return Refused{within("credentials", lines.reason())};

    Credentials credentials;
    credentials.entries_.reserve(lines->size());
    std::uint64_t total = 0;
    std::size_t weighted = 0;
    for (const Line& line : *lines) {
        const std::string where = "credentials: [" + std::to_string(credentials.size()) + "]";
        const Entry entry{line.credential, line.weight.value_or(1)};
        total += entry.weight;
        if (total > max_weight) return Refused{Rejection{Reject::weight_too_large, where}};
        if (!credentials.places_.emplace(entry.credential.bytes(), credentials.size()).second)
            return Refused{Rejection{Reject::credential_duplicate, where}};
        credentials.entries_.push_back(entry);
        if (line.weight) ++weighted;
    }
    if (profile == Profile::hardened) {
        ListWriter expected;
        for (const Entry& e : credentials.entries_)
            expected.add(e.credential, weighted != 0 ? std::optional(e.weight) : std::nullopt);
        if (bytes != std::move(expected).list())
            return Refused{Rejection{Reject::not_canonical, "credentials"}};
    }
    return credentials;
}

std::optional<std::size_t> Credentials::find(const Element& credential) const {
    return place(credential.bytes());
}

std::optional<std::size_t> Credentials::find_spelled(std::string_view digits) const {
    const auto bytes = from_hex(digits);
    if (!bytes || bytes->size() != Encoding().size()) return {};
    Encoding encoding;
    std::copy(bytes->rbegin(), bytes->rend(), encoding.begin());
    return place(encoding);
}

std::optional<std::size_t> Credentials::place(const Encoding& credential) const {
    const auto at = places_.find(credential);
    return at == places_.end() ? std::nullopt : std::optional(at->second);
}

std::string encode_credentials(std::span<const Element> credentials) {
    ListWriter writer;
    for (const Element& credential : credentials) writer.add(credential, {});
    return std::move(writer).list();
}

std::string encode_credentials(std::span<const Element> credentials, std::span<const std::uint64_t> weights) {
    ENSURE(weights.size() == credentials.size());
    ListWriter writer;
    for (std::size_t i = 0; i < credentials.size(); ++i) writer.add(credentials[i], weights[i]);
    return std::move(writer).list();
}

}  // namespace minhtin
