// `minhtin rules` as people run it, on the examples of docs/formats.md.
#include "server/tools/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "server/domain/profiles.h"

namespace minhtin {
namespace {

using nlohmann::json;

const std::string examples = MINHTIN_SOURCE_DIR "/docs/examples/";

struct Ran {
    int status;
    std::string out, err;
    json as_json() const { return json::parse(out); }
};
Ran run(std::vector<std::string> args) {
    std::ostringstream out, err;
    const int status = run_rules(args, *Day::of(2026, 12, 12), out, err);
    return {status, out.str(), err.str()};
}

std::string state_of(const json& verdict, const char* level) {
    for (const json& l : verdict.at("levels")) {
        if (l.at("level") == level) return l.at("state");
    }
    return "";
}
bool finds(const json& list, const char* kind, const char* rule) {
    for (const json& f : list) {
        if (f.at("rule") == rule && (kind == nullptr || f.at("kind") == kind)) return true;
    }
    return false;
}

class File {
public:
    // Named by the test: others run beside it.
    explicit File(const std::string& content)
        : path_(std::filesystem::path(testing::TempDir()) /
                (std::string("minhtin-") + testing::UnitTest::GetInstance()->current_test_info()->name() +
                 ".json")) {
        std::ofstream(path_, std::ios::binary) << content;
    }
    ~File() { std::filesystem::remove(path_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

TEST(RulesCommand, rates_the_example) {
    const Ran ran = run({"rate", "--profile", "366-qd-tw", examples + "file.json", "--json"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const json v = ran.as_json();
    EXPECT_EQ(v.at("profile"), "366-qd-tw");
    // 90 points, but who else is rated there is not said: the cap is open.
    EXPECT_EQ(state_of(v, "excellent"), "unproven") << ran.out;
    EXPECT_EQ(state_of(v, "good"), "possible") << ran.out;
    EXPECT_FALSE(finds(v.at("findings"), nullptr, "cap-excellent"));
    EXPECT_TRUE(std::ranges::any_of(v.at("not_applied"), [](const json& open) {
        return open.at("rule") == "cap-excellent" &&
               open.at("needs").back().at("vi") == "những người được xếp loại ở chi-bo-1";
    })) << ran.out;
    EXPECT_FALSE(finds(v.at("findings"), nullptr, "score-excellent"));
    const Ran people = run({"rate", "--profile", "366-qd-tw", examples + "file.json"});
    EXPECT_NE(people.out.find("Hoàn thành tốt nhiệm vụ"), std::string::npos) << people.out;
}

TEST(RulesCommand, checks_the_unit_of_the_example) {
    const Ran ran = run({"unit", "--profile", "366-qd-tw", examples + "unit.json", "--json"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const json v = ran.as_json();
    bool seen = false;
    for (const json& cap : v.at("caps")) {
        if (cap.at("unit") != "chi-bo-1" || !cap.at("group").is_null()) continue;
        seen = true;
        EXPECT_EQ(cap.at("base"), 7);
        EXPECT_EQ(cap.at("most"), 1);
        EXPECT_EQ(cap.at("free"), -1);
        EXPECT_EQ(cap.at("have"), json::parse(R"(["ho-so-1","ho-so-2"])"));
    }
    EXPECT_TRUE(seen) << ran.out;
    EXPECT_TRUE(finds(v.at("findings"), "forbids", "cap-excellent"));
}

TEST(RulesCommand, counts_the_vote_of_the_example_by_its_own_regulation) {
    const Ran ran = run({"unit", "--profile", "96-qd-tw", examples + "unit.json", "--json"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const json vote = ran.as_json().at("votes").at(0);
    EXPECT_EQ(vote.at("persons").at(0).at("percents"),
              json::parse(R"({"high":"40.43","low":"53.19","trust":"4.26"})"));
    EXPECT_EQ(vote.at("persons").at(0).at("band"), "band-over-half");
}

TEST(RulesCommand, people_read_about_whom_by_which_figures) {
    const std::string said = run({"unit", "--profile", "366-qd-tw", examples + "unit.json"}).out;
    EXPECT_NE(said.find("Không được / forbids: chi-bo-1"), std::string::npos) << said;
    EXPECT_NE(said.find("số xếp mức này: 2; số dùng để tính tỷ lệ: 7; số tối đa: 1"), std::string::npos)
        << said;
    EXPECT_NE(said.find("could not be applied: ho-so-"), std::string::npos) << said;
    const std::string vote = run({"unit", "--profile", "96-qd-tw", examples + "unit.json"}).out;
    EXPECT_NE(vote.find("Tín nhiệm thấp / Low trust 53.19 %"), std::string::npos) << vote;
    EXPECT_EQ(vote.find(" low 53"), std::string::npos) << vote;
}

TEST(RulesCommand, says_what_a_change_would_bring) {
    const Ran ran = run(
        {"what-if", "--profile", "366-qd-tw", examples + "unit.json", examples + "changes.json", "--json"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const json v = ran.as_json();
    EXPECT_TRUE(finds(v.at("gone"), "forbids", "cap-excellent")) << ran.out;
    EXPECT_TRUE(finds(v.at("come"), "would-break", "cap-excellent")) << ran.out;
}

TEST(RulesCommand, lists_and_checks_profiles) {
    const Ran listed = run({"list", "--json"});
    ASSERT_EQ(listed.status, 0);
    EXPECT_EQ(listed.as_json().size(), profiles().size());
    EXPECT_NE(run({"list"}).out.find("cap-excellent"), std::string::npos);
    const Ran checked = run({"check", examples + "profile.json"});
    EXPECT_EQ(checked.status, 0) << checked.err;
    EXPECT_NE(checked.out.find("deadline-cell"), std::string::npos) << checked.out;
}

TEST(RulesCommand, refuses_with_file_path_and_reason) {
    const File wrong(
        R"({"format":"minhtin-file-1","year":2026,"file":{"id":"p","unit":"u","subject":"person","entries":[
        {"id":"1","topic":"score","day":"2026-12-05","says":{"total":89.5}}]}})");
    const Ran ran = run({"rate", "--profile", "366-qd-tw", wrong.path(), "--json"});
    EXPECT_EQ(ran.status, 1);
    const json refused = ran.as_json().at("refused").at(0);
    EXPECT_EQ(refused.at("code"), "bad-number");
    EXPECT_EQ(refused.at("path"), "/file/entries/0/says/total");
    EXPECT_NE(ran.err.find(wrong.path()), std::string::npos);
}

TEST(RulesCommand, a_ballot_has_no_place_for_a_voter) {
    const File linked(
        R"({"format":"minhtin-unit-1","year":2026,"units":[{"id":"u","kind":"party","tier":"cell"}],"votes":[
        {"id":"v","unit":"u","ballots":[{"marks":{"p":1},"voter":"q"}]}]})");
    const Ran ran = run({"unit", "--profile", "96-qd-tw", linked.path(), "--json"});
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.as_json().at("refused").at(0).at("path"), "/votes/0/ballots/0/voter");
}

TEST(RulesCommand, a_vote_is_held_at_work_or_at_the_residence) {
    const auto with_place = [](const std::string& place) {
        const File vote(
            R"({"format":"minhtin-unit-1","year":2026,"units":[{"id":"u","kind":"party","tier":"cell"}],"votes":[
            {"id":"v","unit":"u","place":")" +
            place + R"("}]})");
        return run({"unit", "--profile", "96-qd-tw", vote.path(), "--json"});
    };
    EXPECT_EQ(with_place("work").status, 0);
    EXPECT_EQ(with_place("residence").status, 0);
    for (const char* word : {"foo", "work residence", "Work", ""}) {
        const Ran ran = with_place(word);
        ASSERT_EQ(ran.status, 1) << word;
        EXPECT_EQ(ran.as_json().at("refused").at(0).at("path"), "/votes/0/place") << word;
    }
    EXPECT_EQ(with_place("foo").as_json().at("refused").at(0).at("code"), "unknown-word");
}

TEST(RulesCommand, a_vote_is_held_in_a_unit_that_is_there_and_closed_after_it_was_held) {
    const auto refused_at = [](const std::string& says) {
        const File vote(
            R"({"format":"minhtin-unit-1","year":2026,"units":[{"id":"u","kind":"party","tier":"cell"}],"votes":[)" +
            says + "]}");
        const Ran ran = run({"unit", "--profile", "96-qd-tw", vote.path(), "--json"});
        if (ran.status != 1) return std::to_string(ran.status);
        const json first = ran.as_json().at("refused").at(0);
        return first.at("path").get<std::string>() + " " + first.at("code").get<std::string>();
    };
    EXPECT_EQ(refused_at(R"({"id":"v","unit":"x"})"), "/votes/0/unit unknown-unit");
    EXPECT_EQ(refused_at(R"({"id":"v","unit":"u","day":"2026-06-02","closed":"2026-06-01"})"),
              "/votes/0/closed days-reversed");
    EXPECT_EQ(refused_at(R"({"id":"v","unit":"u","day":"2026-06-02","closed":"2026-06-02"})"), "0");
}

TEST(RulesCommand, says_when_a_regulation_is_not_in_force_in_the_year) {
    const auto note = [](const char* profile) {
        const Ran ran = run({"rate", "--profile", profile, examples + "file.json"});
        EXPECT_EQ(ran.status, 0);
        return ran.err;
    };
    EXPECT_EQ(note("366-qd-tw"), "");
    EXPECT_EQ(note("124-qd-tw"),
              "Lưu ý: 124-qd-tw không có hiệu lực vào cuối năm 2026 / "
              "note: 124-qd-tw is not in force at the end of 2026\n");
}

// A cooperative that rates in two levels of its own, beside the party's regulations with their four.
TEST(RulesCommand, a_level_is_one_of_the_regulation_that_is_asked_about) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "minhtin-own-levels";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "hop-tac-xa.json") << R"({"format":"minhtin-profile-2","id":"hop-tac-xa",
        "number":"01-QC/THU","title":{"vi":"Quy chế thử","en":"A test"},"body":{"vi":"Đơn vị thử","en":"A unit"},
        "issued":"2026-01-01","in_force_from":"2026-01-01","in_force_until":null,"replaces":[],"inherits":[],
        "levels":[{"id":"passed","vi":"Đạt","en":"Passed"},{"id":"not-passed","vi":"Không đạt","en":"Not passed"}],
        "settings":[],"rules":[]})";
    const auto read_by = [&](std::string command, const std::string& profile, const std::string& level) {
        const std::string own =
            R"({"id":"p","unit":"u","subject":"person","entries":[{"id":"1","topic":"level:proposal",)"
            R"("day":"2026-12-05","says":{"level":")" +
            level + "\"}}]}";
        const std::string units =
            R"("year":2026,"units":[{"id":"u","kind":"party","tier":"cell"}],"files":[)";
        const File file(command == "rate" ? R"({"format":"minhtin-file-1","year":2026,"file":)" + own + "}"
                                          : R"({"format":"minhtin-unit-1",)" + units + own + "]}");
        std::vector<std::string> args{command, "--profile", profile, file.path(), "--json"};
        if (profile == "hop-tac-xa" && minhtin::profile(profile) == nullptr)
            args.insert(args.end(), {"--profiles", folder.string()});
        const Ran ran = run(args);
        return ran.status == 1 ? ran.as_json().at("refused").at(0).at("code").get<std::string>() + ran.err
                               : std::to_string(ran.status);
    };
    for (const char* command : {"rate", "unit"}) {
        EXPECT_EQ(read_by(command, "hop-tac-xa", "passed"), "0");
        const std::string typo = read_by(command, "hop-tac-xa", "pased");
        EXPECT_EQ(typo.substr(0, 12), "unknown-word") << typo;
        EXPECT_NE(typo.find("“pased”"), std::string::npos) << typo;
        EXPECT_EQ(read_by(command, "hop-tac-xa", "good").substr(0, 12), "unknown-word");
        EXPECT_EQ(read_by(command, "366-qd-tw", "passed").substr(0, 12), "unknown-word");
        EXPECT_EQ(read_by(command, "366-qd-tw", "good"), "0");
        // What it inherits: its levels are those of 366-QĐ/TW.
        EXPECT_EQ(read_by(command, "quang-binh-vpubnd-2022", "good"), "0");
        EXPECT_EQ(read_by(command, "quang-binh-vpubnd-2022", "passed").substr(0, 12), "unknown-word");
    }
    // About votes only: the ratings beside them may go by any regulation, but by one.
    EXPECT_EQ(read_by("unit", "96-qd-tw", "good"), "0");
    EXPECT_EQ(read_by("unit", "96-qd-tw", "passed"), "0");
    EXPECT_EQ(read_by("unit", "96-qd-tw", "pased").substr(0, 12), "unknown-word");
    std::filesystem::remove_all(folder);
}

