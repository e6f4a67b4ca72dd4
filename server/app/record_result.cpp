#include "server/app/record_result.h"

#include "server/app/file_entries.h"
#include "server/app/read_result.h"

namespace minhtin {

Outcome<void> record_result(App& app, const Actor& actor, std::string_view uuid, Day today) {
    const auto sheet = read_result(app, uuid);
    if (!sheet) return sheet.reason();
    const bool chair = actor.account && actor.account->id == sheet->vote.chair_id;
    if (!chair && !actor.has(Role::office)) return Reason::not_the_chair;
    return change_vote(app, uuid, Preparation::any_time, [&](RegistryTables& t, Vote& vote) -> Outcome<void> {
        if (vote.recorded) return {};
        for (std::size_t q = 0; q < vote.persons.size(); ++q) {
            const VoteResult line{.vote = vote.name,
                                  .uuid = vote.uuid,
                                  .profile = vote.profile,
                                  .question = static_cast<std::int64_t>(q),
                                  .tally = sheet->tallies[q],
                                  .archive_hash = sheet->archive_hash,
                                  .fingerprint = sheet->fingerprint};
            const auto entry = append_vote_result(app, t, vote.campaign_id, vote.persons[q].person_id, line,
                                                  author_of(actor), today);
            if (!entry) return entry.reason();
        }
        vote.recorded = true;
        return {};
    });
}

}  // namespace minhtin
