#pragma once
// A voter sends an encrypted ballot. Nobody is asked who they are: the credential's signature inside the
// ballot is the right to vote.
#include <string>
#include <string_view>

#include "server/app/app.h"

namespace minhtin {

// The largest canonical ballot of this election.
std::size_t largest_ballot(const Election& election);

// The receipt comes when the ballot is durable. The same ballot again gives the same receipt, after the close
// too. Refused at once: election_unknown, ballot_too_large, vote_not_open, vote_closed, a ballot whose
// spelling, election or credential is wrong; after the queue what check_ballot refuses; busy.
Outcome<Receipt> cast_ballot(App& app, std::string_view uuid, std::string bytes);

// Is my ballot there, and is it the one that counts? Asked with the hash in hex.
Outcome<bool> find_ballot(App& app, std::string_view uuid, std::string_view hash);

}  // namespace minhtin
