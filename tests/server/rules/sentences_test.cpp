#include "server/domain/rules/sentences.h"

#include <gtest/gtest.h>

#include <regex>

#include "server/domain/profiles.h"

namespace minhtin {
namespace {

TEST(Sentences, numbers_have_a_decimal_comma_in_vietnamese_only) {
    const Sentence said = fill({"Có {a}/{b} phiếu, {p} %.", "{a} of {b} ballots, {p} %."},
                               {{"a", std::int64_t{25}}, {"b", "47"}, {"p", "53.19"}});
    EXPECT_EQ(said.vi, "Có 25/47 phiếu, 53,19 %.");
    EXPECT_EQ(said.en, "25 of 47 ballots, 53.19 %.");
    EXPECT_EQ(fill({"{x}", "{x}"}, {{"x", *Decimal::from_text("89.996")}}), (Sentence{"89,996", "89.996"}));
}

TEST(Sentences, days_and_words_in_both_languages) {
    EXPECT_EQ(
        fill({"{d}: {w}", "{d}: {w}"}, {{"d", *Day::from_iso("2023-12-05")}, {"w", Sentence{"tốt", "good"}}}),
        (Sentence{"05/12/2023: tốt", "2023-12-05: good"}));
    EXPECT_EQ(fill({"{x}", "{x}"}, {{"x", "Điều 1.2.3"}}).vi, "Điều 1.2.3");
}

TEST(Sentences, what_has_no_name_stays_and_what_was_put_in_is_not_looked_at_again) {
    EXPECT_EQ(fill({"{a} {b} {", "} {{a}} {}"}, {{"a", "{b}"}, {"b", "x"}}),
              (Sentence{"{b} x {", "} {{b}} {}"}));
    EXPECT_EQ(fill({"{a", "{c}"}, {{"a", "x"}}), (Sentence{"{a", "{c}"}));
}

TEST(Sentences, a_day_is_one_day) {
    EXPECT_EQ(unit_of_days(1, false), (Sentence{"ngày", "day"}));
    EXPECT_EQ(unit_of_days(2, false), (Sentence{"ngày", "days"}));
    EXPECT_EQ(unit_of_days(1, true), (Sentence{"ngày làm việc", "working day"}));
    EXPECT_EQ(unit_of_days(0, true), (Sentence{"ngày làm việc", "working days"}));
}

// "1 complaints": a number stands behind what is counted, or its unit is a place of its own.
TEST(Sentences, no_english_noun_in_the_plural_stands_behind_a_number) {
    const std::regex noun(R"(\}((?: [a-z-]+){1,3}))"), plural(R"( (?!is|was|its|this|less)[a-z-]+s(?= |$))");
    const auto check = [&](const RegulationProfile& p, const Rule& rule) {
        const std::string& en = rule.says.en;
        for (std::sregex_iterator i(en.begin(), en.end(), noun), end; i != end; ++i)
            EXPECT_FALSE(std::regex_search((*i)[1].str(), plural)) << p.id << " " << rule.id << ": " << en;
    };
    for (const RegulationProfile& p : profiles()) {
        for (const Rule& rule : p.rules) check(p, rule);
        for (const Rule& rule : p.off) check(p, rule);
    }
}

}  // namespace
}  // namespace minhtin
