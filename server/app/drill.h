#pragma once
// Fire drill: before the vote opens, each member of the counting committee opens a random test value with the
// key of the stored file. Who cannot, could not count. The member makes the value, alpha = g^r, from the
// random r that the server gives.
#include <string_view>

#include "crypto/proofs.h"
#include "server/app/vote_state.h"

namespace minhtin {

// Refused: not_your_step before the own key is in; vote_already_open.
Outcome<Drills::Drill> start_drill(App& app, const Invitation& who);

// factor = alpha^key with the strong proof under the fingerprint "drill:ID". Refused: drill_unknown (each
// value is good for one answer), drill_failed.
struct DrillAnswer {
    std::string id;
    Element factor;
    Proof proof;
};
Outcome<void> pass_drill(App& app, const Invitation& who, const DrillAnswer& answer);
// From JSON bytes {"id","factor","proof":{"challenge","response"}}.
Outcome<DrillAnswer> read_drill_answer(std::string_view bytes);

// The public key of a trustee whose key message is in.
std::optional<Element> public_key_of(const VoteTrustee& trustee);

}  // namespace minhtin
