#pragma once
// A ballot read straight from its text, without a tree of JSON in between: a ballot has one spelling
// (protocol.md chapter 7), so its text can be followed word for word, with a tenth of the instructions.
#include <optional>
#include <string>
#include <string_view>

#include "ballot/ballot_json.h"

namespace minhtin {

// The ballot whose spelling these bytes are, that is write_json(ballot_json(ballot)) == bytes. Nothing if
// there is none; also for texts that need escapes or are not ASCII, which no ballot that holds has, and for
// ballots of more than 1 MiB, which may hold. Then read_canonical with read_ballot says what is so, never
// this.
std::optional<Ballot> read_spelled_ballot(std::string_view bytes);

// unsigned_hash of the ballot whose spelling these bytes are.
std::string unsigned_hash(std::string_view bytes);

}  // namespace minhtin
