#pragma once
// The office makes a link for a member of the counting committee, or for the slip printer. Only the hash of
// its token is kept; an earlier link of the same target stops working.
#include <optional>
#include <string>
#include <string_view>

#include "server/app/vote_state.h"

namespace minhtin {

// The path of the link: "/t/#TOKEN" or "/s/#TOKEN". Refused: vote_unknown, field_invalid (no such trustee),
// vote_counted.
Outcome<std::string> invite(App& app, const Invitation& target);

// Whose link has this token. Nothing when there is no such link, or when its vote has been counted: the links
// of a vote end with its result. Until then a member whose share is in can see that it is, and send it again.
std::optional<Invitation> invited(App& app, std::string_view token);

}  // namespace minhtin
