#pragma once
// Rating files and units from JSON (docs/formats.md, "minhtin-file-1" and "minhtin-unit-1"), strictly: what
// is not known there is refused with the place and a reason, so that a vote has no room for a voter and a
// typing error cannot hide a fact.
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "crypto/result.h"
#include "server/domain/profiles.h"
#include "server/domain/rules/rating_input.h"
#include "server/domain/rules/season.h"

namespace minhtin {

struct UnitInput {
    RatedUnits units;
    std::optional<Day> today;
};
struct FileInput {
    RatedFile file;
    RatedUnits units;  // what the file says about the unit around it; may be empty
    std::optional<Day> today;
};

// Whose levels the fields that name a level may say: one of these regulations has it. Regulations about votes
// rate nobody: beside them the levels of all that are loaded are read. None: any word is read (what was
// stored before), and figures_of believes only the levels of the regulation that it is given.
using Regulations = std::span<const RegulationProfile>;

// Any bytes, at most 64 MiB; never throws for what stands in them. `name` stands in the problems.
Result<UnitInput, std::vector<ProfileProblem>> read_unit_input(std::string_view name, std::string_view json,
                                                               Regulations regulations = profiles());
Result<FileInput, std::vector<ProfileProblem>> read_file_input(std::string_view name, std::string_view json,
                                                               Regulations regulations = profiles());

// {"topic":…,"says":{…}}: one statement, read as strictly as in a file.
Result<Statement, std::vector<ProfileProblem>> read_statement(std::string_view name, std::string_view json,
                                                              Regulations regulations = {});

// {"format":"minhtin-changes-1","changes":[FILE, …],"removed":["file id", …]}: files as they will be.
Result<std::vector<Change>, std::vector<ProfileProblem>> read_changes(std::string_view name,
                                                                      std::string_view json,
                                                                      const RatedUnits& units,
                                                                      Regulations regulations = profiles());

}  // namespace minhtin
