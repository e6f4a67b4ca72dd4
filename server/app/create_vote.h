#pragma once
// The office arranges a confidence vote in a campaign: who is voted on, who chairs, who counts, how many
// slips.
#include <string>
#include <utility>
#include <vector>

#include "server/app/vote_state.h"

namespace minhtin {

struct NewVote {
    std::string name;
    Day day;
    std::vector<std::string> persons;  // ids, in the order of the ballot
    std::string chair_id;
    std::vector<std::pair<std::string, std::string>> trustees;  // name, post
    std::size_t threshold = 2;
    std::int64_t slips = 0;
};

// The uuid of the vote. Refused: campaign_unknown, person_unknown, person_outside_campaign, persons_missing,
// person_twice (domain.md rule 2), chair_unknown, trustees_number, trustee_twice, trustee_on_list (rule 14;
// by name, which is all that a counting committee's list gives), threshold_invalid, slips_number,
// field_invalid.
Outcome<std::string> create_vote(App& app, std::string_view campaign_id, const NewVote& wanted);

}  // namespace minhtin
