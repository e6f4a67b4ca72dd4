#pragma once
// The totals of a counted vote enter the rating file of each person voted on, each with the archive's hash,
// so that the line can be recomputed from the archive.
#include <string_view>

#include "server/app/actor.h"
#include "server/app/vote_state.h"

namespace minhtin {

// The office or the chair. All entries in one transaction. Again: nothing new. Refused: vote_not_counted,
// not_the_chair.
Outcome<void> record_result(App& app, const Actor& actor, std::string_view uuid, Day today);

}  // namespace minhtin
