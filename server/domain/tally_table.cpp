#include "server/domain/tally_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "server/domain/balance.h"
#include "server/domain/percent.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

constexpr std::array text_columns{"round", "date", "body", "person", "position"};
constexpr std::array number_columns{"eligible", "issued", "collected", "valid",
                                    "invalid",  "high",   "trust",     "low"};
constexpr std::array needed_columns{"person", "high", "trust", "low"};

Number& number_of(TallyRow& row, std::string_view column) {
    if (column == "eligible") return row.eligible;
    if (column == "issued") return row.issued;
    if (column == "collected") return row.collected;
    if (column == "valid") return row.valid;
    if (column == "invalid") return row.invalid;
    if (column == "high") return row.counts.high;
    if (column == "trust") return row.counts.trust;
    return row.counts.low;
}

std::string& text_of(TallyRow& row, std::string_view column) {
    if (column == "round") return row.round;
    if (column == "date") return row.day;
    if (column == "body") return row.body;
    if (column == "person") return row.person;
    return row.position;
}

bool read_number(std::string_view text, Number& out) {
    if (text.empty()) return true;
    if (text.size() > 10 || text.find_first_not_of("0123456789") != std::string_view::npos) return false;
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    if (value > largest_count) return false;
    out = value;
    return true;
}

using Columns = std::map<std::string, std::size_t>;  // header -> place

Columns read_header(const CsvLine& header, std::vector<Problem>& problems) {
    Columns columns;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const std::string title = fold(header.cells[i]);
        if (!columns.emplace(title, i).second && !title.empty()) {
            problems.push_back({header.line,
                                header.cells[i],
                                {},
                                "column-doubled",
                                {"Cột này có hai lần.", "This column stands twice."}});
        }
    }
    for (const char* needed : needed_columns) {
        if (!columns.contains(needed)) {
            problems.push_back({header.line,
                                needed,
                                {},
                                "column-missing",
                                {std::string("Thiếu cột “") + needed + "”.",
                                 std::string("The column “") + needed + "” is missing."}});
        }
    }
    return columns;
}

TallyRow read_row(const CsvLine& line, const Columns& columns, std::vector<Problem>& problems) {
    TallyRow row;
    row.line = line.line;
    const auto cell = [&](const char* column) -> std::string {
        const auto found = columns.find(column);
        if (found == columns.end() || found->second >= line.cells.size()) return {};
        return tidy(line.cells[found->second]);
    };
    for (const char* column : text_columns) text_of(row, column) = cell(column);
    for (const char* column : number_columns) {
        const std::string text = cell(column);
        if (!read_number(text, number_of(row, column))) {
            problems.push_back({line.line,
                                column,
                                text,
                                "count-invalid",
                                {"Không phải số nguyên không âm.", "Not a whole number from 0 up."}});
        }
    }
    return row;
}

BallotSums sums_of(const TallyRow& row) {
    return {.summoned = {},
            .present = {},
            .eligible = row.eligible,
            .issued = row.issued,
            .collected = row.collected,
            .valid = row.valid,
            .invalid = row.invalid};
}

std::string with_capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
    return words;
}

Problem problem_of(std::size_t line, const GateCheck& check) {
    const std::string a = std::to_string(check.left), b = std::to_string(*check.right);
    Sentence left, right = title(check.gate->right);
    for (const Amount amount : check.gate->left) {
        const bool first = left.vi.empty();
        left.vi += (first ? "" : " cộng ") + title(amount).vi;
        left.en += (first ? "" : " plus ") + title(amount).en;
    }
    const bool exact = check.gate->exact;
    return {line,
            {},
            a,
            std::string(check.gate->code),
            {with_capital(left.vi) + " (" + a + ")" + (exact ? " khác " : " nhiều hơn ") + right.vi + " (" +
                 b + ").",
             with_capital(left.en) + " (" + a + ")" + (exact ? " are not the " : " exceed the ") + right.en +
                 " (" + b + ")."}};
}

