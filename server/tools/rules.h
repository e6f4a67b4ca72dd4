#pragma once
// `minhtin rules …`: the regulations at the command line (docs/rules.md, docs/formats.md).
//   list [--json]                                  profiles and their rules
//   check PROFILE.json                             is this a profile? every problem with its place
//   rate --profile ID FILE.json [--json] [--on DAY]
//   unit --profile ID UNIT.json [--json] [--on DAY]
//   what-if --profile ID UNIT.json CHANGES.json [--json] [--on DAY]
//   doc                                            docs/rules.md
// --profiles DIR adds an operator's profiles to those built in; --on is the day that counts as today (else
// what the file says, else today).
#include <ostream>
#include <span>
#include <string>

#include "server/domain/day.h"

namespace minhtin {

// args: what stands behind `rules`. 0: printed, whatever was found; 1: the input is refused, each problem
// with file, path, code and sentence (sentences on err; with --json also {"refused":[…]} on out); 2: wrong
// usage, unknown profile, a file that cannot be read.
int run_rules(std::span<const std::string> args, Day today, std::ostream& out, std::ostream& err);

}  // namespace minhtin
