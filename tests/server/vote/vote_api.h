#pragma once
// A vote over the API of the real server, for tests that go through it step by step.
#include <gtest/gtest.h>

#include "tests/server/vote/server_process.h"
#include "tests/server/vote/story.h"

namespace minhtin::test {

inline const Sheet two_persons{
    .profile = "96-qd-tw", .posts = {"Trưởng ban Mẫu", "Phó ban; \"Mẫu\""}, .slips = 8, .summoned = 12};

struct VoteApi : testing::Test {
    TemporaryFolder folder;
    ServerProcess server{folder.path()};
    SystemRandom random;
    Story story{server.client(), random};

    std::string vote_path(const std::string& rest = "") const { return "/votes/" + story.uuid + rest; }
    void refuses(int status, const std::string& code, const Answer& answer) {
        EXPECT_EQ(answer.status, status) << answer.body;
        const Json body = Json::parse(answer.body, nullptr, false);
        ASSERT_TRUE(body.is_object()) << answer.body;
        EXPECT_EQ(body.value("code", ""), code) << answer.body;
        EXPECT_FALSE(body.value("vi", "").empty());
        EXPECT_FALSE(body.value("en", "").empty());
    }
    Json step(const std::string& id) {
        const Json vote = story.office("GET", vote_path()).json();
        for (const Json& s : vote.at("steps"))
            if (s.at("id") == id) return s;
        return {};
    }
};

}  // namespace minhtin::test
