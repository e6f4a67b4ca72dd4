// What a vote leaves behind on the server's disk: searched as files, and both databases searched again
// without their encryption. Nothing there says who voted, from where or when.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "crypto/credential.h"
#include "crypto/hash.h"
#include "server/data_folder.h"
#include "server/keys.h"
#include "server/store/sqlcipher_board_store.h"
#include "server/store/sqlite.h"
#include "tests/server/vote/server_process.h"
#include "tests/server/vote/story.h"

namespace minhtin::test {
namespace {

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// The database without its encryption, as a file beside it.
std::string in_clear(const std::filesystem::path& database, const SecretKey32& key) {
    const std::filesystem::path plain = database.string() + ".plain";
    {
        sql::Database db(database, key, sql::Database::Mode::create,  // so that the attached one may be made
                         sql::Database::Pages::large);
        db.run("ATTACH DATABASE ?1 AS plain KEY ''", plain.string());
        auto exported = db.query("SELECT sqlcipher_export('plain')");
        while (exported.next()) {
        }
    }
    const std::string text = contents(plain);
    std::filesystem::remove(plain);
    return text;
}

TEST(Traces, of_a_vote_are_what_the_archive_shows_and_nothing_else) {
    const TemporaryFolder folder;
    ServerProcess server(folder.path());
    SystemRandom random;
    Story story(server.client(), random);
    story.prepare_and_open(server.setup_token(),
                           {.profile = "96-qd-tw", .posts = {"Trưởng ban Mẫu"}, .slips = 6, .summoned = 6});
    std::vector<std::string> hashes, public_credentials, private_credentials = story.credentials();
    for (std::size_t slip = 0; slip < 5; ++slip) {
        const Json receipt =
            expect(201, story.cast(story.ballot(slip, {static_cast<int>(slip % 3)})), "cast").json();
        hashes.push_back(receipt.at("hash"));
        hashes.push_back(receipt.at("tracker"));
    }
    EXPECT_NE(story.cast("{\"credential\":\"" + private_credentials[5] + "\"}").status, 201);
    for (const std::string& credential : private_credentials)
        public_credentials.push_back(
            base(derive_credential(story.uuid, SecretString(std::string(credential)))).encode());
    story.close();
    story.count({1, 2});
    expect(200, story.office("POST", "/votes/" + story.uuid + "/record"), "record");
    const std::string archive = story.archive();
    EXPECT_EQ(server.stop(), 0);

    const auto none_of = [](const std::string& where, const std::string& text,
                            const std::vector<std::string>& things) {
        for (const std::string& thing : things)
            EXPECT_EQ(text.find(thing), std::string::npos) << thing << " in " << where;
    };
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
        if (!entry.is_regular_file() || entry.path().filename() == "master.key") continue;
        ++files;
        const std::string where = entry.path().filename().string(), text = contents(entry.path());
        none_of(where, text, story.names);
        none_of(where, text, story.persons);
        none_of(where, text, hashes);
        none_of(where, text, public_credentials);
        none_of(where, text, private_credentials);
        none_of(where, text,
                {story.uuid, "Chủ trì", "chu.tri", "van.phong", "Kiểm phiếu viên", "User-Agent", "Bearer"});
        // Our own address, where it says that it listens, and no other line with one.
        std::stringstream lines(text);
        for (std::string line; std::getline(lines, line);)
            EXPECT_TRUE(line.find("127.0.0.1") == std::string::npos ||
                        line.find("listening on") != std::string::npos)
                << where;
    }
    EXPECT_GE(files, 3u);  // both databases and the log

    SystemRandom unused;
    const DataFolder data(folder.path() / "data");
    const Keys keys = derive_keys(master_key(folder.path() / "master.key", KeyFile::must_exist, unused));
    const std::string board = in_clear(data.files().board, keys.board),
                      registry = in_clear(data.files().registry, keys.registry);
    ASSERT_TRUE(board.starts_with("SQLite format 3"));
    ASSERT_TRUE(registry.starts_with("SQLite format 3"));
    none_of("board", board, story.persons);
    none_of("board", board, private_credentials);
    none_of("board", board,
            {story.campaign, story.chair_id, "Chủ trì", "chu.tri", "van.phong", "Kiểm phiếu viên",
             "127.0.0.1", "2026-11-28"});
    EXPECT_NE(board.find(hashes[0]), std::string::npos);  // the search finds what is there
    none_of("registry", registry, hashes);
    none_of("registry", registry, private_credentials);
    none_of("registry", registry, {"127.0.0.1", "\"answers\":[{\"choices\""});
    EXPECT_NE(registry.find(story.persons[0]), std::string::npos);

    const auto store = open_sqlcipher_board_store(data.files().board, keys.board);
    const auto records = store->read(story.uuid, 0, 1000);
    std::string bytes;
    for (const BoardRecord& record : records) {
        EXPECT_EQ(record.bytes.substr(136, 11), records[0].bytes.substr(136, 11));  // one time for all
        if (&record != &records[1])
            none_of("a record", record.bytes, story.names);  // only the election names them
        bytes += record.bytes;
    }
    EXPECT_EQ(bytes, archive);
    EXPECT_EQ(store->elections(), std::vector<std::string>{story.uuid});
}

}  // namespace
}  // namespace minhtin::test
