// Laws of reading regulation profiles, for any bytes: a profile that is read is one that rules can be applied
// of; one that is not has reasons, each with a place.
#include <algorithm>

#include "crypto/ensure.h"
#include "server/domain/profiles.h"
#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/report_json.h"
#include "server/domain/text.h"
#include "tests/fuzz/targets.h"

namespace minhtin {
namespace {

// A unit with next to nothing stated, and a vote without numbers: whatever is asked is missing.
RatedUnits bare_units() {
    RatedUnits units;
    units.year = 2026;
    units.units = {{"u", "", RatedUnit::Kind::party, RatedUnit::Tier::cell, {}, {}}};
    const Fact decision{"e", "level:decision", *Day::of(2026, 12, 10), "", {{"level", "excellent"}}};
    units.files = {{"c", "u", "", RatedFile::Subject::collective, {decision}},
                   {"p", "u", "g", RatedFile::Subject::person, {decision}},
                   {"q", "u", "g", RatedFile::Subject::person, {}}};
    RatedVote vote;
    vote.id = "v";
    vote.unit = "u";
    vote.persons.resize(1);
    vote.persons[0].file = "p";
    units.votes.push_back(vote);
    return units;
}

}  // namespace

void reasons_are_given(const std::vector<ProfileProblem>& problems) {
    ENSURE(!problems.empty());
    for (const ProfileProblem& p : problems) {
        ENSURE(p.file == "fuzzed" && !p.code.empty() && !p.says.vi.empty() && !p.says.en.empty());
        ENSURE(p.path.empty() || p.path.front() == '/');
        ENSURE(is_utf8(p.says.vi) && is_utf8(p.says.en));
    }
}

void fuzz_profile(std::string_view bytes) {
    const auto read = read_profile("fuzzed", bytes, profiles());
    if (!read) return reasons_are_given(read.reason());
    const UnitVerdict v = check_unit(*read, bare_units(), *Day::of(2026, 12, 31));
    ENSURE(v.files.size() == 3 && v.votes.size() == 1 && !json_of(v, *read).empty());
    for (const FileVerdict& f : v.files) ENSURE(f.levels.size() == read->rating_levels.size());
}

}  // namespace minhtin
