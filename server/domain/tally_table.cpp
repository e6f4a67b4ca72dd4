#include "server/domain/tally_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "server/domain/percent.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

using Number = std::optional<std::int64_t>;

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

// A known number that is above another known one.
void must_not_exceed(std::vector<Problem>& problems, std::size_t line, const char* code,
                     const Number& smaller, const Number& larger, const char* vi_small, const char* vi_large,
                     const char* en_small, const char* en_large) {
    if (!smaller || !larger || *smaller <= *larger) return;
    const std::string a = std::to_string(*smaller), b = std::to_string(*larger);
    problems.push_back({line,
                        {},
                        a,
                        code,
                        {std::string(vi_small) + " (" + a + ") nhiều hơn " + vi_large + " (" + b + ").",
                         std::string(en_small) + " (" + a + ") exceed " + en_large + " (" + b + ")."}});
}

// What is known of a sum; unknown only when nothing is.
Number known_sum(std::initializer_list<Number> parts) {
    Number sum;
    for (const Number& part : parts) {
        if (part) sum = sum.value_or(0) + *part;
    }
    return sum;
}

Number base_of(const TallyRow& row, Base base) {
    switch (base) {
        case Base::eligible:
            return row.eligible;
        case Base::issued:
            return row.issued;
        case Base::collected:
            return row.collected;
    }
    bug("base", __FILE__, __LINE__);
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
    }
    if (!problems.empty()) return Refused{problems};
    return rows;
}

std::vector<Problem> check_balance(const TallyRow& row) {
    std::vector<Problem> found;
    const auto gate = [&](const char* code, const Number& a, const Number& b, const char* vi_a,
                          const char* vi_b, const char* en_a, const char* en_b) {
        must_not_exceed(found, row.line, code, a, b, vi_a, vi_b, en_a, en_b);
    };
    gate("issued-over-eligible", row.issued, row.eligible, "Số phiếu phát ra", "tổng số người",
         "Ballots issued", "the members");
    gate("collected-over-issued", row.collected, row.issued, "Số phiếu thu về", "số phiếu phát ra",
         "Ballots collected", "the ballots issued");
    gate("collected-over-eligible", row.collected, row.eligible, "Số phiếu thu về", "tổng số người",
         "Ballots collected", "the members");
    const Number ballots = known_sum({row.valid, row.invalid});
    if (row.valid && row.invalid && row.collected && *ballots != *row.collected) {
        found.push_back({row.line,
                         {},
                         std::to_string(*ballots),
                         "valid-plus-invalid",
                         {"Số phiếu hợp lệ cộng không hợp lệ (" + std::to_string(*ballots) +
                              ") khác số phiếu thu về (" + std::to_string(*row.collected) + ").",
                          "Valid and invalid ballots (" + std::to_string(*ballots) +
                              ") are not the ballots collected (" + std::to_string(*row.collected) + ")."}});
    }
    for (const Number& limit : {row.collected, row.issued, row.eligible}) {
        gate("ballots-over-limit", ballots, limit, "Số phiếu hợp lệ, không hợp lệ", "số phiếu",
             "Valid and invalid ballots", "the ballots");
    }
    const Number levels = known_sum({row.counts.high, row.counts.trust, row.counts.low});
    gate("levels-over-valid", levels, row.valid, "Cộng các mức", "số phiếu hợp lệ", "The levels together",
         "the valid ballots");
    gate("levels-over-collected", levels, row.collected, "Cộng các mức", "số phiếu thu về",
         "The levels together", "the ballots collected");
    gate("levels-over-issued", levels, row.issued, "Cộng các mức", "số phiếu phát ra", "The levels together",
         "the ballots issued");
    gate("levels-over-eligible", levels, row.eligible, "Cộng các mức", "tổng số người", "The levels together",
         "the members");
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
        const Number number = base_of(row, base);
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
        if (!row.person.empty() && !seen.emplace(row.round, row.day, row.body, row.person).second) {
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
