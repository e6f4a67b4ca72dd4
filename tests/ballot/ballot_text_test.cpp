// The short way to read a ballot beside the long one: what it takes is spelled right, and whatever is spelled
// right it takes.
#include "ballot/ballot_text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ballot/mutations.h"
#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

// Two questions, one of them with a blank answer.
const std::vector<std::string>& ballots() {
    static const std::vector<std::string> made = [] {
        ElectionPlan plan;
        plan.questions = {{"Nguyễn Văn Thử", {"Có", "Không"}, true, 1, 1},
                          {"Trần Thị Mẫu", {"A", "B"}, false, 0, 1}};
        plan.votes = {{0, {{1, 0, 0}, {0, 1}}}, {1, {{0, 1, 0}, {0, 0}}}};
        std::vector<std::string> out;
        for (const Step& step : make_test_election(plan).steps)
            if (step.type == EventType::ballot) out.push_back(step.data[0]);
        return out;
    }();
    return made;
}

// Whether both ways agree about the text; the short one need not take what needs escapes or is not ASCII.
void compare(const std::string& text, const std::string& what) {
    const auto shortly = read_spelled_ballot(text);
    const auto at_length = read_canonical(text, read_ballot, ballot_json);
    if (shortly) {
        EXPECT_EQ(write_json(ballot_json(*shortly)), text) << what;
        EXPECT_EQ(unsigned_hash(text), unsigned_hash(*shortly)) << what;
    }
    const bool needs_more =
        std::any_of(text.begin(), text.end(), [](char c) { return c == '\\' || c < ' ' || c > '~'; });
    if (!needs_more) {
        EXPECT_EQ(shortly.has_value(), static_cast<bool>(at_length)) << what;
    }
}

TEST(BallotText, TakesBallotsThatHold) {
    for (const std::string& ballot : ballots()) {
        EXPECT_TRUE(read_spelled_ballot(ballot));
        compare(ballot, "as it is");
    }
}

TEST(BallotText, AgreesOnEveryChange) {
    std::size_t taken = 0;
    for (const Mutation& m : mutations(ballots()[0], {ballots()[1]})) {
        compare(m.text, m.what);
        taken += read_spelled_ballot(m.text).has_value();
    }
    EXPECT_GT(taken, 20u);  // other values, spelled right
}

TEST(BallotText, AgreesOnEveryBeginningAndEveryMissingByte) {
    const std::string& ballot = ballots()[1];
    for (std::size_t i = 0; i < ballot.size(); i += i < 400 ? 1 : 37) {
        EXPECT_FALSE(read_spelled_ballot(std::string_view(ballot).substr(0, i))) << i;
        std::string without = ballot;
        without.erase(i, 1);
        compare(without, "without byte " + std::to_string(i));
        std::string another = ballot;
        another[i] = another[i] == 'a' ? 'b' : 'a';
        compare(another, "another byte " + std::to_string(i));
    }
    compare(ballot + " ", "a space behind");
    compare(ballot + ballot, "twice");
    compare("", "nothing");
}

TEST(BallotText, AVeryLongBallotGoesTheLongWayAndHolds) {
    constexpr std::size_t answers = 2'100;
    ElectionPlan plan;
    plan.singles = 1;
    plan.size = 0;
    plan.questions = {{"Lê Thị Ví Dụ", std::vector<std::string>(answers, "Có"), false, 0, 1}};
    PlainVote vote{std::vector<unsigned>(answers, 0)};
    vote[0][2'000] = 1;
    plan.votes.clear();
    const TestElection made = make_test_election(plan);
    const Election election = made.open();
    SeededRandom random("a very long ballot");
    const auto ballot = make_ballot(election, made.credentials[0], vote, random);
    ASSERT_TRUE(ballot);
    EXPECT_GT(ballot->size(), 1u << 20);
    EXPECT_FALSE(read_spelled_ballot(*ballot));
    const auto checked = check_ballot(election, *ballot);
    ASSERT_TRUE(checked) << code_of(checked);
    EXPECT_EQ(checked->choices()[0].size(), answers);
}

TEST(BallotText, EmptyListsAndSpecialTexts) {
    const std::string proof = R"({"challenge":"0","response":"1"})";
    const std::string one = "0000000000000000000000000000000000000000000000000000000000000001";
    const auto ballot = [&](const std::string& uuid, const std::string& answers) {
        return R"({"election_uuid":")" + uuid + R"(","election_hash":"","credential":")" + one +
               R"(","answers":)" + answers + R"(,"signature":{"hash":"","proof":)" + proof + "}}";
    };
    for (const char* uuid :
         {"", "x", "~ !/", "\\\"", "\\u0041", "\\n", "\x7f", "ế", "\t", ",\\\"signature\\\":"}) {
        const std::string text = ballot(uuid, "[]");
        compare(text, uuid);
        if (const auto whole = read_canonical(text, read_ballot, ballot_json)) {
            EXPECT_EQ(unsigned_hash(text), unsigned_hash(*whole));
        }
    }
    const std::string empty =
        R"({"choices":[],"individual_proofs":[[],[]],"overall_proof":[],"blank_proof":[]})";
    EXPECT_TRUE(read_spelled_ballot(ballot("x", "[" + empty + "," + empty + "]")));
    for (const std::string& answers :
         {"[" + empty + "]", "[" + empty + ",]", std::string("[,]"), std::string("{}"), std::string("[[]]")})
        compare(ballot("x", answers), answers);
}

}  // namespace
}  // namespace minhtin
