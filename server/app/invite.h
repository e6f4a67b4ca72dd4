#pragma once
// The office makes a link for a member of the counting committee, or for the slip printer. Only the hash of
// its token is kept; an earlier link of the same target stops working.
#include <string>

#include "server/app/vote_state.h"

namespace minhtin {

// The path of the link: "/t/#TOKEN" or "/s/#TOKEN". Refused: vote_unknown, field_invalid (no such trustee).
Outcome<std::string> invite(App& app, const Invitation& target);

}  // namespace minhtin
