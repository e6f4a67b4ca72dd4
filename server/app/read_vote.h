#pragma once
// How a vote stands: for the office, for a member of the counting committee, for the slip printer, for
// everybody.
#include <optional>
#include <string>
#include <vector>

#include "server/app/vote_state.h"

namespace minhtin {

// One step of the whole, with who must act now.
struct VoteStep {
    std::string_view id;     // list, trustees, keys, drill, slips, open, count, record
    std::string_view state;  // done, current, ahead
    std::vector<std::string> waiting_for;
    std::string_view who;  // office, chair, trustees, slips
};

struct VoteView {
    Vote vote;
    VoteState state;
    std::string chair_name;
    std::vector<std::string_view> done;  // by trustee: none, certificate, polynomial, key, drill, share
    std::optional<std::string> fingerprint;
    std::optional<std::uint64_t> ballots;  // that count; nothing before the opening
    std::optional<ClosedBox> box;          // from the closing on
    std::vector<VoteStep> steps;
};
Outcome<VoteView> read_vote(App& app, std::string_view uuid);

struct VoteSummary {
    std::string uuid, name;
    Day day;
    VoteState state;
};
std::vector<VoteSummary> list_votes(App& app, std::string_view campaign_id);

// What one member of the counting committee sees; messages are JSON bytes as they came.
struct TrusteeView {
    VoteView vote;
    std::size_t index;      // from 1
    std::string_view step;  // certificate, polynomial, key, drill, wait, wait-open, voting, share, done
    std::optional<std::vector<std::string>> certificates;  // all, once they are in
    std::optional<std::string> vinput;                     // once all polynomials are in
    std::optional<std::string> private_key, public_key;    // once the own key is in
    std::optional<std::string> trustees;                   // the list of the election, once it is fixed
};
Outcome<TrusteeView> read_trustee(App& app, const Invitation& who);

// What everybody may know. Refuses election_unknown.
struct PublicVote {
    std::string name;
    Day day;
    std::string_view state;  // preparing, open, closed, counted
    std::optional<std::string> fingerprint;
    std::size_t persons;
};
Outcome<PublicVote> read_public_vote(App& app, std::string_view uuid);
// The exact bytes of the election, once its keys are complete, and of the list of public credentials, once
// the slips are registered. Refuse election_unknown, keys_missing, slips_missing.
Outcome<std::string> read_election(App& app, std::string_view uuid);
Outcome<std::string> read_credentials(App& app, std::string_view uuid);
// How many records the archive has now; ArchivePages gives them.
Outcome<std::uint64_t> read_archive(App& app, std::string_view uuid);

}  // namespace minhtin
