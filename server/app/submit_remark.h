#pragma once
// A text comes into a file: the remark of a residence committee, or the self-review of a member. Each version
// is an entry; a later one takes the place of the earlier one, which stays.
#include "server/app/file_entries.h"

namespace minhtin {

struct Submitted {
    ChannelState state = ChannelState::received;  // or late: by the day of the first version
    std::int64_t version = 0;
    EntryReceipt entry;
};

// Refuses not_allowed, request_unknown (also for another committee's), form_incomplete and form_invalid
// (details: field), signature_missing, file_damaged. The same content as the latest version gives the same
// answer and writes nothing.
Outcome<Submitted> submit_remark(App& app, const Actor& actor, std::string_view request_id,
                                 const FilledForm& fields, const Signature& signed_by, Day today);

// Of the person that the account is bound to. Refuses not_allowed, campaign_unknown, record_unknown, and as
// above.
Outcome<Submitted> submit_self_review(App& app, const Actor& actor, std::string_view campaign_id,
                                      const FilledForm& fields, Day today);

}  // namespace minhtin
