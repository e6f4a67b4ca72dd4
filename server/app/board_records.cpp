#include "server/app/board_records.h"

#include <charconv>

#include "crypto/ensure.h"
#include "crypto/hash.h"

namespace minhtin {

std::string_view record_content(const BoardRecord& record) {
    constexpr std::size_t header = 512, size_at = 124, size_digits = 11;
    ENSURE(record.bytes.size() >= header);
    std::uint64_t size = 0;
    const char* digits = record.bytes.data() + size_at;
    const auto read = std::from_chars(digits, digits + size_digits, size, 8);
    ENSURE(read.ptr == digits + size_digits && size <= record.bytes.size() - header);
    return std::string_view(record.bytes).substr(header, size);
}

std::string data_name(std::string_view hash) {
    return std::string(hash) + ".data.json";
}

std::string_view checked_content(const BoardRecord& record, std::uint64_t timestamp) {
    const std::string_view content = record_content(record);
    const bool event = !event_hash(record).empty();
    ENSURE(record.bytes == (event ? archive_event(content, timestamp) : archive_data(content, timestamp)));
    // The header begins with the name, which holds the hash.
    ENSURE(record.bytes.compare(0, record.name.size() + 1, record.name.c_str(), record.name.size() + 1) == 0);
    return content;
}

BoardData::BoardData(std::string text) : content(std::move(text)), hash(sha256_hex(content)) {}

EventRecords records_of(const BoardState& state, EventType type, const std::vector<BoardData>& data,
                        std::uint64_t timestamp) {
    EventRecords out;
    std::vector<std::string> hashes;
    for (const BoardData& d : data) {
        out.records.push_back({data_name(d.hash), archive_data(d.content, d.hash, timestamp)});
        hashes.push_back(d.hash);
    }
    BoardEvent event{state.head, state.height, type, {}};
    if (!hashes.empty()) event.payload = hashes.back();
    const auto next = admit(state, event, hashes);
    ENSURE(next);
    out.next = *next;
    out.records.push_back({*out.next.head + ".event.json", archive_event(encode_event(event), timestamp)});
    return out;
}

}  // namespace minhtin
