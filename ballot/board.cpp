#include "ballot/board.h"

#include "ballot/archive.h"
#include "ballot/field.h"
#include "ballot/json.h"
#include "crypto/hash.h"

namespace minhtin {
namespace {

constexpr EventType all_types[] = {EventType::setup,
                                   EventType::ballot,
                                   EventType::end_ballots,
                                   EventType::encrypted_tally,
                                   EventType::partial_decryption,
                                   EventType::result};

BoardEvent read_event(Field f) {
    BoardEvent event;
    if (const auto parent = f.maybe("parent")) event.parent = parent->digest();
    event.height = f["height"].integer(0, 1ull << 53);
    const std::string name = f["type"].text();
    bool known = false;
    for (EventType type : all_types) {
        if (event_type_name(type) != name) continue;
        event.type = type;
        known = true;
    }
    if (!known) f["type"].refuse(Reject::event_type);
    if (const auto payload = f.maybe("payload")) event.payload = payload->digest();
    return event;
}

Json event_json(const BoardEvent& event) {
    Json::Object o;
    if (event.parent) o.push_back({"parent", *event.parent});
    o.push_back({"height", Json::integer(static_cast<std::int64_t>(event.height))});
    o.push_back({"type", event_type_name(event.type)});
    if (event.payload) o.push_back({"payload", *event.payload});
    return o;
}

bool may_follow(std::optional<EventType> before, EventType next) {
    if (!before) return next == EventType::setup;
    switch (*before) {
        case EventType::setup:
        case EventType::ballot:
            return next == EventType::ballot || next == EventType::end_ballots;
        case EventType::end_ballots:
            return next == EventType::encrypted_tally;
        case EventType::encrypted_tally:
            return next == EventType::partial_decryption;
        case EventType::partial_decryption:
            return next == EventType::partial_decryption || next == EventType::result;
        case EventType::result:
            return false;
    }
    return false;
}

bool data_fit(EventType type, std::size_t data) {
    switch (type) {
        case EventType::setup:
            return data == 4 || data == 5;  // five with a credentials certificate
        case EventType::ballot:
        case EventType::result:
            return data == 1;
        case EventType::end_ballots:
            return data == 0;
        case EventType::encrypted_tally:
        case EventType::partial_decryption:
            return data == 2;
    }
    return false;
}

}  // namespace

std::string_view event_type_name(EventType type) {
    switch (type) {
        case EventType::setup:
            return "Setup";
        case EventType::ballot:
            return "Ballot";
        case EventType::end_ballots:
            return "EndBallots";
        case EventType::encrypted_tally:
            return "EncryptedTally";
        case EventType::partial_decryption:
            return "PartialDecryption";
        case EventType::result:
            return "Result";
    }
    return {};
}

Result<BoardEvent, Rejection> decode_event(std::string_view bytes) {
    return read_canonical(bytes, read_event, event_json, {.bytes = 4096, .depth = 2, .values = 16});
}

std::string encode_event(const BoardEvent& event) {
    return write_json(event_json(event));
}

Result<BoardState, Rejection> admit(const BoardState& state, const BoardEvent& event,
                                    const std::vector<std::string>& data_hashes) {
    auto refuse = [&](Reject why) {
        return Refused{Rejection{why, "event " + std::to_string(state.height) + " (" +
                                          std::string(event_type_name(event.type)) + ")"}};
    };
    if (event.parent != state.head) return refuse(Reject::event_parent);
    if (event.height != state.height) return refuse(Reject::event_height);
    if (!may_follow(state.last, event.type)) return refuse(Reject::event_order);
    if (!data_fit(event.type, data_hashes.size())) return refuse(Reject::event_data);
    const auto named = data_hashes.empty() ? std::nullopt : std::optional(data_hashes.back());
    if (event.payload != named) return refuse(Reject::event_payload);
    return BoardState{event.type, sha256_hex(encode_event(event)), state.height + 1};
}

Result<BoardStep, Rejection> extend(const BoardState& state, EventType type,
                                    const std::vector<std::string>& data, std::uint64_t timestamp) {
    BoardStep step;
    std::vector<std::string> hashes;
    for (const std::string& content : data) {
        hashes.push_back(sha256_hex(content));
        step.bytes += archive_data(content, timestamp);
    }
    step.event = {state.head, state.height, type, {}};
    if (!hashes.empty()) step.event.payload = hashes.back();
    auto next = admit(state, step.event, hashes);
    if (!next) return Refused{next.reason()};
    step.next = std::move(*next);
    step.bytes += archive_event(encode_event(step.event), timestamp);
    return step;
}

}  // namespace minhtin
