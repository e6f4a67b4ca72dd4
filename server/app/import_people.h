#pragma once
// The office brings its list of people in: first a preview that says what would happen, then all of it or
// nothing.
#include <string>

#include "server/app/actor.h"
#include "server/app/app.h"
#include "server/domain/people_table.h"

namespace minhtin {

struct ImportSummary {
    std::int64_t people_new = 0, people_changed = 0, people_same = 0, posts_new = 0, units_new = 0,
                 committees_new = 0;
    bool operator==(const ImportSummary&) const = default;
};

struct ImportReport {
    std::size_t lines = 0;
    std::vector<PeopleColumn> columns;
    std::vector<Problem>
        problems;           // those of the table, and unit-unknown, unit-code-taken, unit-code-differs
    ImportSummary summary;  // what would change, or has changed
    bool written = false;
};

// Cells as an office wrote them: a CSV text, or the rows of a sheet.
Result<std::vector<CsvLine>, Problem> lines_of_rows(const std::vector<std::vector<std::string>>& rows);

// Changes nothing.
ImportReport preview_people(const App& app, const std::vector<CsvLine>& lines, Day today);

// One transaction. With any problem nothing is written and `written` is false. People are known by their
// code: an empty cell keeps what is stored, the posts of a person become those of the list, nobody is
// removed. Who joins the tree of a campaign of this year gets a rating file. The same list again changes
// nothing.
ImportReport import_people(App& app, const std::vector<CsvLine>& lines, Day today);

}  // namespace minhtin
