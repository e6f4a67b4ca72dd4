#pragma once
// Votes as JSON.
#include "server/app/read_result.h"
#include "server/app/read_vote.h"
#include "server/http/json.h"

namespace minhtin::http {

Json json_of(const VoteView& view);
Json json_of(const VoteSummary& summary);
Json json_of(const ResultSheet& sheet);
Json json_of(const TrusteeView& view);

}  // namespace minhtin::http
