#pragma once
// Random seasons for the laws: trees of units, missing data, entries that contradict or replace each other,
// heads of other units, votes. The same seed gives the same season everywhere.
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "server/domain/profiles.h"
#include "server/domain/rules/what_if.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
    bool percent(std::size_t n) { return below(100) < n; }
    template <class T>
    const T& one_of(const std::vector<T>& list) {
        return list[below(list.size())];
    }
    std::string one_of(std::initializer_list<const char*> list) {
        return *(list.begin() + below(list.size()));
    }

private:
    std::mt19937_64 engine_;
};

// The last day of the year of every random season: all that was done was done before.
inline const Day law_day = *Day::of(2026, 12, 31);

// All built-in profiles about rating; and of each central one a second with every rule switched on, the cap
// of another base and more room under an outstanding collective.
std::vector<RegulationProfile> law_profiles();

RatedUnits random_season(Dice& dice);

// A statement of the topic with random contents; the id is that of fact().
Fact random_fact(Dice& dice, const std::string& topic, const RatedUnits& units);
// Topics that a random file may state.
const std::vector<std::string>& law_topics();

// One to three edits: entries that change, come and go, whole files that come and go. Each file at most once.
std::vector<Change> random_changes(Dice& dice, const RatedUnits& units);

// Steps and levels say what was done so far: without them it is not done yet, which is no missing fact.
bool is_progress(std::string_view topic);

// Whether a level is possible, by "file level".
bool possible(const UnitVerdict& verdict, const std::string& file, const std::string& level);

}  // namespace minhtin
