#pragma once
// The counting committee makes the key of the vote, step by step (ballot/ceremony.h). Each message is checked
// when it comes in; the same message again changes nothing, another one is refused (message_differs).
#include <optional>
#include <string_view>
#include <vector>

#include "server/app/vote_state.h"

namespace minhtin {

// Refused: not_your_step while somebody's message of the step before is missing, slips or opening apart;
// vote_already_open; what ballot/ refuses.
Outcome<void> submit_certificate(App& app, const Invitation& who, std::string_view bytes);
Outcome<void> submit_polynomial(App& app, const Invitation& who, std::string_view bytes);
// With the last key the election is fixed, and with it its fingerprint.
Outcome<void> submit_key(App& app, const Invitation& who, std::string_view bytes);

// The office lets everybody begin again. Refused once slips are registered: they may carry the fingerprint.
Outcome<void> reset_ceremony(App& app, std::string_view uuid);

// All certificates, or all polynomials, once they are in.
std::optional<std::vector<std::string>> certificates_of(const Vote& vote);
std::optional<Certificates> checked_certificates(const Vote& vote);
std::optional<std::vector<CheckedPolynomial>> checked_polynomials(const Vote& vote);

}  // namespace minhtin
