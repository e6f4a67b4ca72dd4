#pragma once
// The cap: count(level) <= floor(share · base), per body and per group of like posts (domain.md rule 19).
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/season.h"

namespace minhtin {

// One place where the cap is counted: persons of a unit or of an organisation (all, or a group), or the
// collectives under a unit.
struct CapPlace {
    LevelTally tally;
    Share share;
    std::vector<std::string> without_files;  // ids of units of which nothing is known
};
struct CapCount {
    std::int64_t base = 0, most = 0, used = 0;
    std::int64_t most_at_best = 0;  // if everybody who has no level yet came to count for the base
    // Whether used <= most holds whatever becomes of those of whom it is not known whether they are rated, or
    // at which of two levels.
    bool holds_surely = true;
    Share share;
    std::vector<std::string> without_files;
    bool operator==(const CapCount&) const = default;
};
// A figure that is missing for each of these units: who is rated there, or how its collective is.
std::vector<UsedFigure> lists_missing(const std::vector<std::string>& units, RatedFile::Subject subject,
                                      const Season& season);

// The rule's sentence about one place, with a place "group" for the group's name if it is one's; as_if:
// counted as if one file had the level, which it has not; then with a place "level", too.
Sentence cap_sentence(const Sentence& says, RatedFile::Subject subject, bool of_group, bool as_if);
std::string share_in_words(Share share);    // "20 %", "1/3"
Sentence room_in_words(std::int64_t free);  // "2 free", below 0 "1 too many"

CapCount count_cap(const rules::Cap& cap, std::size_t level, const CapPlace& place);

// The place where the persons of a unit are counted; group "" is the whole body. An empty tally when there is
// nobody.
CapPlace cap_of_persons(const rules::Cap& cap, const Season& season, const ReadyUnit& unit,
                        std::string_view group);
// Of the collectives that stand directly under a unit.
CapPlace cap_of_collectives(const rules::Cap& cap, const Season& season, std::size_t parent);

// All that the caps look at in a file: of those that are alike in this they say the same.
struct CountedAs {
    RatedFile::Subject subject;
    std::size_t place;  // the unit or organisation where persons are counted, the parent of a collective
    std::string group;
    std::optional<std::size_t> level;
    bool levels_differ;
    Truth rated;
    auto operator<=>(const CountedAs&) const = default;
};
// The file lies in this unit, which has a name.
CountedAs counted_as(const Season& season, const ReadyFile& file, std::size_t unit);

// Of a level's id in the profile; the rule names one that exists.
std::size_t place_of_level(const RegulationProfile& profile, std::string_view id);

// Every place of one unit where the rule counts; none of persons who are counted in the unit's organisation,
// unless it bears the unit's name.
std::vector<CapStanding> cap_standings(const Rule& rule, const rules::Cap& cap, const Season& season,
                                       std::size_t unit);

}  // namespace minhtin
