#pragma once
// The office asks residence committees for remarks on people, or notes who is exempt and why; and sees what
// became of it.
#include <optional>
#include <string>
#include <vector>

#include "server/app/actor.h"
#include "server/app/app.h"
#include "server/domain/entry.h"

namespace minhtin {

struct RemarkWish {
    std::string person_id;
    std::optional<Exemption> exempt;
};

struct RemarkRequest {
    std::string id, person_id, name, post;
    std::optional<ResidenceCommittee> committee;
    ChannelState state = ChannelState::asked;
    std::optional<Day> due;
    Day asked_day;
    std::optional<Day> received_day;
    std::optional<Exemption> exempt;
    std::int64_t versions = 0;
    bool overdue = false;  // asked, and the due day is over
};

// All or nothing, one entry per person whose request changes. Asking again with another day, or after an
// exemption, is a new entry of the same request; the same again is none; a remark that is there already
// stays, and nothing is asked. Refuses campaign_unknown, due_past, request_person_twice,
// person_outside_campaign, no_residence_committee (details: person_id), exempt_note_missing, file_damaged.
Outcome<std::vector<RemarkRequest>> ask_remarks(App& app, const Actor& actor, std::string_view campaign_id,
                                                Day due, const std::vector<RemarkWish>& wishes, Day today);

// Every request of a campaign, in the order of the names. Refuses campaign_unknown.
Outcome<std::vector<RemarkRequest>> list_remark_requests(const App& app, std::string_view campaign_id,
                                                         Day today);

}  // namespace minhtin
