// Laws of reading tables, for any bytes: nothing crashes; what was read is written and read back the same; a
// list of people and a table of counts give answers or problems that name a line of the file.
#include "crypto/ensure.h"
#include "server/domain/people_table.h"
#include "server/domain/tally_table.h"
#include "server/domain/text.h"
#include "tests/fuzz/targets.h"

namespace minhtin {
namespace {

bool needs_apostrophe(const std::string& cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

void read_back(const std::vector<CsvLine>& lines) {
    for (const CsvLine& line : lines) {
        bool formula = false;
        for (const std::string& cell : line.cells) formula = formula || needs_apostrophe(cell);
        if (formula || line.cells.front().starts_with("\xEF\xBB\xBF")) continue;
        const auto again = read_csv(csv_line(line.cells, ';'));
        ENSURE(again && again->size() == 1 && again->front().cells == line.cells);
    }
}

void lines_exist(const std::vector<Problem>& problems, const std::vector<CsvLine>& lines) {
    for (const Problem& p : problems) {
        ENSURE(p.line >= lines.front().line && p.line <= lines.back().line);
        ENSURE(!p.code.empty() && !p.says.vi.empty() && !p.says.en.empty());
        ENSURE(is_utf8(p.says.vi));
    }
}

}  // namespace

void fuzz_csv(std::string_view bytes) {
    const auto lines = read_csv(bytes);
    if (!lines) {
        ENSURE(!lines.reason().code.empty());
        return;
    }
    read_back(*lines);
    const PeopleTable people = read_people_table(*lines, *Day::from_iso("2026-11-21"));
    lines_exist(people.problems, *lines);
    for (const ListedPerson& person : people.people)
        ENSURE(!people.problems.empty() || (!person.posts.empty() && person.posts.front().main));
    const auto rows = read_tally_table(*lines);
    if (!rows) return lines_exist(rows.reason(), *lines);
    const auto counted = count_table(*rows, *profile("96-qd-tw"), Base::collected);
    if (!counted) return lines_exist(counted.reason(), *lines);
}

}  // namespace minhtin
