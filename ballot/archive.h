#pragma once
// The archive UUID.bel (protocol.md chapter 4): reading it as a stream, and the bytes that extend it. It is
// only ever extended; nothing here rewrites.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ballot/reasons.h"
#include "crypto/result.h"

namespace minhtin {

// Where archive bytes come from. Reads at any place; may be asked by several threads at once. A failing read
// is the environment's fault and throws.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    virtual std::uint64_t size() const = 0;
    // Fills all of `out`; offset + out.size() <= size().
    virtual void read(std::uint64_t offset, std::span<char> out) const = 0;
};

// Bytes in memory; they must outlive the source.
class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
    std::uint64_t size() const override { return bytes_.size(); }
    void read(std::uint64_t offset, std::span<char> out) const override;

private:
    std::string_view bytes_;
};

// Nothing if `whole` begins with `beginning`. Otherwise the place of the first byte that differs; if `whole`
// is the shorter one, its end, and nothing is compared.
std::optional<std::uint64_t> first_difference(const ByteSource& beginning, const ByteSource& whole);

// A file inside the archive.
struct ArchiveFile {
    enum class Kind { data, event };
    Kind kind;
    std::string hash;  // of the content, 64 hex digits; checked
    std::string content;
    std::uint64_t offset;  // of the content, in the archive
};

// Goes through the archive file by file. What comes out has had its header, padding, name and hash checked.
class ArchiveReader {
public:
    // No file inside may be larger than this; the largest real ones are credential lists.
    static constexpr std::size_t max_file = 64u << 20;

    // Reads the BELENIOS header. The source must outlive the reader.
    static Result<ArchiveReader, Rejection> open(const ByteSource& source);
    // The next file, or nothing at the end.
    Result<std::optional<ArchiveFile>, Rejection> next();
    std::uint64_t timestamp() const { return timestamp_; }
    // Where the next file begins.
    std::uint64_t position() const { return position_; }

private:
    explicit ArchiveReader(const ByteSource& source) : source_(&source) {}
    struct Entry {
        std::string name, content;
        std::uint64_t offset, time;
    };
    Result<Entry, Rejection> read_entry();

    const ByteSource* source_;
    std::uint64_t position_ = 0;
    std::uint64_t timestamp_ = 0;
};

// The first bytes of an archive. `timestamp` is in seconds since 1970, below 2^33, and returns in every file.
std::string archive_start(std::uint64_t timestamp);
// The bytes that append one file with this content (at most ArchiveReader::max_file bytes).
std::string archive_data(std::string_view content, std::uint64_t timestamp);
// The same for who knows the hash of the content already.
std::string archive_data(std::string_view content, std::string_view hash, std::uint64_t timestamp);
std::string archive_event(std::string_view content, std::uint64_t timestamp);

}  // namespace minhtin
