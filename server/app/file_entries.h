#pragma once
// The door into a rating file, and the way to read one. Every function runs inside the caller's transaction,
// so that an entry and what it changes are written together or not at all.
#include <string>
#include <vector>

#include "server/app/actor.h"
#include "server/app/app.h"
#include "server/domain/entry.h"
#include "server/domain/record.h"

namespace minhtin {

struct EntryReceipt {
    std::int64_t seq = 0;
    std::string hash;  // 64 hex digits
    Day day;
};

// What the first entry follows: a hash over the file's id, campaign and person.
std::string file_beginning(std::string_view file_id, std::string_view campaign_id,
                           std::string_view person_id);

// A file for each person who holds a post in the campaign's tree and has none yet; gives how many were made.
std::int64_t open_missing_files(App& app, RegistryTables& tables, const Campaign& campaign);

// All entries, opened, with the chain checked from the beginning to the head. Refuses file_damaged: an entry
// was changed, taken out, moved or is not sealed with this campaign's key.
Outcome<std::vector<Entry>> read_entries(const App& app, const RegistryTables& tables,
                                         const RatingFile& file);

// Appends and renews the shadow of the channel. Refuses file_damaged (nothing is added to a broken chain).
Outcome<EntryReceipt> append_entry(App& app, RegistryTables& tables, const RatingFile& file,
                                   const EntryContent& content, const EntrySource& source,
                                   const Author& author, Day today);

// The line of a confidence vote in one person's file. The same line again gives the same receipt; refuses
// campaign_unknown, person_outside_campaign (no file), file_damaged.
Outcome<EntryReceipt> append_vote_result(App& app, RegistryTables& tables, std::string_view campaign_id,
                                         std::string_view person_id, const VoteResult& result,
                                         const Author& author, Day today);

// The account behind a request, as an entry names it. ENSUREs that there is one.
Author author_of(const Actor& actor);

// The shadow of one channel, as the entries say it should be.
StandingRow shadow_of(App& app, const RatingFile& file, const ChannelStanding& standing);
// What a shadow says of an exemption; nothing when there is none or it does not open.
std::optional<Exemption> exemption_of(const App& app, std::string_view campaign_id,
                                      const StandingRow& standing);

}  // namespace minhtin
