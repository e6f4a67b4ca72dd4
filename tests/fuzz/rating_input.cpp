// Laws of reading rating files, units and changes, for any bytes: what is read can be rated under every
// profile, and an edit changes what checking before and after says; what is not read has reasons.
#include "crypto/ensure.h"
#include "server/domain/rules/read_input.h"
#include "server/domain/rules/report_json.h"
#include "server/domain/rules/what_if.h"
#include "tests/fuzz/targets.h"

namespace minhtin {
namespace {

const Day now = *Day::of(2026, 12, 31);

void fuzz_file(std::string_view bytes, const RegulationProfile& p) {
    const auto input = read_file_input("fuzzed", bytes);
    if (!input) return reasons_are_given(input.reason());
    const FileVerdict v = rate(p, input->file, input->units, input->today.value_or(now));
    ENSURE(v.file == input->file.id && v.levels.size() == p.rating_levels.size() && !json_of(v, p).empty());
}

void fuzz_unit(std::string_view bytes, std::string_view changes, const RegulationProfile& p) {
    const auto input = read_unit_input("fuzzed", bytes);
    if (!input) return reasons_are_given(input.reason());
    const Day day = input->today.value_or(now);
    const UnitVerdict before = check_unit(p, input->units, day);
    ENSURE(before.files.size() == input->units.files.size() && !json_of(before, p).empty());
    if (changes.empty()) return;
    const auto edits = read_changes("fuzzed", changes, input->units);
    if (!edits) return reasons_are_given(edits.reason());
    const UnitVerdict after = check_unit(p, with_changes(input->units, *edits), day);
    const Difference found = what_if(p, input->units, *edits, day);
    ENSURE(found == difference(before, after) && !json_of(found).empty());
}

}  // namespace

// The length chooses the profile. A unit and changes to it are parted by the byte 0x1e.
void fuzz_rating_input(std::string_view bytes) {
    const RegulationProfile& p = profiles()[bytes.size() % profiles().size()];
    const std::size_t end = std::min(bytes.find('\x1e'), bytes.size());
    fuzz_file(bytes, p);
    fuzz_unit(bytes.substr(0, end), bytes.substr(std::min(end + 1, bytes.size())), p);
}

}  // namespace minhtin
