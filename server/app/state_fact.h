#pragma once
// The office or the committee states a fact that rules look at: a score, tasks, a conclusion, a step.
#include "server/app/file_entries.h"

namespace minhtin {

// Office and committee.
bool may_state(const Actor& actor);

// An entry in that person's file; a later one about the same topic takes the place of the earlier one, which
// stays. The same as what stands gives the same receipt and writes nothing. Refuses not_allowed,
// too_few_counted (a secret vote of so few that it would tell single votes), campaign_unknown,
// record_unknown, file_damaged.
Outcome<EntryReceipt> state_fact(App& app, const Actor& actor, std::string_view campaign_id,
                                 std::string_view person_id, const Statement& statement, Day today);

}  // namespace minhtin
