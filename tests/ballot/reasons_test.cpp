#include "ballot/reasons.h"

#include <gtest/gtest.h>

#include <set>

namespace minhtin {
namespace {

TEST(Reasons, EachHasItsOwnCodeAndBothSentences) {
    std::set<std::string_view> codes, vietnamese, english;
    constexpr int last = static_cast<int>(Reject::plain_vote);
    for (int i = 0; i <= last; ++i) {
        const RejectText s = sentence(static_cast<Reject>(i));
        EXPECT_FALSE(s.code.empty());
        EXPECT_EQ(s.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos) << s.code;
        EXPECT_TRUE(s.vi.ends_with('.') && s.en.ends_with('.')) << s.code;
        codes.insert(s.code);
        vietnamese.insert(s.vi);
        english.insert(s.en);
    }
    EXPECT_EQ(codes.size(), static_cast<std::size_t>(last) + 1);
    EXPECT_EQ(vietnamese.size(), codes.size());
    EXPECT_EQ(english.size(), codes.size());
}

TEST(Reasons, PlacesNest) {
    EXPECT_EQ(within("ballot 3", {Reject::overall_proof, "answers[0]"}).where, "ballot 3: answers[0]");
    EXPECT_EQ(within("ballot 3", {Reject::overall_proof, ""}).where, "ballot 3");
}

}  // namespace
}  // namespace minhtin
