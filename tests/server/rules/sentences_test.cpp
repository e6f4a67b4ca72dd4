#include "server/domain/rules/sentences.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace minhtin
