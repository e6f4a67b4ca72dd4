#include "server/http/pages.h"

#include <gtest/gtest.h>

#include <fstream>

#include "crypto/hash.h"
#include "tests/server/support/test_server.h"

namespace minhtin::test {
namespace {

TEST(Pages, AMissingPageStopsTheStart) {
    TemporaryFolder folder;
    EXPECT_THROW(http::Pages(folder.path / "nothing"), std::runtime_error);
    write_pages(folder.path);
    std::filesystem::remove(folder.path / "booth.html");
    EXPECT_THROW(http::Pages{folder.path}, std::runtime_error);
}

TEST(Pages, TheBallotPageHashCoversWhatTheBallotPageReachesAndNothingElse) {
    TemporaryFolder folder;
    write_pages(folder.path);
    auto hash = [&] { return http::Pages(folder.path).ballot_page_hash(); };
    auto write = [&](const char* file, const char* text) { std::ofstream(folder.path / file) << text; };
    const std::string before = hash();
    write("assets/index-1.js", "changed");
    EXPECT_EQ(hash(), before);
    write("assets/shared-2.js", "changed");  // reached through booth-1.js
    const std::string shared = hash();
    EXPECT_NE(shared, before);
    write("assets/booth-1.js", "import './shared-2.js'; changed");
    const std::string script = hash();
    EXPECT_NE(script, shared);
    write("booth.html", "<script src=/assets/booth-1.js></script>");
    EXPECT_NE(hash(), script);
}

// The documented form, so that anybody can compute it with sha256sum.
TEST(Pages, TheHashIsThatOfSortedSha256sumLines) {
    TemporaryFolder folder;
    write_pages(folder.path);
    std::ofstream(folder.path / "booth.html") << "plain";
    EXPECT_EQ(http::Pages(folder.path).ballot_page_hash(),
              sha256_hex(sha256_hex("plain") + "  booth.html\n"));
}

}  // namespace
}  // namespace minhtin::test
