#include "server/domain/tally_table.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "server/domain/text.h"

namespace minhtin {
namespace {

const std::string votes = MINHTIN_SOURCE_DIR "/tests/data/votes/";

std::string file(const std::string& name) {
    std::ifstream in(votes + name, std::ios::binary);
    EXPECT_TRUE(in) << name;
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<TallyRow> rows_of(const std::string& text) {
    const auto table = read_csv(text);
    EXPECT_TRUE(table);
    const auto rows = read_tally_table(*table);
    EXPECT_TRUE(rows);
    return *rows;
}

// A table of one line behind the usual header.
std::vector<TallyRow> one(const std::string& line) {
    return rows_of(
        "round,date,body,eligible,issued,collected,valid,invalid,person,position,high,trust,low\n" + line);
}

std::vector<std::string> refusals(const std::vector<TallyRow>& rows, Base base = Base::collected) {
    const auto lines = count_table(rows, *profile("96-qd-tw"), base);
    std::vector<std::string> codes;
    if (!lines) {
        for (const Problem& p : lines.reason()) codes.push_back(p.code + "@" + std::to_string(p.line));
    }
    return codes;
}

// The sources drop trailing zeros, not always.
std::string without_last_zeros(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string one_decimal(std::int64_t count, std::int64_t base) {
    const std::int64_t tenths = (2 * 1000 * count + base) / (2 * base);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

using Codes = std::vector<std::string>;

// printed_percentages.csv: every figure that a source printed, recomputed from its table with the base of the
// rule.
TEST(TallyTable, EveryPrintedPercentageIsReproduced) {
    const auto printed = read_csv(file("printed_percentages.csv"));
    ASSERT_TRUE(printed);
    std::size_t compared = 0;
    for (std::size_t i = 1; i < printed->size(); ++i) {
        const auto& cell = (*printed)[i].cells;
        ASSERT_EQ(cell.size(), 6u);
        const std::int64_t base_number = std::stoll(cell[4]);
        std::optional<TallyLine> found;
        for (const Base base : {Base::eligible, Base::issued, Base::collected}) {
            const auto lines = count_table(rows_of(file(cell[0])), *profile("96-qd-tw"), base);
            if (!lines) continue;
            for (const TallyLine& line : *lines) {
                if (line.row.person == cell[1] && line.base == base_number) found = line;
            }
        }
        ASSERT_TRUE(found) << cell[0] << " " << cell[1];
        const auto& percent = cell[2] == "high"    ? found->high
                              : cell[2] == "trust" ? found->trust
                                                   : found->low;
        const auto& count = cell[2] == "high"    ? found->row.counts.high
                            : cell[2] == "trust" ? found->row.counts.trust
                                                 : found->row.counts.low;
        ASSERT_TRUE(percent) << cell[0] << " " << cell[1];
        EXPECT_EQ(std::to_string(*count), cell[3]);
        // One source prints one decimal, rounded from the counts and not from two decimals (22.449 is 22.4).
        const std::string ours = cell[0] == "vinhphuc_2014.csv" ? one_decimal(*count, base_number) : *percent;
        EXPECT_EQ(without_last_zeros(ours), without_last_zeros(cell[5]))
            << cell[0] << " " << cell[1] << " " << cell[2];
        ++compared;
    }
    EXPECT_EQ(compared, 105u);
}

TEST(TallyTable, TheBestSinglePublishedLine) {
    const auto lines =
        count_table(rows_of(file("vinhphuc_2023.csv")), *profile("nq-96-2023-qh15"), Base::collected);
    ASSERT_TRUE(lines);
    const TallyLine& line = (*lines)[3];
    EXPECT_EQ(line.row.person, "P04");
    EXPECT_EQ(line.high, "40.43");
    EXPECT_EQ(line.trust, "4.26");
    EXPECT_EQ(line.low, "53.19");
    EXPECT_EQ(line.not_counted, 1);
    ASSERT_NE(line.band, nullptr);
    EXPECT_EQ(line.band->code, "low-over-half");
    EXPECT_EQ((*lines)[0].band, nullptr);
}

TEST(TallyTable, UnknownStaysUnknownAndTheOthersArePrinted) {
    const auto lines =
        count_table(one("r,,b,,,47,,,P1,,19,,\nr,,b,,,47,,,P2,,,,32"), *profile("96-qd-tw"), Base::collected);
    ASSERT_TRUE(lines);
    EXPECT_EQ((*lines)[0].high, "40.43");
    EXPECT_FALSE((*lines)[0].trust || (*lines)[0].low || (*lines)[0].not_counted);
    EXPECT_EQ((*lines)[0].band, nullptr);
    EXPECT_FALSE((*lines)[1].high);
    EXPECT_EQ((*lines)[1].band->code, "low-two-thirds");
}

TEST(TallyTable, TheArithmeticGates) {
    EXPECT_EQ(refusals(one("r,,b,50,48,47,46,1,P1,,19,2,25")), Codes{});
    EXPECT_EQ(refusals(one("r,,b,50,51,47,46,1,P1,,19,2,25")), Codes{"issued-over-eligible@2"});
    EXPECT_EQ(refusals(one("r,,b,50,46,47,46,1,P1,,19,2,25")),
              (Codes{"collected-over-issued@2", "ballots-over-limit@2"}));
    EXPECT_EQ(refusals(one("r,,b,46,,47,,,P1,,19,2,25")), Codes{"collected-over-eligible@2"});
    EXPECT_EQ(refusals(one("r,,b,,,47,45,1,P1,,19,2,20")), Codes{"valid-plus-invalid@2"});
    EXPECT_EQ(refusals(one("r,,b,,,47,47,1,P1,,19,2,20")),
              (Codes{"valid-plus-invalid@2", "ballots-over-limit@2"}));
    EXPECT_EQ(refusals(one("r,,b,,,47,,,P1,,19,4,25")), Codes{"levels-over-collected@2"});
    EXPECT_EQ(refusals(one("r,,b,,,47,45,2,P1,,19,2,25")), Codes{"levels-over-valid@2"});
    EXPECT_EQ(refusals(one("r,,b,,,47,,,P1,,30,,18")), Codes{"levels-over-collected@2"});
    EXPECT_EQ(refusals(one("r,,b,,45,,,,P1,,19,2,25"), Base::issued), Codes{"levels-over-issued@2"});
    EXPECT_EQ(refusals(one("r,,b,45,,,,,P1,,19,2,25"), Base::eligible), Codes{"levels-over-eligible@2"});
}

TEST(TallyTable, LacksTheBase) {
    EXPECT_EQ(refusals(one("r,,b,50,48,47,,,P1,,1,1,1\nr,,b,50,48,,,,P2,,1,1,1")), Codes{"base-missing@3"});
    EXPECT_EQ(refusals(one("r,,b,,,0,,,P1,,0,0,0")), Codes{"base-zero@2"});
}

TEST(TallyTable, OnePersonOnceInAVote) {
    EXPECT_EQ(refusals(one("r,,b,,,47,,,P1,x,1,1,1\nr,,b,,,47,,,P1,y,1,1,1")), Codes{"person-doubled@3"});
    EXPECT_EQ(refusals(one("r,,b,,,47,,,P1,x,1,1,1\nr2,,b,,,47,,,P1,y,1,1,1")), Codes{});
}

TEST(TallyTable, WhatCannotBeReadNamesTheLine) {
    const auto codes = [](const std::string& text) {
        const auto rows = read_tally_table(*read_csv(text));
        Codes found;
        if (!rows) {
            for (const Problem& p : rows.reason())
                found.push_back(p.code + "@" + std::to_string(p.line) + ":" + p.column);
        }
        return found;
    };
    EXPECT_EQ(codes("person,high,trust,low\nP1,1,2,3"), Codes{});
    EXPECT_EQ(codes("person,high,trust\nP1,1,2"), Codes{"column-missing@1:low"});
    EXPECT_EQ(codes("person,high,trust,low"), Codes{"no-lines@1:"});
    EXPECT_EQ(codes("person,high,trust,low\nP1,1,2,3\n ,1,2,3"), Codes{"person-missing@3:person"});
    EXPECT_EQ(codes("person,high,trust,low,LOW\nP1,1,2,3,4"), Codes{"column-doubled@1:LOW"});
    EXPECT_EQ(codes("person,high,trust,low\nP1,1,2,3,4"), Codes{"cells-surplus@2:"});
    for (const char* bad : {"-1", "1.5", "x", "1 2", "+1", "1000000001", "99999999999"}) {
        EXPECT_EQ(codes(std::string("person,high,trust,low\nP0,1,1,1\nP1,1,2,") + bad),
                  Codes{"count-invalid@3:low"})
            << bad;
    }
}

}  // namespace
}  // namespace minhtin
