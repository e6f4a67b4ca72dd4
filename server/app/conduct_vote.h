#pragma once
// What the chair and the counting committee do from the opening to the result.
#include <string_view>

#include "server/app/actor.h"
#include "server/app/vote_state.h"

namespace minhtin {

// Numbers of the balance, until the close. The office or the chair. Refused: vote_closed; and unless issued
// <= present <= summoned and issued <= slips; after the opening `summoned` stays and the others may only
// grow.
Outcome<void> set_attendance(App& app, const Actor& actor, std::string_view uuid,
                             const Attendance& attendance);

// Puts the Setup on the board. The chair. Refused: keys_missing, drill_missing, slips_missing,
// attendance_missing, no_quorum, vote_already_open.
Outcome<void> open_vote(App& app, const Actor& actor, std::string_view uuid);

// No ballot after this. The chair. Refused: vote_not_open, vote_closed, too_few_ballots,
// collected_over_issued.
Outcome<void> close_vote(App& app, const Actor& actor, std::string_view uuid);

// A member's share: partial_decryption bytes with strong proofs; nothing is appended that does not hold.
Outcome<void> submit_share(App& app, const Invitation& who, std::string_view bytes);

// The result, if enough shares are in. The chair. Again: nothing new.
Outcome<void> finish_vote(App& app, const Actor& actor, std::string_view uuid);

}  // namespace minhtin
