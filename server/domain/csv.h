#pragma once
// Comma separated tables as offices save them: BOM or none; `;` `,` or tab (found in the first line that has
// one, or told by a leading "sep=;"); cells in quotes may hold separators, line ends and doubled quotes;
// CRLF, LF or CR.
#include <string>
#include <string_view>
#include <vector>

#include "crypto/result.h"
#include "server/domain/sentence.h"

namespace minhtin {

struct CsvLine {
    std::size_t line = 0;  // where it starts, counted from 1 as an editor shows it
    std::vector<std::string> cells;
    bool operator==(const CsvLine&) const = default;
};

inline constexpr std::size_t csv_max_bytes = 8u << 20;
inline constexpr std::size_t csv_max_lines = 50'000;
inline constexpr std::size_t csv_max_cells = 200;

// The lines that hold anything at all, cells as written (not trimmed). Refuses with csv-too-large,
// csv-not-utf8, csv-control (a NUL or other control character), csv-quote (an open quote, or text behind a
// closed one), csv-empty. Never half a table.
Result<std::vector<CsvLine>, Problem> read_csv(std::string_view bytes);

// One line for a file that a spreadsheet will open, with CRLF. A cell that a spreadsheet would run as a
// formula (leading = + - @ or tab) gets an apostrophe before it. Valid UTF-8 without NUL goes in.
std::string csv_line(const std::vector<std::string>& cells, char separator);

}  // namespace minhtin
