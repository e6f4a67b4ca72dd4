#include "server/tools/count.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace minhtin {
namespace {

using nlohmann::json;

const std::string votes = MINHTIN_SOURCE_DIR "/tests/data/votes/";

struct CountRun {
    int code;
    std::string out, err;
};

CountRun count(std::vector<std::string> args) {
    std::ostringstream out, err;
    const int code = run_count(args, out, err);
    return {code, out.str(), err.str()};
}

// A table in a file of its own that goes when the test ends.
class Table {
public:
    explicit Table(const std::string& lines) {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        path_ = testing::TempDir() + "count_" + test->name() + ".csv";
        std::ofstream(path_, std::ios::binary) << lines;
    }
    ~Table() { std::filesystem::remove(path_); }
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

TEST(Count, JsonOfAPublishedTable) {
    const CountRun run = count({votes + "vinhphuc_2023.csv", "--profile", "96-qd-tw", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    const json j = json::parse(run.out);
    EXPECT_EQ(j.at("profile"), "96-qd-tw");
    EXPECT_EQ(j.at("base"), "collected");
    const json& row = j.at("rows").at(3);
    EXPECT_EQ(row.at("line"), 5);
    EXPECT_EQ(row.at("person"), "P04");
    EXPECT_EQ(row.at("base"), 47);
    EXPECT_EQ(row.at("low"), (json{{"count", 25}, {"percent", "53.19"}}));
    EXPECT_EQ(row.at("not_counted"), 1);
    EXPECT_EQ(row.at("band").at("code"), "low-over-half");
    EXPECT_TRUE(j.at("rows").at(0).at("band").is_null());
}

TEST(Count, UnknownIsNull) {
    const CountRun run = count({votes + "na_2013.csv", "--profile", "nq-35-2012-qh13", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    const json row = json::parse(run.out).at("rows").at(24);
    EXPECT_EQ(row.at("high").at("percent"), "37.35");
    EXPECT_TRUE(row.at("trust").at("count").is_null());
    EXPECT_TRUE(row.at("trust").at("percent").is_null());
    EXPECT_EQ(row.at("low").at("count"), 99);
    EXPECT_TRUE(row.at("not_counted").is_null());
}

TEST(Count, PeopleReadCommasAndDashes) {
    const CountRun run = count({votes + "vinhphuc_2023.csv", "--profile", "96-qd-tw"});
    ASSERT_EQ(run.code, 0);
    EXPECT_NE(run.out.find("25 (53,19 %)"), std::string::npos);
    EXPECT_NE(run.out.find("→ Quá nửa"), std::string::npos);
    const CountRun gaps = count({votes + "na_2014.csv", "--profile", "nq-85-2014-qh13"});
    ASSERT_EQ(gaps.code, 0);
    EXPECT_NE(gaps.out.find("295 (59,36 %)"), std::string::npos);
}

TEST(Count, BaseCanBeGiven) {
    EXPECT_EQ(count({votes + "thanhhoa_2018.csv", "--profile", "nq-85-2014-qh13"}).code, 1);
    const CountRun run =
        count({votes + "thanhhoa_2018.csv", "--profile", "nq-85-2014-qh13", "--base", "issued", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(json::parse(run.out).at("base"), "issued");
    EXPECT_EQ(json::parse(run.out).at("rows").at(0).at("high").at("percent"), "96.67");
}

TEST(Count, RefusalNamesTheLineAndPrintsNoFigure) {
    const Table table("person;collected;high;trust;low\nP1;47;40;5;2\nP2;47;40;5;3\n");
    const CountRun people = count({table.path(), "--profile", "96-qd-tw"});
    EXPECT_EQ(people.code, 1);
    EXPECT_EQ(people.out, "");
    EXPECT_NE(people.err.find("line 3: levels-over-collected"), std::string::npos) << people.err;
    const CountRun machine = count({table.path(), "--profile", "96-qd-tw", "--json"});
    EXPECT_EQ(machine.code, 1);
    EXPECT_EQ(json::parse(machine.out).at("refused").at(0).at("line"), 3);
}

TEST(Count, UsageAndUnreadableFiles) {
    const std::string table = votes + "na_2013.csv";
    const std::vector<std::vector<std::string>> wrong{{},
                                                      {table},
                                                      {"--profile", "96-qd-tw"},
                                                      {table, "--profile"},
                                                      {table, "--profile", "no-such-rule"},
                                                      {table, "--profile", "96-qd-tw", "--base", "present"},
                                                      {table, table, "--profile", "96-qd-tw"},
                                                      {table, "--profile", "96-qd-tw", "--unknown"},
                                                      {votes + "absent.csv", "--profile", "96-qd-tw"},
                                                      {votes, "--profile", "96-qd-tw"}};
    for (const auto& args : wrong) {
        const CountRun run = count(args);
        EXPECT_EQ(run.code, 2);
        EXPECT_EQ(run.out, "");
        EXPECT_NE(run.err, "");
    }
    const Table empty("");
    EXPECT_EQ(count({empty.path(), "--profile", "96-qd-tw"}).code, 1);
}

TEST(Count, SaysInTheFirstLineWhatIsWrong) {
    const auto first_line = [](std::vector<std::string> args) {
        const CountRun run = count(std::move(args));
        EXPECT_EQ(run.code, 2);
        return run.err.substr(0, run.err.find('\n'));
    };
    const std::string table = votes + "vinhphuc_2023.csv";
    EXPECT_EQ(first_line({table, "--profile", "no-such"}),
              "Không có hồ sơ quy định này / no such profile: no-such");
    EXPECT_EQ(first_line({table, "--profile", "366-qd-tw"}),
              "Quy định này không nói về lấy phiếu / this regulation is not about votes: 366-qd-tw");
    EXPECT_EQ(first_line({table, "--profile", "96-qd-tw", "--base", "foo"}),
              "--base: eligible, issued, collected; không phải / not: foo");
}

}  // namespace
}  // namespace minhtin
