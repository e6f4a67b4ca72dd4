#pragma once
// A rating record: what the entries of one file say when they are read in order. The entries are the truth;
// every table that says the same is their shadow (server/app/rebuild_shadow.h compares).
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/domain/channels.h"
#include "server/domain/entry.h"

namespace minhtin {

struct ChannelStanding {
    std::string channel;
    ChannelState state = ChannelState::none;
    std::optional<Day> due, asked_day, received_day;
    std::optional<Exemption> exempt;
    std::string request_id, committee_id;  // empty when nobody is asked
    std::int64_t versions = 0;             // of what was received
    bool operator==(const ChannelStanding&) const = default;
};

struct Missing {
    std::string channel;
    std::optional<Day> due;
    bool operator==(const Missing&) const = default;
};

struct Record {
    std::vector<ChannelStanding> channels;                // in the order of channels()
    std::vector<std::optional<std::int64_t>> superseded;  // per entry: by which one
    std::vector<Missing> missing;                         // required, and neither received nor exempt
    bool complete() const { return missing.empty(); }
    const ChannelStanding& of(std::string_view channel) const;
};

// Whether a remark counts as in time is decided by its first version: late when its day is after the day that
// was due then. A request or an exemption is superseded by the next one, a text by its next version, a vote's
// line by another line of the same vote, a statement by a later one about the same topic.
Record fold(std::span<const Entry> entries);

}  // namespace minhtin
