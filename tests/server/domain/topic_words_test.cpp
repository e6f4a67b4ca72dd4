// Every topic of a statement, every field and every word has a name in both languages; and which regulation a
// campaign's ratings go by.
#include "server/domain/topic_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "server/domain/rating_profile.h"
#include "server/domain/rules/read_input.h"
#include "server/domain/rules/topics.h"

namespace minhtin {
namespace {

std::string id_of(const RegulationProfile* p) {
    return p == nullptr ? "" : p->id;
}

TEST(RatingProfile, IsTheNationalOneInForceAtTheEndOfTheYear) {
    EXPECT_EQ(id_of(rating_profile("96-qd-tw", 2017)), "");
    EXPECT_EQ(id_of(rating_profile("96-qd-tw", 2018)), "132-qd-tw");
    EXPECT_EQ(id_of(rating_profile("96-qd-tw", 2022)), "132-qd-tw");
    EXPECT_EQ(id_of(rating_profile("96-qd-tw", 2023)), "124-qd-tw");
    EXPECT_EQ(id_of(rating_profile("06-qd-duk", 2024)), "124-qd-tw");
    EXPECT_EQ(id_of(rating_profile("96-qd-tw", 2025)), "366-qd-tw");
    EXPECT_EQ(id_of(rating_profile("96-qd-tw", 2026)), "366-qd-tw");
    EXPECT_EQ(id_of(rating_profile("no-such", 2026)), "366-qd-tw");
}

TEST(RatingProfile, IsTheCampaignsOwnWhenThatIsAboutRating) {
    EXPECT_EQ(id_of(rating_profile("quang-binh-vpubnd-2022", 2026)), "quang-binh-vpubnd-2022");
    EXPECT_EQ(id_of(rating_profile("nghe-an-2022", 2022)), "nghe-an-2022");
}

TEST(TopicWords, EveryTopicUnderEveryRegulationIsAFormInWords) {
    for (const RegulationProfile& profile : profiles()) {
        std::set<std::string> seen;
        const auto whole = [](const Sentence& s) { return !s.vi.empty() && !s.en.empty(); };
        for (const StatementForm& form : statement_forms(profile)) {
            EXPECT_TRUE(seen.insert(form.topic).second) << form.topic;
            EXPECT_TRUE(whole(form.title)) << form.topic;
            EXPECT_TRUE(form.open || topic_named(form.topic) != nullptr) << form.topic;
            for (const auto* fields : {&form.fields, &form.item_fields}) {
                for (const StatementField& f : *fields) {
                    EXPECT_TRUE(whole(f.title)) << form.topic << " " << f.id;
                    for (const Level& o : f.options) EXPECT_TRUE(whole(o.title)) << form.topic << " " << o.id;
                }
            }
        }
        for (const FactTopic& topic : topics()) {
            const bool there =
                std::ranges::any_of(seen, [&](const std::string& t) { return t.starts_with(topic.name); });
            EXPECT_TRUE(there || !profile.about_rating()) << topic.name;
        }
    }
}

// What the form offers is what the reader takes: "none" is who is no civil servant, and nobody else.
TEST(TopicWords, AWordBesideTheLevelsIsOfferedToo) {
    std::size_t levels = 0;
    for (const StatementForm& form : statement_forms(*profile("132-qd-tw"))) {
        for (const StatementField& f : form.fields) {
            if (f.id != "level") continue;
            ++levels;
            std::string offered;
            for (const Level& o : f.options) offered += o.id + " ";
            const bool civil = form.topic == "civil-rating";
            EXPECT_EQ(offered, std::string("excellent good completed failed ") + (civil ? "none " : ""))
                << form.topic;
            for (const Level& o : f.options) {
                const std::string wish =
                    R"({"topic":")" + form.topic + R"(","says":{"level":")" + o.id + "\"}}";
                EXPECT_TRUE(read_statement("s", wish, {profile("132-qd-tw"), 1})) << wish;
            }
        }
    }
    EXPECT_EQ(levels, 8U);  // civil-rating, four quarters, level:self, :proposal, :decision
}

TEST(TopicWords, NamesOfTheRegulation) {
    const RegulationProfile& p = *profile("366-qd-tw");
    EXPECT_EQ(topic_title("document:minutes", p).vi,
              "Có trong hồ sơ: Biên bản hội nghị kiểm điểm, đánh giá, xếp loại");
    EXPECT_EQ(topic_title("step:review", p).vi, "Ngày kiểm điểm");
    EXPECT_EQ(topic_title("explanation:2", p).vi, "Giải trình nội dung gợi ý 2");
    EXPECT_EQ(field_title("tasks", "late").vi, "số nhiệm vụ chậm hạn");
    EXPECT_EQ(field_title("exempt:", "reason").vi, "lý do");
}

}  // namespace
}  // namespace minhtin
