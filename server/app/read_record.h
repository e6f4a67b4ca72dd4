#pragma once
// The rating record of a person in a campaign: the fold of the file's entries, with each entry's source.
#include <string>
#include <vector>

#include "server/app/campaigns.h"
#include "server/app/file_entries.h"

namespace minhtin {

struct RecordView {
    Person person;
    CampaignView campaign;
    RatingFile file;
    std::vector<Entry> entries;
    std::vector<std::string> hashes;  // per entry
    Record record;
};

// Office, committee and inspector read every record; a member the own one; nobody else any. What is worked
// out from a record (read_findings.h) goes by the same.
bool may_read_every_record(const Actor& actor);
bool may_read_record(const Actor& actor, std::string_view person_id);

// For those who may read it. Refuses
// not_allowed, campaign_unknown, record_unknown, file_damaged.
Outcome<RecordView> read_record(const App& app, const Actor& actor, std::string_view campaign_id,
                                std::string_view person_id);

struct OwnRecord {
    std::string campaign_id, campaign_name;
    int year = 0;
    std::string person_id;
};
// Latest year first. Refuses not_allowed.
Outcome<std::vector<OwnRecord>> list_own_records(const App& app, const Actor& actor);

}  // namespace minhtin
