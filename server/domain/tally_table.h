#pragma once
// A table of counts as published after votes (tests/data/votes/README.md): one line a person, with the
// balance of the ballots. What was not printed stays unknown; what does not balance is refused (domain.md
// rules 7 to 11).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/bands.h"
#include "server/domain/csv.h"

namespace minhtin {

struct TallyRow {
    std::size_t line = 0;
    std::string round, day, body, person, position;
    std::optional<std::int64_t> eligible, issued, collected, valid, invalid;
    Counts counts;
};

// One person's line with what the profile makes of it. Percentages of unknown counts are empty.
struct TallyLine {
    TallyRow row;
    std::int64_t base = 0;
    std::optional<std::string> high, trust, low;  // percent of base, "53.19"
    // Ballots collected that marked none or several levels for this person; unknown unless all counts are
    // known.
    std::optional<std::int64_t> not_counted;
    const Band* band = nullptr;  // only when low is known; lives as long as the profile
};

// The lines of a table with headers
// round,date,body,eligible,issued,collected,valid,invalid,person,position,high, trust,low (any order; person,
// high, trust and low must be there, other headers are ignored). Refuses with column-missing, column-doubled,
// cells-surplus, no-lines, person-missing, count-invalid (not a whole number from 0 to 1,000,000,000 without
// sign or spaces inside).
Result<std::vector<TallyRow>, std::vector<Problem>> read_tally_table(const std::vector<CsvLine>& table);

// Every arithmetic gate (balance.h) that the known numbers allow to check. Empty when the line balances.
std::vector<Problem> check_balance(const TallyRow& row);

// All lines, or every reason why not: what check_balance says, base-missing, base-zero, person-doubled (same
// person twice in one vote). Never half a table.
Result<std::vector<TallyLine>, std::vector<Problem>> count_table(const std::vector<TallyRow>& rows,
                                                                 const RegulationProfile& profile, Base base);

}  // namespace minhtin