std::optional<std::string> percent_if_known(const Number& count, std::int64_t base) {
    if (!count) return {};
    return percent(*count, base);
}

TallyLine line_of(const TallyRow& row, const RegulationProfile& profile, std::int64_t base) {
    TallyLine line{row, base, {}, {}, {}, {}, nullptr};
    const Counts& c = row.counts;
    line.high = percent_if_known(c.high, base);
    line.trust = percent_if_known(c.trust, base);
    line.low = percent_if_known(c.low, base);
    if (row.collected && c.high && c.trust && c.low)
        line.not_counted = *row.collected - *c.high - *c.trust - *c.low;
    line.band = band_of(profile, c, base);
    return line;
}

}  // namespace

Result<std::vector<TallyRow>, std::vector<Problem>> read_tally_table(const std::vector<CsvLine>& table) {
    ENSURE(!table.empty());
    std::vector<Problem> problems;
    const Columns columns = read_header(table.front(), problems);
    if (!problems.empty()) return Refused{problems};
    if (table.size() == 1)
        problems.push_back({table.front().line,
                            {},
                            {},
                            "no-lines",
                            {"Bảng chỉ có dòng tiêu đề.", "The table has a line of titles only."}});
    std::vector<TallyRow> rows;
    for (std::size_t i = 1; i < table.size(); ++i) {
        if (table[i].cells.size() > table.front().cells.size()) {
            problems.push_back({table[i].line,
                                {},
                                {},
                                "cells-surplus",
                                {"Dòng có nhiều ô hơn số cột.", "The line has more cells than columns."}});
        }
        rows.push_back(read_row(table[i], columns, problems));
        if (rows.back().person.empty())
            problems.push_back({table[i].line,
                                "person",
                                {},
                                "person-missing",
                                {"Dòng không nói là của ai.", "The line does not say whose it is."}});
    }
    if (!problems.empty()) return Refused{problems};
    return rows;
}

std::vector<Problem> check_balance(const TallyRow& row) {
    std::vector<Problem> found;
    const auto look = [&](const std::vector<GateCheck>& checks) {
        for (const GateCheck& check : checks) {
            if (check.holds == Truth::no) found.push_back(problem_of(row.line, check));
        }
    };
    look(check_gates(sums_of(row)));
    look(check_gates(sums_of(row), {marks_of(row.counts), {}}));
    return found;
}

Result<std::vector<TallyLine>, std::vector<Problem>> count_table(const std::vector<TallyRow>& rows,
                                                                 const RegulationProfile& profile,
                                                                 Base base) {
    std::vector<Problem> problems;
    std::vector<TallyLine> lines;
    std::set<std::tuple<std::string, std::string, std::string, std::string>> seen;
    for (const TallyRow& row : rows) {
        const std::size_t before = problems.size();
        for (Problem& p : check_balance(row)) problems.push_back(std::move(p));
        const Number number = base_number(sums_of(row), base);
        const std::string base_name(name(base));
        if (!number) {
            problems.push_back(
                {row.line,
                 base_name,
                 {},
                 "base-missing",
                 {"Thiếu số “" + base_name + "” làm gốc tính tỷ lệ.",
                  "The number “" + base_name + "”, the base of the percentages, is missing."}});
        } else if (*number == 0) {
            problems.push_back({row.line,
                                base_name,
                                "0",
                                "base-zero",
                                {"Gốc tính tỷ lệ bằng 0.", "The base of the percentages is 0."}});
        }
        if (!seen.emplace(row.round, row.day, row.body, row.person).second) {
            problems.push_back({row.line,
                                "person",
                                row.person,
                                "person-doubled",
                                {"Một người có hai dòng trong một lần lấy phiếu.",
                                 "One person has two lines in one vote."}});
        }
        if (problems.size() == before) lines.push_back(line_of(row, profile, *number));
    }
    if (!problems.empty()) return Refused{problems};
    return lines;
}

}  // namespace minhtin
