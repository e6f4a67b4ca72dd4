#include "ballot/archive.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <vector>

#include "ballot/field.h"
#include "ballot/json.h"
#include "crypto/hash.h"

namespace minhtin {
namespace {

constexpr std::size_t block = 512;
constexpr std::uint64_t max_timestamp = (1ull << 33) - 1;  // 11 octal digits
using Block = std::array<char, block>;

std::uint64_t padding(std::uint64_t size) {
    return (block - size % block) % block;
}

std::string octal(std::uint64_t n, std::size_t digits) {
    std::string s(digits, '0');
    for (std::size_t i = digits; n != 0 && i > 0; n >>= 3) s[--i] = static_cast<char>('0' + (n & 7));
    return s;
}

std::optional<std::uint64_t> parse_octal(std::string_view digits) {
    std::uint64_t n = 0;
    for (char c : digits) {
        if (c < '0' || c > '7') return {};
        n = n * 8 + static_cast<std::uint64_t>(c - '0');
    }
    return n;
}

Block header_block(std::string_view name, std::uint64_t size, std::uint64_t time) {
    Block b{};
    auto put = [&b](std::size_t offset, std::string_view s) {
        std::copy(s.begin(), s.end(), b.begin() + static_cast<std::ptrdiff_t>(offset));
    };
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, octal(size, 11));
    put(136, octal(time, 11));
    put(148, "        ");
    put(156, "0");
    std::uint64_t sum = 0;
    for (char c : b) sum += static_cast<unsigned char>(c);
    put(148, octal(sum, 6));
    b[154] = '\0';
    return b;
}

std::string frame(std::string_view name, std::string_view content, std::uint64_t time) {
    ENSURE(name.size() < 100 && content.size() <= ArchiveReader::max_file && time <= max_timestamp);
    const Block header = header_block(name, content.size(), time);
    std::string out(header.data(), header.size());
    out += content;
    out.append(padding(content.size()), '\0');
    return out;
}

// The timestamp is a string; a number is read too.
std::optional<std::uint64_t> read_start(std::string_view content) {
    auto timestamp = read_document(content, [](Field f) {
        if (f["version"].integer(0, 1000) != 1) f.refuse(Reject::archive_start);
        const Field at = f["timestamp"];
        if (!at.is_text()) return at.integer(0, max_timestamp);
        const auto n = parse_decimal(at.text(), max_timestamp);
        if (!n) at.refuse(Reject::archive_start);
        return n.value_or(0);
    });
    if (!timestamp) return {};
    const std::string digits = std::to_string(*timestamp);
    if (content != R"({"version":1,"timestamp":")" + digits + R"("})" &&
        content != R"({"version":1,"timestamp":)" + digits + "}")
        return {};
    return *timestamp;
}

Refused<Rejection> refuse_at(Reject why, std::uint64_t offset) {
    return Refused{Rejection{why, "byte " + std::to_string(offset)}};
}

}  // namespace

void MemorySource::read(std::uint64_t offset, std::span<char> out) const {
    ENSURE(offset <= bytes_.size() && out.size() <= bytes_.size() - offset);
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), out.size(), out.begin());
}

std::optional<std::uint64_t> first_difference(const ByteSource& beginning, const ByteSource& whole) {
    if (beginning.size() > whole.size()) return whole.size();
    std::vector<char> one(1u << 16), other(one.size());
    for (std::uint64_t at = 0; at < beginning.size(); at += one.size()) {
        one.resize(std::min<std::uint64_t>(one.size(), beginning.size() - at));
        other.resize(one.size());
        beginning.read(at, one);
        whole.read(at, other);
        const auto differs = std::mismatch(one.begin(), one.end(), other.begin()).first;
        if (differs != one.end()) return at + static_cast<std::uint64_t>(differs - one.begin());
    }
    return {};
}

Result<ArchiveReader, Rejection> ArchiveReader::open(const ByteSource& source) {
    ArchiveReader reader(source);
    auto first = reader.read_entry();
    if (!first) return Refused{first.reason()};
    const auto timestamp = first->name == "BELENIOS" ? read_start(first->content) : std::nullopt;
    if (!timestamp || *timestamp != first->time) return refuse_at(Reject::archive_start, 0);
    reader.timestamp_ = *timestamp;
    return reader;
}

Result<ArchiveReader::Entry, Rejection> ArchiveReader::read_entry() {
    const std::uint64_t left = source_->size() - position_;
    if (left < block) return refuse_at(Reject::archive_truncated, position_);
    Block header;
    source_->read(position_, header);
    const std::string_view text(header.data(), header.size());
    const std::string name(text.substr(0, std::min<std::size_t>(text.find('\0'), 100)));
    const auto size = parse_octal(text.substr(124, 11)), time = parse_octal(text.substr(136, 11));
    if (name.empty() || !size || !time || header_block(name, *size, *time) != header)
        return refuse_at(Reject::archive_header, position_);
    if (*size > max_file) return refuse_at(Reject::archive_too_large, position_);
    if (left - block < *size + padding(*size)) return refuse_at(Reject::archive_truncated, position_);

    Entry entry{name, std::string(*size, '\0'), position_ + block, *time};
    source_->read(entry.offset, entry.content);
    std::array<char, block> pad{};
    source_->read(entry.offset + *size, std::span(pad).first(padding(*size)));
    if (pad != std::array<char, block>{}) return refuse_at(Reject::archive_padding, entry.offset + *size);
    position_ = entry.offset + *size + padding(*size);
    return entry;
}

Result<std::optional<ArchiveFile>, Rejection> ArchiveReader::next() {
    if (position_ == source_->size()) return std::optional<ArchiveFile>();
    const std::uint64_t start = position_;
    auto entry = read_entry();
    if (!entry) return Refused{entry.reason()};
    if (entry->time != timestamp_) return refuse_at(Reject::archive_header, start);

    const std::string_view name = entry->name;
    const std::string_view hash = name.substr(0, 64),
                           suffix = name.substr(std::min<std::size_t>(name.size(), 64));
    if (!is_digest(hash) || (suffix != ".data.json" && suffix != ".event.json"))
        return refuse_at(Reject::archive_name, start);
    if (sha256_hex(entry->content) != hash) return refuse_at(Reject::archive_hash, start);
    return std::optional(
        ArchiveFile{suffix == ".data.json" ? ArchiveFile::Kind::data : ArchiveFile::Kind::event,
                    std::string(hash), std::move(entry->content), entry->offset});
}

std::string archive_start(std::uint64_t timestamp) {
    return frame("BELENIOS", R"({"version":1,"timestamp":")" + std::to_string(timestamp) + R"("})",
                 timestamp);
}

std::string archive_data(std::string_view content, std::uint64_t timestamp) {
    return archive_data(content, sha256_hex(content), timestamp);
}

std::string archive_data(std::string_view content, std::string_view hash, std::uint64_t timestamp) {
    ENSURE(is_digest(hash));
    return frame(std::string(hash) + ".data.json", content, timestamp);
}

std::string archive_event(std::string_view content, std::uint64_t timestamp) {
    return frame(sha256_hex(content) + ".event.json", content, timestamp);
}

}  // namespace minhtin
