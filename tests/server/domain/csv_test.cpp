#include "server/domain/csv.h"

#include <gtest/gtest.h>

namespace minhtin {
namespace {

using Lines = std::vector<CsvLine>;

std::string reason(std::string_view text) {
    const auto read = read_csv(text);
    return read ? "" : read.reason().code + "@" + std::to_string(read.reason().line);
}

TEST(Csv, SeparatorsBomAndLineEnds) {
    const Lines expected{{1, {"a", "b"}}, {2, {"1", "2"}}};
    for (const char* text : {"a;b\n1;2\n", "a,b\r\n1,2", "a\tb\r1\t2\r",
                             "\xEF\xBB\xBF"
                             "a;b\r\n1;2\r\n"}) {
        EXPECT_EQ(*read_csv(text), expected) << text;
    }
    EXPECT_EQ(*read_csv("sep=,\r\na,b\r\n1,2"), (Lines{{2, {"a", "b"}}, {3, {"1", "2"}}}));
}

TEST(Csv, TheSeparatorIsFoundOutsideQuotes) {
    EXPECT_EQ(*read_csv("\"a,b,c\";d\n"), (Lines{{1, {"a,b,c", "d"}}}));
    EXPECT_EQ(*read_csv("a;b\n1,5;2"), (Lines{{1, {"a", "b"}}, {2, {"1,5", "2"}}}));
}

TEST(Csv, QuotesHoldEverything) {
    EXPECT_EQ(*read_csv("\"x\"\"y\";\"two\r\nlines\"\nz;"),
              (Lines{{1, {"x\"y", "two\nlines"}}, {3, {"z", ""}}}));
}

TEST(Csv, BlankLinesAreSkippedAndStillCounted) {
    EXPECT_EQ(*read_csv("a;b\n\n;;\n \n1;2"), (Lines{{1, {"a", "b"}}, {5, {"1", "2"}}}));
}

TEST(Csv, Refusals) {
    EXPECT_EQ(reason(""), "csv-empty@0");
    EXPECT_EQ(reason("\n;\n"), "csv-empty@0");
    EXPECT_EQ(reason("a\n\"open;b\nc"), "csv-quote@2");
    EXPECT_EQ(reason("a\n\"b\"c;d"), "csv-quote@2");
    EXPECT_EQ(reason("a;\xFF"), "csv-not-utf8@0");
    EXPECT_EQ(reason("\xFF\xFE"
                     "a"),
              "csv-not-utf8@0");
    EXPECT_EQ(reason(std::string("a;b\nc\0d", 7)), "csv-control@2");
    EXPECT_EQ(reason(std::string(csv_max_bytes + 1, 'a')), "csv-too-large@0");
    EXPECT_EQ(reason(std::string(csv_max_cells, ';')), "csv-too-large@1");
    std::string lines;
    for (std::size_t i = 0; i <= csv_max_lines; ++i) lines += "a\n";
    EXPECT_EQ(reason(lines), "csv-too-large@50001");
}

TEST(Csv, WhatIsWrittenIsReadBackAndRunsNoFormula) {
    const std::vector<std::string> cells{"a;b", "say \"so\"", "", "two\nlines", "Đơn vị"};
    EXPECT_EQ(read_csv(csv_line(cells, ';'))->front().cells, cells);
    EXPECT_EQ(csv_line({"=1+1", "+1", "-1", "@x", "a=b"}, ';'),
              "\"'=1+1\";\"'+1\";\"'-1\";\"'@x\";\"a=b\"\r\n");
}

}  // namespace
}  // namespace minhtin
