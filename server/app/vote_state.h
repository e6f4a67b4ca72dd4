#pragma once
// How far a vote has come. What happened after the opening is read off the board.
#include <memory>
#include <string>
#include <string_view>

#include "ballot/ceremony.h"
#include "server/app/app.h"
#include "server/store/votes.h"

namespace minhtin {

enum class VoteState { setup, ready, open, closed, counted, recorded };
std::string_view name(VoteState state);
// `board` is null before the opening.
VoteState state_of(const Vote& vote, const LiveBoard* board);

bool is_vote(const App& app, std::string_view uuid);
bool was_opened(const App& app, std::string_view uuid);

bool drills_complete(const Vote& vote);
CeremonySize size_of(const Vote& vote);

// The fingerprint of the election, once it is fixed: base64 SHA-256 of its bytes.
std::optional<std::string> fingerprint_of(const Vote& vote);

// A change of the arrangements in one transaction: `change(RegistryTables&, Vote&)` gives an Outcome, and the
// vote is written if it does not refuse. With Preparation::only it is refused once the vote was opened; no
// opening can slip in between, because it runs in such a transaction too.
enum class Preparation { only, any_time };
template <class F>
auto change_vote(App& app, std::string_view uuid, Preparation when, F&& change)
    -> std::invoke_result_t<F, RegistryTables&, Vote&> {
    using Answer = std::invoke_result_t<F, RegistryTables&, Vote&>;
    return app.registry.write([&](RegistryTables& t) -> Answer {
        std::optional<Vote> vote = t.votes->find(uuid);
        if (!vote) return Reason::vote_unknown;
        if (when == Preparation::only && was_opened(app, uuid)) return Reason::vote_already_open;
        Answer answer = change(t, *vote);
        if (answer) t.votes->put(*vote);
        return answer;
    });
}

Outcome<Vote> find_vote(const App& app, std::string_view uuid);

}  // namespace minhtin
