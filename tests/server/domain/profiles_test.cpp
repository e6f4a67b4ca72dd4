#include "server/domain/profiles.h"

#include <gtest/gtest.h>

#include <set>

namespace minhtin {
namespace {

TEST(Profiles, TheSixAboutVotes) {
    std::set<std::string> ids;
    for (const RegulationProfile& p : profiles()) {
        if (p.about_votes() && p.inherits.empty()) ids.insert(p.id);
    }
    EXPECT_EQ(ids, (std::set<std::string>{"96-qd-tw", "262-qd-tw", "06-qd-duk", "nq-96-2023-qh15",
                                          "nq-85-2014-qh13", "nq-35-2012-qh13"}));
    EXPECT_EQ(profile("97-qd-tw"), nullptr);
}

TEST(Profiles, BaseIsAMatterOfTheRegulation) {
    for (const char* id : {"96-qd-tw", "262-qd-tw", "06-qd-duk", "nq-96-2023-qh15"}) {
        EXPECT_EQ(profile(id)->base, Base::collected) << id;
    }
    for (const char* id : {"nq-85-2014-qh13", "nq-35-2012-qh13"})
        EXPECT_EQ(profile(id)->base, Base::eligible) << id;
}

TEST(Profiles, EachSaysItsArticlesAndSourcesInBothLanguages) {
    for (const RegulationProfile& p : profiles()) {
        if (!p.about_votes()) continue;
        EXPECT_FALSE(p.number.empty() || p.title.vi.empty() || p.title.en.empty()) << p.id;
        EXPECT_FALSE(p.base_article.empty() || p.base_source.empty() || p.quorum.source.empty()) << p.id;
        ASSERT_EQ(p.levels.size(), 3u);
        EXPECT_EQ(p.levels[0].title.vi, "Tín nhiệm cao");
        ASSERT_EQ(p.bands.size(), 2u);
        for (const Band& b : p.bands) {
            EXPECT_FALSE(b.article.empty() || b.source.empty() || b.says.vi.empty() || b.says.en.empty())
                << p.id;
        }
        for (const Setting& s : p.settings)
            EXPECT_FALSE(s.says.vi.empty() || s.source.empty()) << p.id << s.id;
    }
}

TEST(Profiles, QuorumIsTwoThirdsOfThoseSummoned) {
    const Quorum& quorum = profile("96-qd-tw")->quorum;
    EXPECT_FALSE(quorum_holds(quorum, 20, 31));
    EXPECT_TRUE(quorum_holds(quorum, 21, 31));
    EXPECT_TRUE(quorum_holds(quorum, 20, 30));
}

}  // namespace
}  // namespace minhtin
