#pragma once
// Verdicts and profiles as people read them in a terminal: Vietnamese first.
#include <ostream>

#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/what_if.h"

namespace minhtin {

void print_profiles(std::ostream& out);
void print_profiles_json(std::ostream& out);
void print_checked(const RegulationProfile& profile, std::ostream& out);
void print_file(const FileVerdict& verdict, const RegulationProfile& profile, std::ostream& out);
void print_unit(const UnitVerdict& verdict, const RegulationProfile& profile, std::ostream& out);
void print_difference(const Difference& difference, const RegulationProfile& profile, std::ostream& out);

}  // namespace minhtin
