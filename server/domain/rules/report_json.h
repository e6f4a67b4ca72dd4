#pragma once
// Verdicts as JSON (docs/formats.md): for the command line, the API and the pages.
#include <string>

#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/what_if.h"

namespace minhtin {

std::string json_of(const FileVerdict& verdict, const RegulationProfile& profile);
std::string json_of(const UnitVerdict& verdict, const RegulationProfile& profile);
std::string json_of(const Difference& difference);

}  // namespace minhtin
