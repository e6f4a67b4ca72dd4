#pragma once
// What the server remembers of the public boards: for each election the records of its archive, in their
// order, and nothing else. No person, no time, no address, no session can get in here: there is no field for
// them.
//
// A record is kept as the bytes that it has in the archive file (header, content, padding; protocol.md 4), so
// that an archive is the plain sequence of its records.
//
// Every call is safe from any thread. Errors of disk and database are exceptions.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minhtin {

struct BoardRecord {
    std::string name;   // as in its header: BELENIOS, <hash>.data.json, <hash>.event.json
    std::string bytes;  // a multiple of 512
    bool operator==(const BoardRecord&) const = default;
};

// Where a board stands. An election that has no record yet has no records and an empty event.
struct BoardHead {
    std::uint64_t records = 0;
    std::string event;  // hash of the last event, hex
    bool operator==(const BoardHead&) const = default;
};

// Records that come onto the board together or not at all; the last one is an event.
using BoardGroup = std::vector<BoardRecord>;
// The hash of the event that such a record holds; empty for other records.
std::string_view event_hash(const BoardRecord& record);

enum class Appended { done, head_moved };

class BoardStore {
public:
    virtual ~BoardStore() = default;

    // The elections that have records, sorted by id.
    virtual std::vector<std::string> elections() const = 0;

    virtual BoardHead head(std::string_view election) const = 0;

    // Puts the group behind `expected`, or does nothing if the board is not there (any more). When it answers
    // `done`, the group survives a power cut. Whether a record is on the board already is the caller's
    // question.
    virtual Appended append(std::string_view election, const BoardHead& expected,
                            const BoardGroup& group) = 0;

    // At most `limit` records from number `from` (the header is number 0), in their order.
    virtual std::vector<BoardRecord> read(std::string_view election, std::uint64_t from,
                                          std::size_t limit) const = 0;
};

}  // namespace minhtin
