#include "server/app/refusals.h"

#include <gtest/gtest.h>

#include <set>

#include "server/http/problems.h"

namespace minhtin {
namespace {

TEST(Refusals, EachHasACodeOfItsOwnTwoSentencesAndAStatus) {
    std::set<std::string_view> codes;
    auto all = all_reasons();
    EXPECT_GT(all.size(), 30u);
    for (Reason reason : all) {
        ReasonText text = describe(reason);
        EXPECT_TRUE(codes.insert(text.code).second) << text.code << " twice";
        for (char c : text.code) {
            EXPECT_TRUE((c >= 'a' && c <= 'z') || c == '-' || (c >= '0' && c <= '9')) << text.code;
        }
        EXPECT_TRUE(text.vi.ends_with('.')) << text.code;
        EXPECT_TRUE(text.en.ends_with('.')) << text.code;
        EXPECT_NE(text.vi, text.en) << text.code;
        int status = http::http_status(reason);
        EXPECT_TRUE(status >= 400 && status < 600) << text.code;
        bool ours = reason == Reason::internal_error || reason == Reason::file_damaged;
        EXPECT_EQ(status == 500, ours) << text.code;
    }
}

TEST(Refusals, BecomeProblems) {
    auto response = http::problem(Refusal(Reason::busy, {{"field", "x"}}));
    EXPECT_EQ(response.status, 503);
    EXPECT_EQ(response.content_type, "application/problem+json");
    EXPECT_EQ(response.headers, (std::vector<std::pair<std::string, std::string>>{{"Retry-After", "2"}}));
    auto body = http::parse_json(std::get<std::string>(response.body));
    EXPECT_EQ(body["code"], "busy");
    EXPECT_EQ(body["title"], body["en"]);
    EXPECT_EQ(body["details"]["field"], "x");
}

}  // namespace
}  // namespace minhtin
