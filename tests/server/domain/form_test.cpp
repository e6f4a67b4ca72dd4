#include "server/domain/form.h"

#include <gtest/gtest.h>

#include "server/domain/channels.h"

namespace minhtin {
namespace {

using Why = FormProblem::Why;

Form small_form() {
    return {{"mark",
             FormField::Kind::choice,
             {"Mức", "Mark"},
             FormField::Needed::required,
             FormField::Note::allowed,
             {{"good", {"Tốt", "Good"}}}},
            {"plain",
             FormField::Kind::choice,
             {"Mức", "Mark"},
             FormField::Needed::optional,
             FormField::Note::none,
             {{"good", {"Tốt", "Good"}}}},
            {"count",
             FormField::Kind::number,
             {"Số", "Number"},
             FormField::Needed::optional,
             FormField::Note::none,
             {}},
            {"line",
             FormField::Kind::text,
             {"Dòng", "Line"},
             FormField::Needed::optional,
             FormField::Note::none,
             {}},
            {"pages",
             FormField::Kind::paragraph,
             {"Bài", "Text"},
             FormField::Needed::optional,
             FormField::Note::none,
             {}}};
}

FormProblem why(const FilledForm& values, Stage stage = Stage::final_) {
    const auto filled = fill(small_form(), values, stage);
    return filled ? FormProblem{"", Why::missing} : filled.reason();
}

TEST(Form, KeepsValuesInTheOrderOfTheForm) {
    const auto filled = fill(small_form(),
                             {{"pages", std::string("  một \n\n hai  ")},
                              {"count", std::int64_t{3}},
                              {"mark", NotedChoice{"good", " a  b "}},
                              {"line", std::string(" ")}},
                             Stage::final_);
    ASSERT_TRUE(filled);
    EXPECT_EQ(*filled, (FilledForm{{"mark", NotedChoice{"good", "a b"}},
                                   {"count", std::int64_t{3}},
                                   {"pages", std::string("một\n\nhai")}}));
}

TEST(Form, Refusals) {
    const std::pair<std::string, FieldValue> mark{"mark", std::string("good")};
    EXPECT_EQ(why({}), (FormProblem{"mark", Why::missing}));
    EXPECT_EQ(why({mark, {"other", std::string("x")}}), (FormProblem{"?", Why::unknown}));
    EXPECT_EQ(why({mark, mark}), (FormProblem{"mark", Why::doubled}));
    EXPECT_EQ(why({{"mark", std::string("best")}}), (FormProblem{"mark", Why::unknown_option}));
    EXPECT_EQ(why({mark, {"plain", NotedChoice{"good", "x"}}}), (FormProblem{"plain", Why::wrong_kind}));
    EXPECT_EQ(why({mark, {"count", std::string("3")}}), (FormProblem{"count", Why::wrong_kind}));
    EXPECT_EQ(why({mark, {"count", std::int64_t{-1}}}), (FormProblem{"count", Why::wrong_kind}));
    EXPECT_EQ(why({mark, {"line", std::int64_t{1}}}), (FormProblem{"line", Why::wrong_kind}));
    EXPECT_EQ(why({mark, {"line", std::string("a\x01")}}), (FormProblem{"line", Why::wrong_kind}));
    EXPECT_EQ(why({mark, {"line", std::string(201, 'a')}}), (FormProblem{"line", Why::too_long}));
    EXPECT_EQ(why({mark, {"pages", std::string(20'001, 'a')}}), (FormProblem{"pages", Why::too_long}));
}

TEST(Form, ADraftMayBeUnfinishedButNotWrong) {
    EXPECT_TRUE(fill(small_form(), {}, Stage::draft));
    EXPECT_EQ(why({{"mark", std::string("best")}}, Stage::draft), (FormProblem{"mark", Why::unknown_option}));
}

TEST(Channels, AreDataInBothLanguages) {
    ASSERT_EQ(channels().size(), 4u);
    EXPECT_EQ(channels()[0].id, self_review);
    EXPECT_EQ(channel(residence_remark).needed, Channel::Needed::required);
    EXPECT_EQ(channel(confidence_vote).needed, Channel::Needed::optional);
    for (const Channel& c : channels()) {
        EXPECT_FALSE(c.title.vi.empty() || c.title.en.empty() || c.source.empty());
        for (const FormField& f : c.form) {
            EXPECT_FALSE(f.label.vi.empty() || f.label.en.empty()) << f.id;
            EXPECT_EQ(f.kind == FormField::Kind::choice, !f.options.empty()) << f.id;
        }
    }
    EXPECT_EQ(channel(residence_remark).form.size(), 15u);
}

}  // namespace
}  // namespace minhtin
