#pragma once
// Season: the files and units of one campaign, made ready for the rules. It never changes; a changed one is
// made from it and shares all that is the same, so that "what if" costs only what it touches.
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "server/domain/profiles.h"
#include "server/domain/rules/facts.h"
#include "server/domain/rules/rating_input.h"

namespace minhtin {

// A file with what is looked up again and again.
struct ReadyFile {
    explicit ReadyFile(RatedFile f, const RegulationProfile& profile);
    ReadyFile(const ReadyFile&) = delete;
    ReadyFile& operator=(const ReadyFile&) = delete;
    RatedFile file;
    Facts facts;  // points into `file`
    std::optional<std::size_t>
        level;  // place in profile.rating_levels: decided, else proposed; of no other words
    std::optional<std::size_t> self;  // claimed
    bool levels_differ = false;       // two that stand state different ones, so `level` is not known
};
using FilePtr = std::shared_ptr<const ReadyFile>;

// How many of those that are rated together have which level. Those that a rule leaves out are not counted.
struct LevelTally {
    std::vector<std::int64_t> count;  // by place of the level
    std::vector<std::int64_t>
        maybe;                // of these, those of whom it is not known whether a rule leaves them out
    std::int64_t open = 0;    // rated, but no level yet
    std::int64_t differ = 0;  // of these, those of whom different levels are stated

    // times: 1, or -1 for one that goes. rated: not no.
    void add(const ReadyFile& file, Truth rated, std::size_t levels, std::int64_t times = 1);
    LevelTally& operator+=(const LevelTally& other);
};
using Tallies = std::map<std::string, LevelTally, std::less<>>;  // by group; "" is the whole body

struct ReadyUnit {
    std::size_t place = 0;  // in season.units()
    RatedUnit unit;
    FilePtr collective;                                         // null: none
    std::vector<FilePtr> persons;                               // by id
    Truth collective_rated = Truth::no;                         // no: a rule leaves it out
    std::vector<Truth> rated;                                   // beside persons
    Tallies tally;                                              // of persons
    std::multimap<std::string, FilePtr, std::less<>> posts_in;  // other units, and who here has a post there
};
using UnitPtr = std::shared_ptr<const ReadyUnit>;

// Units of one organisation (organisation.h); any other unit is one by itself.
struct Organisation {
    std::vector<std::size_t> units;  // places, sorted
    Tallies tally;                   // of all persons there
    // Cells of whose persons there is no file, though nobody says that they are empty: how many are rated
    // there, and how, is not known.
    std::vector<std::size_t> without_files;
};

// One edit of a file, as it is typed.
struct Change {
    RatedFile file;        // as it will be; a new one is added
    bool removed = false;  // the file goes away (only id and unit are looked at)
};

class Season {
public:
    // The profile outlives the season. Units, parents and files whose unit is unknown are kept apart and
    // belong to a unit without a name.
    Season(const RegulationProfile& profile, const RatedUnits& units, Day now);
    // With some files changed. A file does not change its unit (ENSUREd).
    Season changed(std::span<const Change> changes) const;

    const RegulationProfile& profile() const { return *profile_; }
    Day now() const { return now_; }
    int year() const { return year_; }
    std::span<const UnitPtr> units() const { return units_; }  // by id
    const ReadyUnit* unit(std::string_view id) const;          // null: unknown
    std::span<const std::size_t> children(std::size_t unit) const { return (*children_)[unit]; }
    std::optional<std::size_t> place(std::string_view unit) const;
    // The unit that a unit's organisation is named after, and what is counted together there.
    std::size_t organisation_of(std::size_t unit) const { return (*organisation_of_)[unit]; }
    const Organisation& organisation(std::size_t unit) const {
        return *organisations_[organisation_of(unit)];
    }
    std::span<const RatedVote> votes() const { return *votes_; }

    // Of this unit's persons only the one that is asked about is known: who else is rated there was not said.
    void know_only_one_of(std::size_t unit) { only_one_known_ = unit; }
    std::optional<std::size_t> only_one_known() const { return only_one_known_; }

private:
    // before: the same unit as it was, if there was one; what it knows of those that stay is kept.
    UnitPtr ready(std::size_t place, RatedUnit unit, FilePtr collective, std::vector<FilePtr> persons,
                  const ReadyUnit* before) const;
    void find_organisations();
    std::shared_ptr<const Organisation> counted(std::vector<std::size_t> units) const;
    // no: a rule leaves the file out of the rating; unknown: one may, but what it asks for is not known.
    Truth is_rated(const ReadyFile& file, const ReadyUnit& unit) const;

    const RegulationProfile* profile_;
    Day now_;
    int year_;
    bool rated_by_collective_;  // some rule about who is rated looks at the collective
    std::vector<UnitPtr> units_;
    std::shared_ptr<const std::unordered_map<std::string, std::size_t>> places_;
    std::shared_ptr<const std::vector<std::vector<std::size_t>>> children_;
    std::shared_ptr<const std::vector<std::size_t>> organisation_of_;
    std::vector<std::shared_ptr<const Organisation>> organisations_;  // null of who belongs to another
    std::shared_ptr<const std::vector<RatedVote>> votes_;
    std::optional<std::size_t> only_one_known_;
};

}  // namespace minhtin
