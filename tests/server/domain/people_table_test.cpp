#include "server/domain/people_table.h"

#include <gtest/gtest.h>

namespace minhtin {
namespace {

using Codes = std::vector<std::string>;

PeopleTable table_of(const std::string& text) {
    const auto lines = read_csv(text);
    EXPECT_TRUE(lines);
    return read_people_table(*lines, *Day::from_iso("2026-11-21"));
}

// "code@line:column=value"
Codes problems_of(const std::string& text) {
    Codes found;
    for (const Problem& p : table_of(text).problems) {
        found.push_back(p.code + "@" + std::to_string(p.line) + ":" + p.column + "=" + p.value);
        EXPECT_FALSE(p.says.vi.empty() || p.says.en.empty());
    }
    return found;
}

const std::string header =
    "Mã;Họ và tên;Ngày sinh;Đơn vị;Mã đơn vị;Chức vụ;Chức vụ chính;Cấp ủy nơi cư trú;Phường/xã\n";

TEST(PeopleTable, ReadsPeopleWithSeveralPosts) {
    const PeopleTable table =
        table_of(header +
                 "T1;Nguyễn Văn Thử;1/2/1980;Cơ quan / Phòng Một;;Ủy viên;;Chi bộ Thử;Phường Mẫu\n"
                 "T1;;;Cơ quan;CQ;Trưởng phòng;x;;\n"
                 "T2;Trần Thị Thử;;;CQ;;;;\n");
    EXPECT_TRUE(table.problems.empty());
    ASSERT_EQ(table.people.size(), 2u);
    const ListedPerson& first = table.people[0];
    EXPECT_EQ(first.name, "Nguyễn Văn Thử");
    EXPECT_EQ(first.birth_day->iso(), "1980-02-01");
    EXPECT_EQ(first.ward, "Phường Mẫu");
    ASSERT_EQ(first.posts.size(), 2u);
    EXPECT_EQ(first.posts[0].title, "Trưởng phòng");  // the main one first
    EXPECT_EQ(first.posts[1].unit.path, (std::vector<std::string>{"Cơ quan", "Phòng Một"}));
    EXPECT_TRUE(table.people[1].posts[0].main);
    EXPECT_EQ(table.lines, 3u);
}

TEST(PeopleTable, HeadersInAnyOrderFormCaseAndBelowATitle) {
    // NFD, no diacritics, capitals, stars, a column of no use, a title above.
    const std::string apart = "\x43\x68\xC6\xB0\xCC\x81\x63 \x76\xE1\xBB\xA5";  // "Chức vụ" half apart
    const PeopleTable table =
        table_of("DANH SÁCH THỬ\nSTT,DON VI *,ho va ten:,MÃ," + apart + "\n1,Cơ quan,Thử Một,T1,Ủy viên\n");
    EXPECT_TRUE(table.problems.empty());
    ASSERT_EQ(table.people.size(), 1u);
    EXPECT_EQ(table.people[0].posts[0].title, "Ủy viên");
    EXPECT_FALSE(table.columns[0].field);
    EXPECT_EQ(table.columns[1].field, PeopleField::unit);
}

TEST(PeopleTable, EveryProblemNamesLineColumnAndValue) {
    EXPECT_EQ(problems_of("a;b\n1;2\n"), Codes{"header-missing@1:="});
    EXPECT_EQ(problems_of("Mã;Họ và tên\nT1;Thử\n"), Codes{"column-missing@1:Đơn vị="});
    EXPECT_EQ(problems_of("Mã;Họ và tên;Đơn vị;mã\nT1;Thử;A;T1\n"), Codes{"column-doubled@1:Mã="});
    EXPECT_EQ(problems_of(header + ";Thử;;A;;;;;\n"), Codes{"code-missing@2:Mã="});
    EXPECT_EQ(problems_of(header + "T1;;;A;;;;;\n"), Codes{"name-missing@2:Họ và tên="});
    EXPECT_EQ(problems_of(header + "T1;Thử;;;;;;;\n"), Codes{"unit-missing@2:Đơn vị="});
    EXPECT_EQ(problems_of(header + "T1;Thử;31/2/1980;A;;;;;\n"), Codes{"date-invalid@2:Ngày sinh=31/2/1980"});
    EXPECT_EQ(problems_of(header + "T1;Thử;1/1/2030;A;;;;;\n"), Codes{"date-future@2:Ngày sinh=1/1/2030"});
    EXPECT_EQ(problems_of(header + "T1;=1+1;;A;;;;;\n"), (Codes{"formula@2:Họ và tên==1+1"}));
    EXPECT_EQ(problems_of(header + "T1;Thử;;A;;;maybe;;\n"), Codes{"mark-invalid@2:Chức vụ chính=maybe"});
    EXPECT_EQ(problems_of(header + "T1;Thử;;A;;;;Chi bộ;\n"), Codes{"ward-missing@2:Phường/xã="});
    EXPECT_EQ(problems_of(header + "T1;Thử;;A;;;;;Phường\n"),
              Codes{"committee-missing@2:Cấp ủy nơi cư trú="});
    EXPECT_EQ(problems_of(header + "T1;Thử;;A / / B;;;;;\n"), Codes{"path-invalid@2:Đơn vị=A / / B"});
    EXPECT_EQ(problems_of(header + "T1;Thử;;A;;;;;;thừa\n"), Codes{"cells-surplus@2:=thừa"});
    EXPECT_EQ(problems_of(header + "T1;Thử;;A;;;;;\nT1;Khác;;B;;;;;\n"),
              Codes{"person-conflict@3:Họ và tên=Khác"});
    EXPECT_EQ(problems_of(header + "T1;Thử;;A;;P;;;\nT1;;;A;;P;;;\n"), Codes{"post-doubled@3:Chức vụ=P"});
    EXPECT_EQ(problems_of(header + "T1;Thử;;A;;P;x;;\nT1;;;A;;Q;x;;\n"),
              Codes{"main-doubled@3:Chức vụ chính=x"});
    EXPECT_EQ(problems_of(header + std::string(41, 'a') + ";Thử;;A;;;;;\n")[0].substr(0, 16),
              "text-too-long@2:");
    EXPECT_EQ(problems_of(header + "T1;Th\xE2\x80\xAEử;;A;;;;;\n")[0].substr(0, 15), "text-invalid@2:");
}

TEST(PeopleTable, AllProblemsOfAFileAtOnce) {
    EXPECT_EQ(problems_of(header + "T1;Thử;31/2/1980;;;;;;\nT2;Thử;x;A;;;;;\n").size(), 3u);
}

}  // namespace
}  // namespace minhtin
