// kill -9 of the real server while ballots come in: what was acknowledged is in the archive after the
// restart, and the archive verifies.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <thread>

#include "ballot/audit.h"
#include "crypto/hash.h"
#include "tests/server/vote/server_process.h"
#include "tests/server/vote/story.h"

namespace minhtin::test {
namespace {

struct Crash : testing::Test {
    TemporaryFolder folder;
    ServerProcess server{folder.path()};
    SystemRandom random;
    Story story{server.client(), random};

    void verify(const std::string& archive) {
        const auto file = folder.path() / (story.uuid + ".bel");
        std::ofstream(file, std::ios::binary) << archive;
        const std::string command =
            std::string("'") + MINHTIN_VERIFY + "' '" + file.string() + "' > /dev/null";
        EXPECT_EQ(std::system(command.c_str()), 0);
    }
    void restart() {
        server.start();
        story.sign_in();
    }
};

TEST_F(Crash, an_acknowledged_ballot_survives_wherever_the_server_dies) {
    constexpr std::size_t voters = 5, rounds = 3;
    story.prepare_and_open(server.setup_token(),
                           {.profile = "96-qd-tw", .posts = {"Mẫu"}, .slips = voters, .summoned = voters});
    std::mutex mutex;
    std::vector<std::string> acknowledged, last(voters);
    std::vector<int> marks(voters);
    for (std::size_t round = 0; round < rounds; ++round) {
        // Every voter has a ballot more, the second and third replacing the one before. The server dies when
        // the round's number of receipts is out, with the other voters wherever they are.
        for (std::size_t v = 0; v < voters; ++v) {
            marks[v] = static_cast<int>((v + round) % 3);
            last[v] = story.ballot(v, {marks[v]});
        }
        std::atomic<std::size_t> receipts = 0;
        {
            std::vector<std::jthread> threads;
            for (std::size_t v = 0; v < voters; ++v) {
                threads.emplace_back([&, v] {
                    try {
                        const Answer answer = story.cast(last[v]);
                        if (answer.status != 201) return;
                        const std::scoped_lock lock(mutex);
                        acknowledged.push_back(answer.json().at("hash"));
                        if (++receipts == round + 1) server.kill();
                    } catch (const std::exception&) {
                        // The connection broke with the server.
                    }
                });
            }
        }
        ASSERT_GE(receipts, round + 1);
        restart();
        for (const std::string& hash : acknowledged)
            EXPECT_EQ(story.http().get("/elections/" + story.uuid + "/ballots/" + hash).status, 200);
        verify(story.archive());
        // Who got no answer sends the same ballot again.
        for (const std::string& ballot : last) EXPECT_EQ(story.cast(ballot).status, 201);
    }
    const std::string before = story.archive();
    server.kill();
    restart();
    EXPECT_EQ(story.archive(), before);
    story.close();
    server.kill();
    restart();
    expect(200, story.member(2).send_share(), "share");
    server.kill();
    restart();
    expect(200, story.member(3).send_share(), "share");
    expect(200, story.chair("POST", "/votes/" + story.uuid + "/finish"), "finish");
    server.kill();
    restart();
    std::vector<int> plain(3);
    for (int mark : marks) ++plain[static_cast<std::size_t>(mark)];
    const Json counts =
        story.office("GET", "/votes/" + story.uuid + "/result").json().at("persons").at(0).at("counts");
    EXPECT_EQ(counts, (Json{{"high", plain[0]}, {"trust", plain[1]}, {"low", plain[2]}}));
    expect(200, story.office("POST", "/votes/" + story.uuid + "/record"), "record");
    server.kill();
    restart();
    EXPECT_EQ(story.office("GET", "/votes/" + story.uuid).json().at("state"), "recorded");
    const std::string archive = story.archive();
    EXPECT_TRUE(archive.starts_with(before));
    verify(archive);
}

}  // namespace
}  // namespace minhtin::test
