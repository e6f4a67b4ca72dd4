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

EventRecords records_of(const BoardState& state, EventType type, const std::vector<std::string>& data,
                        std::uint64_t timestamp) {
    const auto step = extend(state, type, data, timestamp);
    ENSURE(step);
    EventRecords out{{}, step->next};
    for (const std::string& content : data)
        out.records.push_back({data_name(sha256_hex(content)), archive_data(content, timestamp)});
    out.records.push_back(
        {*step->next.head + ".event.json", archive_event(encode_event(step->event), timestamp)});
    return out;
}

}  // namespace minhtin