TEST(RulesCommand, wrong_usage_and_what_cannot_be_read_are_2) {
    const std::string file = examples + "file.json";
    for (const std::vector<std::string>& args :
         std::vector<std::vector<std::string>>{{},
                                               {"nonsense"},
                                               {"rate"},
                                               {"rate", file},
                                               {"rate", "--profile", "no-such", file},
                                               {"rate", "--profile", "366-qd-tw", "/does/not/exist"},
                                               {"rate", "--profile", "366-qd-tw", examples},
                                               {"rate", "--profile", "366-qd-tw", file, "--on", "12/12/2026"},
                                               {"rate", "--nonsense", file},
                                               {"check"},
                                               {"unit", "--profile", "366-qd-tw", file, file},
                                               {"doc", file}}) {
        const Ran ran = run(args);
        EXPECT_EQ(ran.status, 2) << (args.empty() ? "" : args.front());
        EXPECT_FALSE(ran.err.empty());
    }
}

TEST(RulesCommand, says_in_the_first_line_what_is_wrong) {
    const std::string file = examples + "file.json";
    const auto first_line = [](std::vector<std::string> args) {
        const Ran ran = run(std::move(args));
        EXPECT_EQ(ran.status, 2);
        EXPECT_EQ(ran.out, "");
        return ran.err.substr(0, ran.err.find('\n'));
    };
    EXPECT_EQ(first_line({"rate", "--profile", "no-such", file}),
              "Không có hồ sơ quy định này / no such profile: no-such");
    EXPECT_EQ(first_line({"unit", file}), "Thiếu / missing: --profile ID");
    EXPECT_EQ(first_line({"rate", "--profile", "366-qd-tw", file, "--on", "2026-13-01"}),
              "--on: không phải ngày / not a day: 2026-13-01");
    EXPECT_EQ(first_line({"rate", "--nonsense", file}), "Không hiểu / not understood: --nonsense");
    EXPECT_EQ(first_line({"nonsense"}), "Không có lệnh này / no such command: nonsense");
    // A regulation about votes rates nobody.
    EXPECT_EQ(first_line({"rate", "--profile", "96-qd-tw", file}),
              "96-qd-tw: quy định này không có mức xếp loại / this regulation has no rating levels");
}

}  // namespace
}  // namespace minhtin
