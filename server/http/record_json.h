#pragma once
// Campaigns, channels, requests and records as they stand in bodies.
#include "server/app/ask_remarks.h"
#include "server/app/campaigns.h"
#include "server/app/import_people.h"
#include "server/app/read_record.h"
#include "server/app/residence_requests.h"
#include "server/app/submit_remark.h"
#include "server/domain/profiles.h"
#include "server/http/people_json.h"

namespace minhtin::http {

Json json_of(const RegulationProfile& profile);
Json json_of(const CampaignView& view);
Json json_of(const Form& form);
Json json_of(const Channel& channel);
Json json_of(const CampaignPerson& person);
Json json_of(const RemarkRequest& request);
Json json_of(const ResidenceRequest& request);
Json json_of(const Submitted& submitted);
Json json_of(const RecordView& view, const PeopleNames& names);
Json json_of(const OwnRecord& own);
Json json_of(const Problem& problem);
Json json_of(const ImportReport& report);

// The values of a form: texts, whole numbers, {"choice","note"}. Throws RefusedRequest{field_invalid}.
FilledForm filled_form(const Json& fields);

// {"items":[…]} of anything above.
template <class Items>
Json list_json(const char* name, const Items& items) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(json_of(item));
    return {{name, list}};
}

}  // namespace minhtin::http
