#pragma once
// Files and units for the tests of rules: a person and a collective of whom everything is stated and nothing
// is wrong, to be changed by one thing at a time. Names are ids: nobody's.
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/rate.h"
#include "server/domain/rules/rating_input.h"

namespace minhtin {

Day day(std::string_view iso);
Decimal number(std::string_view text);

using Says = std::map<std::string, FactValue>;
Fact fact(std::string topic, Says says);
Item item(std::string id, std::map<std::string, std::string> words = {});

// Puts a fact in the place of all that state its topic; `without` takes them out.
void state(RatedFile& file, std::string topic, Says says);
void without(RatedFile& file, std::string_view topic);
RatedFile with(RatedFile file, std::string topic, Says says);
RatedFile lacking(RatedFile file, std::string_view topic);

// Nothing stands against "excellent" under 366-QĐ/TW, 124-QĐ/TW and 132-QĐ/TW, caps apart.
RatedFile good_person(std::string id, std::string unit = "u");
RatedFile good_collective(std::string id, std::string unit = "u");
RatedFile head_of(std::string id, std::string unit = "u");
RatedFile decided(RatedFile file, std::string level);

// A cell "u" under the grassroots "g"; collectives of both are rated excellent. Of so many people in "u" each
// level's count is given: excellent, good, completed, failed.
RatedUnits season_of(std::vector<RatedFile> files);
RatedUnits season_with(std::array<int, 4> counts);

// Others in the unit, so that one more "excellent" fits under the cap.
RatedUnits with_room();
FileVerdict rate_by(const char* profile_id, const RatedFile& file, RatedUnits units = season_of({}));
FileVerdict rate_366(const RatedFile& file);  // with room

// Everything that a verdict says, for the message of a failed test.
std::string why(const FileVerdict& verdict);
LevelVerdict::State level_state(const FileVerdict& verdict, std::string_view level);
bool has(const std::vector<Finding>& findings, Finding::Kind kind, std::string_view rule);
bool has(const std::vector<NotApplied>& list, std::string_view rule);

inline const Day review_day = *Day::of(2026, 12, 1), rating_day = *Day::of(2026, 12, 10),
                 today = *Day::of(2026, 12, 12);

}  // namespace minhtin
