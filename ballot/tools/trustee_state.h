#pragma once
// What the server tells a trustee (GET /api/v1/trustee), as far as the steps need it.
#include <optional>
#include <string>
#include <vector>

#include "ballot/ceremony.h"
#include "ballot/key_file.h"

namespace minhtin {

struct State {
    std::string election, ceremony;
    std::size_t trustee = 0;
    CeremonySize size;
    std::vector<std::string> certificates;
    std::optional<std::string> vinput, trustees;
};

// From a file ("-": standard input). Refused with the place that is wrong.
State read_state(const std::string& path);
// Refused (key_file_other) unless the file was made for this election, ceremony and place.
void require_same_seat(const KeyFileLabel& key, const State& state);

}  // namespace minhtin
