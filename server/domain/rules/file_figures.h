#pragma once
// The figures of one file, from what it and the collective around it state.
#include <optional>

#include "server/domain/day.h"
#include "server/domain/rules/facts.h"
#include "server/domain/rules/figures.h"

namespace minhtin {

struct RegulationProfile;

// What a file is looked at with.
struct RatingFrame {
    const RegulationProfile& profile;  // its levels, the most points that are possible
    int year;                          // that is rated
    Day now;                           // months are counted to it, unless the year is decided or over
};

// `collective`: of the unit where a person is rated; null when there is none. Numbers that cannot be are
// contradicted: a part larger than its whole, more points than there are. So are words that are no level.
Figures figures_of(RatedFile::Subject subject, const Facts& facts, const Facts* collective,
                   const RatingFrame& frame);

// The day on which a topic says that something was done ("on"). For "step:rating" also that of the decision.
struct DoneDay {
    enum class State { known, missing, contradicted };
    State state = State::missing;
    std::optional<Day> day;
    std::string meeting;
    std::vector<std::string> entries;
};
DoneDay day_of(const Facts& facts, std::string_view topic);

}  // namespace minhtin
