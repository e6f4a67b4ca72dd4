#pragma once
// Votes as JSON.
#include "server/app/read_result.h"
#include "server/app/read_vote.h"
#include "server/http/json.h"

namespace minhtin::http {

Json json_of(const VoteView& view);
Json json_of(const VoteSummary& summary);
Json json_of(const VoteResult& result);
Json json_of(const TrusteeView& view);
// counts, percent, band, base of one person's line, as the result sheet and the rating file show them.
Json json_of(const PersonResult& person);

}  // namespace minhtin::http
