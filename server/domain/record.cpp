#include "server/domain/record.h"

#include <algorithm>

namespace minhtin {
namespace {

// Two entries of which the later one takes the place of the earlier one.
bool replaces(const Entry& later, const Entry& earlier) {
    const auto request = [](const EntryContent& c) {
        return std::holds_alternative<Asked>(c) || std::holds_alternative<Exempt>(c);
    };
    if (request(later.content)) return request(earlier.content);
    if (later.content.index() != earlier.content.index()) return false;
    if (const auto* vote = std::get_if<VoteResult>(&later.content))
        return vote->uuid == std::get<VoteResult>(earlier.content).uuid;
    if (const auto* stated = std::get_if<Statement>(&later.content))
        return stated->topic == std::get<Statement>(earlier.content).topic;
    return true;
}

void receive(ChannelStanding& standing, Day day) {
    ++standing.versions;
    if (standing.received_day) return;
    standing.received_day = day;
    standing.state = standing.due && day > *standing.due ? ChannelState::late : ChannelState::received;
}

void take(ChannelStanding& standing, const Entry& entry) {
    if (const auto* asked = std::get_if<Asked>(&entry.content)) {
        standing.due = asked->due;
        standing.asked_day = entry.day;
        standing.exempt.reset();
        standing.request_id = asked->request_id;
        standing.committee_id = asked->committee_id;
        if (!standing.received_day) standing.state = ChannelState::asked;
    } else if (const auto* exempt = std::get_if<Exempt>(&entry.content)) {
        standing.due.reset();
        standing.asked_day = entry.day;
        standing.exempt = exempt->why;
        standing.request_id = exempt->request_id;
        standing.committee_id.clear();
        if (!standing.received_day) standing.state = ChannelState::exempt;
    } else {
        receive(standing, entry.day);
    }
}

bool lacks(const Channel& c, ChannelState state) {
    if (c.needed == Channel::Needed::optional) return false;
    switch (state) {
        case ChannelState::none:
        case ChannelState::not_asked:
        case ChannelState::asked:
            return true;
        case ChannelState::exempt:
        case ChannelState::received:
        case ChannelState::late:
            return false;
    }
    bug("channel state", __FILE__, __LINE__);
}

}  // namespace

const ChannelStanding& Record::of(std::string_view channel) const {
    const auto found = std::ranges::find(channels, channel, &ChannelStanding::channel);
    ENSURE(found != channels.end());
    return *found;
}

Record fold(std::span<const Entry> entries) {
    Record record;
    for (const Channel& c : channels()) {
        ChannelStanding standing;
        standing.channel = c.id;
        standing.state = c.starts;
        record.channels.push_back(std::move(standing));
    }
    record.superseded.resize(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto standing =
            std::ranges::find(record.channels, channel_of(entries[i].content), &ChannelStanding::channel);
        ENSURE(standing != record.channels.end());
        take(*standing, entries[i]);
        for (std::size_t k = 0; k < i; ++k) {
            if (!record.superseded[k] && replaces(entries[i], entries[k]))
                record.superseded[k] = entries[i].seq;
        }
    }
    for (std::size_t i = 0; i < record.channels.size(); ++i) {
        if (lacks(channels()[i], record.channels[i].state)) {
            record.missing.push_back({record.channels[i].channel, record.channels[i].due});
        }
    }
    return record;
}

}  // namespace minhtin
