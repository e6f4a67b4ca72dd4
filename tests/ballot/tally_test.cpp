#include "ballot/tally.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

// Random votes and revotes with weights, against sums of plain numbers.
TEST(Tally, IsTheWeightedSumOfLastVotes) {
    SeededRandom random("plain twin");
    for (int round = 0; round < 5; ++round) {
        ElectionPlan plan;
        plan.seed = "round " + std::to_string(round);
        plan.voters = 5;
        plan.weights = {1, 0, 3, 1000, 2};
        plan.votes.clear();
        std::map<std::size_t, std::vector<unsigned>> last;
        for (int i = 0; i < 9; ++i) {
            const auto voter = static_cast<std::size_t>(random.below(5));
            std::vector<unsigned> marks(3, 0);
            if (const auto mark = random.below(4); mark < 3) marks[mark] = 1;
            plan.votes.push_back({voter, {marks}});
            last[voter] = marks;
        }
        ResultTable expected{{0, 0, 0}};
        for (const auto& [voter, marks] : last) {
            for (std::size_t j = 0; j < 3; ++j) expected[0][j] += marks[j] * plan.weights[voter];
        }
        const AuditReport report = audit_bytes(make_test_election(plan).archive());
        ASSERT_FALSE(report.rejection);
        EXPECT_EQ(*report.result, expected);
        EXPECT_EQ(report.counted, last.size());
    }
}

TEST(Tally, TakingBackGivesTheSumBefore) {
    ElectionPlan plan;
    plan.weights = {2, 5, 1};
    const TestElection made = make_test_election(plan);
    const Election election = made.open();
    const auto a = check_ballot(election, made.steps[1].data[0]),
               b = check_ballot(election, made.steps[2].data[0]);
    ASSERT_TRUE(a && b);
    RunningTally tally(election);
    const std::string empty = tally.encode();
    tally.count(a->credential(), a->choices());
    const std::string one = tally.encode();
    tally.count(b->credential(), b->choices());
    EXPECT_EQ(tally.ballots(), 2u);
    EXPECT_EQ(tally.weight(), 7u);
    tally.uncount(b->credential(), b->choices());
    EXPECT_EQ(tally.encode(), one);
    tally.uncount(a->credential(), a->choices());
    EXPECT_EQ(tally.encode(), empty);
    EXPECT_THROW(tally.uncount(a->credential(), a->choices()), Bug);
}

struct Count {
    Count(std::size_t size, std::size_t threshold, std::size_t singles) {
        ElectionPlan plan;
        plan.size = size;
        plan.threshold = threshold;
        plan.singles = singles;
        made.emplace(make_test_election(plan));
        election.emplace(made->open());
        sum = *decode_tally(*election, made->steps[5].data[0]);
        for (std::size_t owner = 1; owner <= made->keys.size(); ++owner)
            shares.push_back(*check_decryption(*election, sum, owner, made->steps[5 + owner].data[0]));
    }
    Result<ResultTable, Rejection> count(const std::vector<std::size_t>& owners) {
        std::vector<CheckedDecryption> chosen;
        for (std::size_t owner : owners) chosen.push_back(shares[owner - 1]);
        return compute_result(*election, sum, 2, chosen);
    }
    std::optional<TestElection> made;
    std::optional<Election> election;
    CiphertextTable sum;
    std::vector<CheckedDecryption> shares;
};

TEST(Tally, AnyThresholdWithAllSinglesGivesTheResult) {
    Count c(3, 2, 1);
    const ResultTable expected{{0, 1, 1}};
    for (const auto& owners :
         std::vector<std::vector<std::size_t>>{{1, 2, 3}, {1, 2, 4}, {4, 3, 1}, {1, 2, 3, 4}}) {
        const auto result = c.count(owners);
        ASSERT_TRUE(result) << code_of(result);
        EXPECT_EQ(*result, expected);
    }
    for (const auto& owners : std::vector<std::vector<std::size_t>>{{}, {1}, {1, 2}, {2, 3, 4}})
        EXPECT_EQ(code_of(c.count(owners)), "shares-missing");
}

// A total weight that is too small leaves no count to be found.
TEST(Tally, NeverGuessesBeyondTheTotalWeight) {
    Count c(3, 2, 0);
    EXPECT_EQ(code_of(compute_result(*c.election, c.sum, 0, c.shares)), "result-wrong");
    EXPECT_EQ(code_of(compute_result(*c.election, c.sum, 1ull << 40, c.shares)), "weight-range");
}

TEST(Tally, MessagesAreReadAsTheyAreWritten) {
    Count c(3, 2, 0);
    EXPECT_EQ(code_of(decode_tally(*c.election, c.made->steps[5].data[0] + " ")), "not-canonical");
    const auto sized = decode_sized_tally(c.made->steps[5].data[1], Profile::hardened);
    ASSERT_TRUE(sized);
    EXPECT_EQ(sized->ballots, 2u);
    EXPECT_EQ(sized->weight, 2u);
    EXPECT_EQ(encode_result({{0, 1073741823, 1073741824}}), R"({"result":[[0,1073741823,"1073741824"]]})");
}

}  // namespace
}  // namespace minhtin
