// The 105 percentages that public bodies printed (tests/data/votes), through check_vote and through
// count_table: one engine.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "server/domain/tally_table.h"
#include "tests/server/rules/vote_cases.h"

namespace minhtin {
namespace {

std::vector<CsvLine> table(const std::string& name) {
    std::ifstream in(MINHTIN_SOURCE_DIR "/tests/data/votes/" + name, std::ios::binary);
    EXPECT_TRUE(in) << name;
    return read_csv(std::string(std::istreambuf_iterator<char>(in), {})).value();
}

// Every row of a table as a vote about one person: some sources print the ballots of each person apart.
RatedVote vote_of(const TallyRow& row) {
    RatedVote vote;
    vote.id = row.round;
    vote.unit = row.body;
    vote.eligible = row.eligible;
    vote.issued = row.issued;
    vote.collected = row.collected;
    vote.valid = row.valid;
    vote.invalid = row.invalid;
    RatedVote::Person person;
    person.file = row.person;
    person.counts = {{"high", row.counts.high}, {"trust", row.counts.trust}, {"low", row.counts.low}};
    vote.persons.push_back(person);
    return vote;
}

RegulationProfile with_base(Base base) {
    RegulationProfile profile = profile_of(
        {rule("percentage", rules::Percentage{std::string(name(base))}), rule("balance", rules::Balance{}),
         rule("low-two-thirds", rules::BandRule{"low-two-thirds", "low", {2, 3}, true, ""}),
         rule("low-over-half", rules::BandRule{"low-over-half", "low", {1, 2}, false, ""})});
    profile.base = base;
    profile.bands = {band_of(profile.rules[2], std::get<rules::BandRule>(profile.rules[2].body)),
                     band_of(profile.rules[3], std::get<rules::BandRule>(profile.rules[3].body))};
    return profile;
}

using Percents = std::map<std::string, std::optional<std::string>>;

Percents percents(const VoteVerdict& verdict) {
    const auto& list = verdict.persons.at(0).percents;
    return {list.begin(), list.end()};
}

// The sources drop trailing zeros, not always; one prints one decimal.
std::string without_last_zeros(std::string text) {
    while (text.find('.') != std::string::npos && (text.ends_with('0') || text.ends_with('.')))
        text.pop_back();
    return text;
}

std::string one_decimal(std::int64_t count, std::int64_t base) {
    const std::int64_t tenths = (2 * 1000 * count + base) / (2 * base);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

TEST(VoteRules, rule_08_every_printed_percentage_through_check_vote) {
    const auto printed = table("printed_percentages.csv");
    std::size_t compared = 0;
    for (std::size_t i = 1; i < printed.size(); ++i) {
        const auto& cell = printed[i].cells;
        ASSERT_EQ(cell.size(), 6u);
        const std::int64_t base_number = std::stoll(cell[4]);
        std::optional<std::string> found;
        for (const TallyRow& row : read_tally_table(table(cell[0])).value()) {
            if (row.person != cell[1]) continue;
            for (const Base base : {Base::eligible, Base::issued, Base::collected}) {
                const RatedVote vote = vote_of(row);
                const Number of = base == Base::eligible ? vote.eligible
                                  : base == Base::issued ? vote.issued
                                                         : vote.collected;
                if (of != base_number) continue;
                const VoteVerdict verdict = check_vote(with_base(base), vote, {}, day("2023-12-31"));
                EXPECT_EQ(vote.persons[0].counts.at(cell[2]), std::stoll(cell[3]));
                found = percents(verdict).at(cell[2]);
            }
        }
        ASSERT_TRUE(found) << cell[0] << " " << cell[1];
        const std::string ours =
            cell[0] == "vinhphuc_2014.csv" ? one_decimal(std::stoll(cell[3]), base_number) : *found;
        EXPECT_EQ(without_last_zeros(ours), without_last_zeros(cell[5]))
            << cell[0] << " " << cell[1] << cell[2];
        ++compared;
    }
    EXPECT_EQ(compared, 105u);
}

// Whatever count_table accepts, check_vote sees in the same way: percentages, bands, balance.
TEST(VoteRules, rule_08_check_vote_and_count_table_agree) {
    std::size_t lines_compared = 0;
    for (const char* file : {"na_2013.csv", "na_2014.csv", "quangnam_2018.csv", "thanhhoa_2018.csv",
                             "thuathienhue_2018.csv", "vinhphuc_2014.csv", "vinhphuc_2023.csv"}) {
        const auto rows = read_tally_table(table(file)).value();
        for (const Base base : {Base::eligible, Base::issued, Base::collected}) {
            const RegulationProfile profile = with_base(base);
            const auto lines = count_table(rows, profile, base);
            if (!lines) continue;
            for (const TallyLine& line : *lines) {
                const VoteVerdict verdict = check_vote(profile, vote_of(line.row), {}, day("2023-12-31"));
                EXPECT_EQ(percents(verdict),
                          (Percents{{"high", line.high}, {"trust", line.trust}, {"low", line.low}}));
                EXPECT_EQ(verdict.persons[0].rule, line.band == nullptr ? "" : line.band->code);
                for (const Finding& f : verdict.findings) EXPECT_NE(f.kind, Finding::Kind::forbids) << file;
                ++lines_compared;
            }
        }
    }
    EXPECT_GT(lines_compared, 40u);
}

TEST(VoteRules, rule_09_what_count_table_refuses_check_vote_forbids) {
    const char* head =
        "round,date,body,eligible,issued,collected,valid,invalid,person,position,high,trust,low\n";
    for (const char* line :
         {"r,,b,50,51,47,46,1,P1,,19,2,25", "r,,b,50,46,47,46,1,P1,,19,2,25", "r,,b,46,,47,,,P1,,19,2,25",
          "r,,b,,,47,45,1,P1,,19,2,20", "r,,b,,,47,,,P1,,19,4,25", "r,,b,,,47,45,2,P1,,19,2,25",
          "r,,b,,45,,,,P1,,19,2,25", "r,,b,45,,,,,P1,,19,2,25"}) {
        const auto rows = read_tally_table(read_csv(std::string(head) + line).value()).value();
        EXPECT_FALSE(check_balance(rows.at(0)).empty()) << line;
        const VoteVerdict verdict = check_with(rule("balance", rules::Balance{}), vote_of(rows[0]));
        EXPECT_FALSE(verdict.findings.empty()) << line;
    }
}

}  // namespace
}  // namespace minhtin
