#pragma once
// Verdicts and profiles as people read them in a terminal: Vietnamese first.
#include <map>
#include <ostream>
#include <string>

#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/what_if.h"

namespace minhtin {

void print_profiles(std::ostream& out);
void print_profiles_json(std::ostream& out);
void print_checked(const RegulationProfile& profile, std::ostream& out);
// What the input calls its units and the persons on its votes, by id.
using Names = std::map<std::string, std::string>;
Names names_in(const RatedUnits& units);

void print_file(const FileVerdict& verdict, const RegulationProfile& profile, const Names& names,
                std::ostream& out);
void print_unit(const UnitVerdict& verdict, const RegulationProfile& profile, const Names& names,
                std::ostream& out);
void print_difference(const Difference& difference, const RegulationProfile& profile, const Names& names,
                      std::ostream& out);

}  // namespace minhtin
