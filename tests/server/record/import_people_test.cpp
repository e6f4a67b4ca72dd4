#include "server/app/import_people.h"

#include <gtest/gtest.h>

#include "server/store/sqlite.h"
#include "tests/server/record/world.h"

namespace minhtin::test {
namespace {

ImportReport bring(TestApp& test, const std::string& text) {
    return import_people(test.app, *read_csv(text), test.clock.today());
}

// Everything that an import could have changed.
auto people_of(const TestApp& test) {
    return test.registry->read([](const RegistryTables& t) {
        return std::tuple(t.people->find("", {}), t.people->units(), t.people->committees());
    });
}

TEST(ImportPeople, PreviewTellsAndWritesNothing) {
    TestApp test;
    const ImportReport report = preview_people(test.app, *read_csv(small_list), test.clock.today());
    EXPECT_EQ(report.summary, (ImportSummary{4, 0, 0, 5, 3, 2}));
    EXPECT_FALSE(report.written);
    EXPECT_TRUE(std::get<0>(people_of(test)).empty());
}

TEST(ImportPeople, TheSameFileAgainChangesNothing) {
    TestApp test;
    EXPECT_TRUE(bring(test, small_list).written);
    const auto before = people_of(test);
    const ImportReport again = bring(test, small_list);
    EXPECT_TRUE(again.written);
    EXPECT_EQ(again.summary, (ImportSummary{0, 0, 4, 0, 0, 0}));
    EXPECT_EQ(people_of(test), before);
}

TEST(ImportPeople, AnEmptyCellKeepsAndAFilledOneChanges) {
    TestApp test;
    bring(test, small_list);
    const ImportReport report = bring(
        test,
        "Mã;Họ và tên;Ngày sinh;Đơn vị;Chức vụ\nT2;Đặng Thị Thử Đổi;;Cơ quan Thử / Phòng Một;Phó phòng\n");
    EXPECT_EQ(report.summary, (ImportSummary{0, 1, 0, 1, 0, 0}));
    const auto person =
        test.registry->read([](const RegistryTables& t) { return t.people->person_by_code("T2"); });
    EXPECT_EQ(person->name, "Đặng Thị Thử Đổi");
    EXPECT_TRUE(person->residence_committee_id);
    EXPECT_EQ(person->posts.front().title, "Phó phòng");
}

TEST(ImportPeople, OneProblemAndNothingIsWritten) {
    TestApp test;
    const ImportReport report =
        bring(test, std::string(small_list) + "T5;Hồ Thử;31/2/1980;Cơ quan Thử;;;;\n");
    EXPECT_FALSE(report.written);
    ASSERT_EQ(report.problems.size(), 1u);
    EXPECT_EQ(report.problems[0].line, 7u);
    EXPECT_TRUE(std::get<0>(people_of(test)).empty());
}

TEST(ImportPeople, AFaultInTheMiddleLeavesNothing) {
    TestApp test;
    {
        sql::Database beside(test.folder.path / "registry.db", test_key(2), sql::Database::Mode::existing);
        beside.script(
            "CREATE TRIGGER fault BEFORE INSERT ON people WHEN NEW.code = 'T3' BEGIN SELECT raise(ABORT, "
            "'fault'); END;");
    }
    EXPECT_ANY_THROW(bring(test, small_list));
    EXPECT_TRUE(std::get<0>(people_of(test)).empty());
    EXPECT_TRUE(std::get<1>(people_of(test)).empty());
    {
        sql::Database beside(test.folder.path / "registry.db", test_key(2), sql::Database::Mode::existing);
        beside.script("DROP TRIGGER fault;");
    }
    EXPECT_TRUE(bring(test, small_list).written);
}

TEST(ImportPeople, UnitCodes) {
    TestApp test;
    const std::string header = "Mã;Họ và tên;Đơn vị;Mã đơn vị\n";
    const auto code_of_problem = [](const ImportReport& r) {
        return r.problems.empty() ? "" : r.problems[0].code;
    };
    EXPECT_EQ(code_of_problem(bring(test, header + "T1;Thử;;P1\n")), "unit-unknown");
    EXPECT_TRUE(
        bring(test, header + "T1;Thử;;P1\nT2;Thử Hai;A / B;P1\n").written);  // used before it is given
    EXPECT_TRUE(bring(test, header + "T3;Thử Ba;;P1\n").written);
    EXPECT_EQ(code_of_problem(bring(test, header + "T4;Thử;A / C;P1\n")), "unit-code-taken");
    EXPECT_EQ(code_of_problem(bring(test, header + "T4;Thử;A / B;P2\n")), "unit-code-differs");
}

TEST(ImportPeople, WhoJoinsTheTreeGetsAFile) {
    World world;
    EXPECT_TRUE(bring(world.test, std::string(small_list) + "T5;Hồ Thử;;Cơ quan Thử;;;;\n").written);
    EXPECT_EQ(world.file("T5").entries, 0);
}

TEST(ImportPeople, RowsOfASheet) {
    const auto lines = lines_of_rows({{"Mã", "Họ và tên"}, {" ", ""}, {"T1", "Thử"}});
    ASSERT_TRUE(lines);
    EXPECT_EQ((*lines)[1], (CsvLine{3, {"T1", "Thử"}}));
    EXPECT_EQ(lines_of_rows({{""}}).reason().code, "csv-empty");
    EXPECT_EQ(lines_of_rows({std::vector<std::string>(csv_max_cells + 1, "x")}).reason().code,
              "csv-too-large");
}

}  // namespace
}  // namespace minhtin::test
