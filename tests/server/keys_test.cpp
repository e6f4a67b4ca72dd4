#include "server/keys.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "server/config.h"
#include "server/data_folder.h"
#include "tests/server/support/test_app.h"

namespace minhtin::test {
namespace {

struct KeyFiles : testing::Test {
    TemporaryFolder folder;
    SeededRandom random{"keys"};
    std::filesystem::path file = folder.path / "deep" / "master.key";
};

TEST_F(KeyFiles, IsMadeOnceForTheOwnerAlone) {
    EXPECT_THROW(master_key(file, KeyFile::must_exist, random), std::runtime_error);
    SecretKey32 made = master_key(file, KeyFile::may_be_made, random);
    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0400u);
    EXPECT_EQ(master_key(file, KeyFile::must_exist, random).expose(), made.expose());
    EXPECT_EQ(master_key(file, KeyFile::may_be_made, random).expose(), made.expose());
}

TEST_F(KeyFiles, IsRefusedWhenOthersMayReadItOrItIsSomethingElse) {
    master_key(file, KeyFile::may_be_made, random);
    std::filesystem::permissions(file, std::filesystem::perms(0440));
    EXPECT_THROW(master_key(file, KeyFile::must_exist, random), std::runtime_error);
    auto refused = [&](const std::string& text) {
        std::filesystem::remove(file);
        std::ofstream(file) << text;
        std::filesystem::permissions(file, std::filesystem::perms(0400));
        EXPECT_THROW(master_key(file, KeyFile::must_exist, random), std::runtime_error) << text;
    };
    refused("");
    refused("hello\n");
    refused("minhtin-master-key-1 abcd\n");
    refused("minhtin-master-key-1 " + std::string(64, 'g') + "\n");
    refused("minhtin-master-key-1 " + std::string(66, 'a') + "\n");
}

TEST(Keys, DifferForEachUse) {
    Keys keys = derive_keys(test_key(7));
    EXPECT_NE(keys.board.expose(), keys.registry.expose());
    EXPECT_NE(keys.board.expose(), keys.seals.expose());
    EXPECT_NE(keys.registry.expose(), keys.seals.expose());
    EXPECT_EQ(keys.board.expose(), derive_keys(test_key(7)).board.expose());
    EXPECT_NE(keys.board.expose(), derive_keys(test_key(8)).board.expose());
    EXPECT_NE(keys.board.expose(), test_key(7).expose());
}

TEST(Folder, BelongsToOneServerAtATime) {
    TemporaryFolder folder;
    {
        DataFolder first(folder.path / "data");
        EXPECT_FALSE(first.has_databases());
        EXPECT_THROW(DataFolder(folder.path / "data"), std::runtime_error);
    }
    DataFolder again(folder.path / "data");
    EXPECT_EQ(std::filesystem::status(folder.path / "data").permissions(), std::filesystem::perms::owner_all);
}

TEST(CommandLine, SaysWhatIsWrong) {
    auto parse = [](std::vector<std::string> args) { return parse_serve(args); };
    ServeConfig c = parse({"--data", "d", "--listen", "127.0.0.1:80", "--demo"});
    EXPECT_EQ(c.use, Use::demo);
    EXPECT_EQ(c.key_file, "d/demo-only.key");
    c = parse({"--listen", "unix:/x", "--data", "d"});
    EXPECT_EQ(c.use, Use::real);
    EXPECT_NE(c.key_file.parent_path(), "d");
    EXPECT_EQ(parse({"--listen", "unix:/x", "--data", "d", "--key-file", "k"}).key_file, "k");
    for (std::vector<std::string> bad :
         std::vector<std::vector<std::string>>{{},
                                               {"--data", "d"},
                                               {"--listen", "127.0.0.1:80"},
                                               {"--data"},
                                               {"--data", "d", "--listen", "0.0.0.0:80"},
                                               {"--data", "d", "--listen", "127.0.0.1:80", "--what"},
                                               {"--data", "", "--listen", "127.0.0.1:80"}}) {
        EXPECT_THROW(parse(bad), UsageError);
    }
}

}  // namespace
}  // namespace minhtin::test
