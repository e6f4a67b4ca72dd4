#pragma once
// What the fuzzers run, and what the tests replay over tests/fuzz/corpus/NAME. A target returns whatever the
// bytes are; a broken promise is a Bug, which ends the run.
#include <string_view>
#include <vector>

#include "server/domain/profiles.h"

namespace minhtin {

// A value that was read is written, read again and written the same.
void fuzz_json(std::string_view bytes);
// A whole archive, audited; with the header and hashes that make it get through to the contents as well.
void fuzz_archive(std::string_view bytes);
// A ballot of a fixed election: what is accepted has exactly one spelling.
void fuzz_ballot(std::string_view bytes);
// Each byte an event: extend and admit agree, and only the grammar's sequences get through.
void fuzz_events(std::string_view bytes);
// Points and numbers: our arithmetic for public data and libsodium give the same.
void fuzz_group(std::string_view bytes);
// A table of counts, or a list of people: what was read is written and read back the same; a problem names a
// line.
void fuzz_csv(std::string_view bytes);
// A regulation profile: a valid one can be applied, any other has reasons.
void fuzz_profile(std::string_view bytes);
// A rating file, or a unit and changes to it: what is read is rated, what is not has reasons.
void fuzz_rating_input(std::string_view bytes);

// ENSUREs that something read under the name "fuzzed" was refused with places and sentences.
void reasons_are_given(const std::vector<ProfileProblem>& problems);

}  // namespace minhtin
