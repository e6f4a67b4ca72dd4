#pragma once
// Rating files: one per person and campaign, each a chain of entries that are only ever appended. What an
// entry says is sealed before it comes here (server/app/seals.h); the store sees its day, channel, kind and
// hash. The standing of a channel is a shadow of the entries, kept for lists.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/bytes.h"
#include "server/domain/channels.h"
#include "server/domain/day.h"

namespace minhtin {

struct RatingFile {
    std::string id, campaign_id, person_id;
    std::string head;  // hash of the last entry, or of the file's beginning; 64 hex digits
    std::int64_t entries = 0;
    bool operator==(const RatingFile&) const = default;
};

struct EntryRow {
    std::int64_t seq = 0;  // from 1, without a gap
    Day day;
    std::string channel, kind;
    Bytes sealed;
    std::string hash;  // 64 hex digits
    bool operator==(const EntryRow&) const = default;
};

struct StandingRow {
    std::string file_id, channel;
    ChannelState state = ChannelState::none;
    std::optional<Day> due, asked_day, received_day;
    std::optional<Bytes> exempt;  // sealed
    std::string request_id;       // empty when nobody was asked
    std::string committee_id;     // who was asked; may be empty
    std::int64_t versions = 0;
    bool operator==(const StandingRow&) const = default;
};

class Files {
public:
    virtual ~Files() = default;

    virtual std::optional<RatingFile> find(std::string_view id) const = 0;
    virtual std::optional<RatingFile> of(std::string_view campaign_id, std::string_view person_id) const = 0;
    virtual std::vector<RatingFile> of_campaign(std::string_view campaign_id) const = 0;
    virtual std::vector<RatingFile> of_person(std::string_view person_id) const = 0;
    virtual std::vector<EntryRow> entries(std::string_view file_id) const = 0;  // in their order

    enum class Created { done, exists };  // exists: this person has one in this campaign
    virtual Created create(const RatingFile& empty) = 0;
    // The one way in. conflict: the head is another one, or seq is not the next; nothing was written.
    enum class Appended { done, conflict };
    virtual Appended append(std::string_view file_id, std::string_view expected_head,
                            const EntryRow& entry) = 0;

    // The shadow.
    virtual std::vector<StandingRow> standings(std::string_view file_id) const = 0;
    virtual std::vector<StandingRow> standings_of_campaign(std::string_view campaign_id) const = 0;
    virtual std::optional<StandingRow> request(std::string_view request_id) const = 0;
    virtual std::vector<StandingRow> requests_to(std::string_view committee_id) const = 0;
    virtual void put(const StandingRow& standing) = 0;

    // What a committee has begun to write; sealed. Gone when the remark was sent.
    virtual std::optional<Bytes> draft(std::string_view request_id) const = 0;
    virtual void put_draft(std::string_view request_id, const Bytes& sealed) = 0;
    virtual void erase_draft(std::string_view request_id) = 0;
};

}  // namespace minhtin
