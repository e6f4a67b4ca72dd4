#include "server/app/vote_state.h"

#include <algorithm>

#include "crypto/hash.h"

namespace minhtin {

std::string_view name(VoteState state) {
    switch (state) {
        case VoteState::setup:
            return "setup";
        case VoteState::ready:
            return "ready";
        case VoteState::open:
            return "open";
        case VoteState::closed:
            return "closed";
        case VoteState::counted:
            return "counted";
        case VoteState::recorded:
            return "recorded";
    }
    return {};
}

VoteState state_of(const Vote& vote, const LiveBoard* board) {
    if (!board) {
        const bool ready = vote.election && drills_complete(vote) && vote.credentials;
        return ready ? VoteState::ready : VoteState::setup;
    }
    switch (board->last_event()) {
        case EventType::setup:
        case EventType::ballot:
            return VoteState::open;
        case EventType::end_ballots:
        case EventType::encrypted_tally:
        case EventType::partial_decryption:
            return VoteState::closed;
        case EventType::result:
            break;
    }
    return vote.recorded ? VoteState::recorded : VoteState::counted;
}

bool is_vote(const App& app, std::string_view uuid) {
    return app.registry.read([&](const RegistryTables& t) { return t.votes->find(uuid).has_value(); });
}

bool was_opened(const App& app, std::string_view uuid) {
    return app.boards.store().head(uuid).records > 0;
}

bool drills_complete(const Vote& vote) {
    return std::all_of(vote.trustees.begin(), vote.trustees.end(),
                       [](const VoteTrustee& t) { return t.drilled; });
}

CeremonySize size_of(const Vote& vote) {
    return {vote.trustees.size(), vote.threshold};
}

std::optional<std::string> fingerprint_of(const Vote& vote) {
    if (!vote.election) return {};
    return sha256_b64(*vote.election);
}

Outcome<Vote> find_vote(const App& app, std::string_view uuid) {
    auto vote = app.registry.read([&](const RegistryTables& t) { return t.votes->find(uuid); });
    if (!vote) return Reason::vote_unknown;
    return std::move(*vote);
}

}  // namespace minhtin
