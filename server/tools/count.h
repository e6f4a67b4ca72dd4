#pragma once
// `minhtin count TABLE.csv --profile ID [--json] [--base eligible|issued|collected]`: each person's
// percentages and band, from a table of counts (server/domain/tally_table.h).
#include <ostream>
#include <span>
#include <string>

namespace minhtin {

// args: what stands behind `count`. 0: printed; 1: the table is refused, each reason with its line (sentences
// on err; with --json also {"refused":[{"line","column","value","code","vi","en"}]} on out, and nothing
// else); 2: wrong usage, unknown profile, or the file cannot be read.
int run_count(std::span<const std::string> args, std::ostream& out, std::ostream& err);

}  // namespace minhtin
