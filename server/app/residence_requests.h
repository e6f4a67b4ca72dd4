#pragma once
// What an officer of a residence committee sees: the requests to the own committee, and nothing else of a
// file.
#include <optional>
#include <string>
#include <vector>

#include "server/app/actor.h"
#include "server/app/app.h"
#include "server/domain/entry.h"

namespace minhtin {

struct SentRemark {
    FilledForm fields;
    Signature signed_by;
    Day day;
    std::int64_t version = 0;
};

struct ResidenceRequest {
    std::string id;
    std::string person_name, person_post, workplace;
    std::string campaign_name;
    int campaign_year = 0;
    std::optional<Day> due;
    ChannelState state = ChannelState::asked;
    std::optional<FilledForm> draft;
    std::optional<SentRemark> sent;  // the latest version
};

// Those to the committee that the account is bound to. Refuses not_allowed, file_damaged.
Outcome<std::vector<ResidenceRequest>> list_residence_requests(const App& app, const Actor& actor);

// Keeps what was begun (sealed); an empty one is allowed. Refuses request_unknown (also for another
// committee's), form_invalid (details: field).
Outcome<void> save_draft(App& app, const Actor& actor, std::string_view request_id, const FilledForm& fields);

// A request to this actor's committee, and its file.
struct RequestHere {
    StandingRow standing;
    RatingFile file;
    ResidenceCommittee committee;
};
Outcome<RequestHere> request_to(const RegistryTables& tables, const Actor& actor,
                                std::string_view request_id);

// form_incomplete or form_invalid with the name of the field.
Refusal refusal_of(const FormProblem& problem);

}  // namespace minhtin
