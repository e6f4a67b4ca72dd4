#include "server/app/drill.h"

#include "ballot/field.h"
#include "ballot/trustees.h"
#include "crypto/ensure.h"

namespace minhtin {

std::optional<Element> public_key_of(const VoteTrustee& trustee) {
    if (!trustee.key) return {};
    const auto key = read_document(*trustee.key, [](Field f) { return read_trustee_key(f["public_key"]); });
    ENSURE(key);
    return key->key;
}

Outcome<Drills::Drill> start_drill(App& app, const Invitation& who) {
    const auto vote = find_vote(app, who.vote);
    if (!vote) return vote.reason();
    if (was_opened(app, who.vote)) return Reason::vote_already_open;
    const auto index = static_cast<std::size_t>(who.index);
    if (!vote->trustees.at(index - 1).key) return Reason::not_your_step;
    return app.drills.start(who.vote, index, app.random);
}

Outcome<DrillAnswer> read_drill_answer(std::string_view bytes) {
    auto answer =
        read_document(bytes,
                      [](Field f) {
                          return DrillAnswer{f["id"].text(), f["factor"].element(), read_proof(f["proof"])};
                      },
                      {.bytes = 4096, .depth = 4, .values = 32});
    if (!answer) return answer.reason();
    return std::move(*answer);
}

Outcome<void> pass_drill(App& app, const Invitation& who, const DrillAnswer& answer) {
    const auto index = static_cast<std::size_t>(who.index);
    const auto drill = app.drills.take(who.vote, index, answer.id);
    if (!drill) return Reason::drill_unknown;
    return change_vote(app, who.vote, Preparation::only, [&](RegistryTables&, Vote& vote) -> Outcome<void> {
        VoteTrustee& trustee = vote.trustees.at(index - 1);
        const auto key = public_key_of(trustee);
        if (!key) return Reason::not_your_step;
        const bool opened = answer.factor == drill->r * *key;
        const bool proved =
            verify_strong_decryption("drill:" + answer.id, *key, base(drill->r), answer.factor, answer.proof);
        if (!opened || !proved) return Reason::drill_failed;
        trustee.drilled = true;
        return {};
    });
}

}  // namespace minhtin
