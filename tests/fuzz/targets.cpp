#include "tests/fuzz/targets.h"

#include <array>

#include "ballot/ballot_json.h"
#include "ballot/ballot_text.h"
#include "ballot/json.h"
#include "crypto/hash.h"
#include "tests/ballot/test_election.h"
#include "tests/support/group_differential.h"

namespace minhtin {
namespace {

const TestElection& made() {
    static const TestElection election = make_test_election({});
    return election;
}

}  // namespace

void fuzz_json(std::string_view bytes) {
    const auto json = parse_json(bytes, {.bytes = 1u << 16, .depth = 24, .values = 1u << 14});
    if (!json) return;
    const std::string written = write_json(*json);
    const auto again = parse_json(written);
    ENSURE(again && write_json(*again) == written);
}

void fuzz_archive(std::string_view bytes) {
    const AuditReport report = audit_bytes(bytes);
    if (!report.rejection)
        ENSURE(archive_of(steps_of(bytes), 1'795'219'200) == bytes || report.state.last.has_value());
    // The bytes as contents: a separator byte between data, a digit for an event.
    std::vector<Step> steps{made().steps[0]};
    std::vector<std::string> data;
    while (!bytes.empty() && steps.size() < 16) {
        const std::size_t end = std::min(bytes.find('\x1e'), bytes.size());
        const std::string_view piece = bytes.substr(0, end);
        if (piece.size() == 1 && piece[0] >= '0' && piece[0] <= '5') {
            steps.push_back({static_cast<EventType>(piece[0] - '0'), std::exchange(data, {})});
        } else {
            data.emplace_back(piece);
        }
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    static_cast<void>(audit_bytes(archive_of(steps)));
}

void fuzz_ballot(std::string_view bytes) {
    static const Election election = made().open();
    if (const auto spelled = read_spelled_ballot(bytes))
        ENSURE(write_json(ballot_json(*spelled)) == bytes && unsigned_hash(bytes) == unsigned_hash(*spelled));
    const auto checked = check_ballot(election, bytes);
    if (!checked) return;
    ENSURE(checked->hash() == sha256_hex(bytes));
    const auto ballot = read_document(bytes, read_ballot);
    ENSURE(ballot && write_json(ballot_json(*ballot)) == bytes);
    const auto recalled = recall_ballot(election, bytes);
    ENSURE(recalled && recalled->credential == checked->credential() &&
           recalled->choices == checked->choices());
}

void fuzz_events(std::string_view bytes) {
    BoardState state;
    std::string word;
    for (const char byte : bytes.substr(0, 64)) {
        const auto type = static_cast<EventType>((byte & 0x0f) % 6);
        const std::vector<std::string> data(static_cast<std::size_t>((byte >> 4) & 7), "{}");
        const auto step = extend(state, type, data, 1);
        if (!step) continue;
        const std::string event = encode_event(step->event);
        const auto decoded = decode_event(event);
        ENSURE(decoded && encode_event(*decoded) == event);
        ENSURE(step->next.head == sha256_hex(event) && step->next.height == state.height + 1);
        state = step->next;
        word += "SBETPR"[static_cast<std::size_t>(type)];
    }
    // S B* E T P+ R, as far as it has come.
    constexpr std::array<std::string_view, 6> followers{"BE", "BE", "T", "P", "PR", ""};
    for (std::size_t i = 0; i < word.size(); ++i) {
        const std::string_view allowed =
            i == 0 ? "S" : followers[std::string_view("SBETPR").find(word[i - 1])];
        ENSURE(allowed.find(word[i]) != std::string_view::npos);
    }
}

void fuzz_group(std::string_view bytes) {
    same_as_libsodium(bytes);
}

}  // namespace minhtin
