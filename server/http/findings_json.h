#pragma once
// Verdicts, topics and consequences as they stand in bodies. The parts that the rules make are those of
// server/domain/rules/report_json.h, the same as the command line gives.
#include "server/app/read_findings.h"
#include "server/domain/topic_words.h"
#include "server/http/json.h"

namespace minhtin::http {

// Which regulation: number, title, levels best first.
Json rules_json(const RegulationProfile& profile);
Json json_of(const FileFindings& findings);
Json json_of(const UnitFindings& findings);
Json json_of(const Consequence& consequence);
Json json_of(const StatementForm& form);

}  // namespace minhtin::http
