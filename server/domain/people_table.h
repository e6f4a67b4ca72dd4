#pragma once
// A list of people as an office keeps it (CSV, or the cells of a spreadsheet): headers in any order and
// spelling form, one line a post. What needs no look at what is stored is decided here.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/csv.h"
#include "server/domain/day.h"

namespace minhtin {

enum class PeopleField { code, name, birth_day, unit, unit_code, title, main, committee, ward };
std::string_view name(PeopleField field);
// Its usual header: "Họ và tên".
std::string_view header_of(PeopleField field);

struct PeopleColumn {
    std::string header;  // as written
    std::optional<PeopleField> field;
};

struct ListedUnit {
    std::vector<std::string> path;  // from the root; empty when only the code is given
    std::string code;               // may be empty
    bool operator==(const ListedUnit&) const = default;
};

struct ListedPost {
    std::size_t line = 0;
    ListedUnit unit;
    std::string title;  // empty: a member without a post
    bool main = false;
};

struct ListedPerson {
    std::size_t line = 0;  // the first one
    std::string code, name;
    std::optional<Day> birth_day;
    std::string committee, ward;    // both, or both empty
    std::vector<ListedPost> posts;  // exactly one is the main one; it comes first
};

struct PeopleTable {
    std::size_t lines = 0;  // below the header
    std::vector<PeopleColumn> columns;
    std::vector<ListedPerson> people;  // in the order of the list; only meaningful without problems
    std::vector<Problem> problems;     // by line
};

// The header is the first line that names the code and the name of people (titles may stand above it, 15
// lines at most). A path of units is written "A / B / C". The main post is marked x; without a mark it is the
// first one. Days are d/m/yyyy. Problems, each with line, column and value: header-missing, column-missing,
// column-doubled, cells-surplus, code-missing, name-missing, unit-missing, text-invalid, text-too-long,
// formula, date-invalid, date-future, mark-invalid, ward-missing, committee-missing, path-invalid,
// person-conflict, post-doubled, main-doubled.
PeopleTable read_people_table(const std::vector<CsvLine>& lines, Day today);

}  // namespace minhtin
