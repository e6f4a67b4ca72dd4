#pragma once
// What the regulation says about a file and about a unit, worked out anew each time from what the entries
// say.
#include <string>
#include <vector>

#include "server/app/read_record.h"
#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/what_if.h"

namespace minhtin {

struct FileFindings {
    const RegulationProfile* rules = nullptr;  // never null
    std::string unit_id, unit_name;            // where the person is rated; empty when no post is left
    bool caps_shown = true;                    // false for a member: they would tell about the others
    FileVerdict verdict;
};

// For those who may read the record; a member's has nothing in it that comes from anybody else's file.
// Refuses as read_record does, and no_rating_regulation (none was in force at the end of that year).
Outcome<FileFindings> read_findings(const App& app, const Actor& actor, std::string_view campaign_id,
                                    std::string_view person_id, Day today);

struct UnitPerson {
    std::string person_id, name, post;
    FileVerdict verdict;
};
// Somebody of another unit that is counted with this one, who has or wishes the level of the cap.
struct CapPerson {
    std::string file, person_id, name, unit_name;
};
struct UnitFindings {
    const RegulationProfile* rules = nullptr;  // never null
    Unit unit;
    RatedUnit::Tier tier = RatedUnit::Tier::cell;  // our default: tier_by_layers
    std::string campaign_name;
    // Of this unit, and the caps of the organisation where the regulation counts it; `files` is empty, see
    // people.
    UnitVerdict verdict;
    std::vector<UnitPerson> people;  // in Vietnamese order
    Unit counted_with;               // the organisation, or the unit itself
    std::vector<CapPerson> elsewhere;
};

// Office, committee and inspector. Refuses not_allowed, campaign_unknown, unit_unknown, no_rating_regulation,
// file_damaged.
Outcome<UnitFindings> read_unit_findings(const App& app, const Actor& actor, std::string_view campaign_id,
                                         std::string_view unit_id, Day today);

// What a statement would change if it were filed now; writes nothing. Figures that would come from it carry
// "new" where others carry the number of their entry. For those who may file it
// (state_fact.h); refuses as read_findings does.
struct Consequence {
    const RegulationProfile* rules = nullptr;  // never null
    std::string file;
    Difference difference;
};
Outcome<Consequence> what_if_stated(const App& app, const Actor& actor, std::string_view campaign_id,
                                    std::string_view person_id, const Statement& statement, Day today);

}  // namespace minhtin
