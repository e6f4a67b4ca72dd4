#include "ballot/archive.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"

namespace minhtin {
namespace {

// The contents of the files, or the code of the refusal at the end.
std::vector<std::string> read_all(std::string_view bytes) {
    const MemorySource source(bytes);
    std::vector<std::string> found;
    auto reader = ArchiveReader::open(source);
    if (!reader) return {std::string(sentence(reader.reason().reason).code)};
    while (true) {
        auto next = reader->next();
        if (!next) found.emplace_back(sentence(next.reason().reason).code);
        if (!next || !next->has_value()) return found;
        found.push_back((*next)->content);
    }
}

using Found = std::vector<std::string>;

TEST(Archive, GivesBackWhatWasAppended) {
    const std::string long_text(1024, 'x');
    const std::string archive =
        archive_start(7) + archive_data("{}", 7) + archive_data(long_text, 7) + archive_event("", 7);
    EXPECT_EQ(archive.size() % 512, 0u);
    EXPECT_EQ(read_all(archive), (Found{"{}", long_text, ""}));
}

TEST(Archive, KnowsDataFromEventsAndWhereTheyLie) {
    const std::string archive = archive_start(7) + archive_data("abc", 7) + archive_event("def", 7);
    const MemorySource source(archive);
    auto reader = ArchiveReader::open(source);
    ASSERT_TRUE(reader);
    const auto data = reader->next(), event = reader->next();
    EXPECT_EQ((*data)->kind, ArchiveFile::Kind::data);
    EXPECT_EQ((*event)->kind, ArchiveFile::Kind::event);
    EXPECT_EQ((*data)->hash, sha256_hex("abc"));
    EXPECT_EQ(archive.substr((*event)->offset, 3), "def");
    EXPECT_EQ(reader->position(), archive.size());
}

// The header of worked example g01.
TEST(Archive, WritesTheHeaderOfTheFormat) {
    const std::string start = archive_start(1795290149);
    EXPECT_EQ(start.substr(0, 9), std::string("BELENIOS\0", 9));
    EXPECT_EQ(start.substr(100, 8), std::string("0000644\0", 8));
    EXPECT_EQ(start.substr(124, 12), std::string("00000000046\0", 12));
    EXPECT_EQ(start.substr(136, 12), std::string("15300372045\0", 12));
    EXPECT_EQ(start.substr(148, 8), std::string("005707\0 ", 8));
    EXPECT_EQ(start.substr(512, 38), R"({"version":1,"timestamp":"1795290149"})");
}

// Changing any byte of framing is noticed; so is any byte of content, by its hash.
TEST(Archive, EveryByteCounts) {
    const std::string archive = archive_start(7) + archive_data("abc", 7) + archive_event("{}", 7);
    for (std::size_t i = 0; i < archive.size(); ++i) {
        std::string changed = archive;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_NE(read_all(changed), (Found{"abc", "{}"})) << i;
        const std::string last = read_all(changed).back();
        EXPECT_TRUE(last.starts_with("archive-")) << i << " " << last;
    }
}

TEST(Archive, RefusesWhatIsCutOrGoesOn) {
    const std::string archive = archive_start(7) + archive_data("abc", 7);
    for (std::size_t length = 0; length < archive.size(); ++length) {
        if (length == 1024) continue;  // after the header
        EXPECT_EQ(read_all(std::string_view(archive).substr(0, length)).back(), "archive-truncated")
            << length;
    }
    EXPECT_EQ(read_all(archive + std::string(1024, '\0')).back(), "archive-header");
    EXPECT_EQ(read_all(archive + "x").back(), "archive-truncated");
}

TEST(Archive, RefusesAnotherTimeOrStart) {
    EXPECT_EQ(read_all(archive_start(7) + archive_data("abc", 8)), (Found{"archive-header"}));
    EXPECT_EQ(read_all(archive_data("abc", 7)), (Found{"archive-start"}));
    EXPECT_EQ(read_all(archive_start(7) + archive_start(7)), (Found{"archive-name"}));
}

TEST(Archive, RefusesAFileThatClaimsToBeHuge) {
    std::string archive = archive_start(7) + archive_data("abc", 7);
    // 2^33-1 bytes, with the checksum redone.
    for (int i = 0; i < 11; ++i) archive[1024 + 124 + static_cast<std::size_t>(i)] = '7';
    unsigned sum = 8 * ' ';
    for (std::size_t i = 0; i < 512; ++i)
        sum += i >= 148 && i < 156 ? 0u : static_cast<unsigned char>(archive[1024 + i]);
    char digits[8];
    std::snprintf(digits, sizeof digits, "%06o", sum);
    archive.replace(1024 + 148, 6, digits);
    EXPECT_EQ(read_all(archive), (Found{"archive-too-large"}));
}

}  // namespace
}  // namespace minhtin
