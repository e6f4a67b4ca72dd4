#pragma once
// The slip printer's work: registers the public half of each slip's credential. The private halves never come
// here.
#include <string>
#include <vector>

#include "server/app/vote_state.h"

namespace minhtin {

// Exactly one credential a slip, members of the group, distinct. They are kept sorted, so that the list says
// nothing about the order in which slips were made. Refused: keys_missing, slips_registered,
// credentials_number, what ballot/credentials.h refuses, vote_already_open.
Outcome<void> register_slips(App& app, const Invitation& who, std::vector<std::string> credentials);

}  // namespace minhtin
