#include "crypto/bytes.h"

#include <gtest/gtest.h>

#include "tests/support/seeded_random.h"

namespace minhtin {
namespace {

TEST(Hex, every_byte_there_and_back) {
    Bytes all(256);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint8_t>(i);
    EXPECT_EQ(from_hex(to_hex(all)), all);
    EXPECT_EQ(to_hex(Bytes{0x00, 0x0f, 0xa0, 0xff}), "000fa0ff");
    EXPECT_EQ(to_hex({}), "");
    EXPECT_EQ(from_hex(""), Bytes{});
}

TEST(Hex, other_spellings_are_refused) {
    for (const auto* bad : {"0", "abc", "AB", "0x", "g0", "0g", " 0", "0 ", "_0", "+1"})
        EXPECT_FALSE(from_hex(bad)) << bad;
    EXPECT_FALSE(from_hex(std::string_view("\0\0", 2)));
}

TEST(Base64, known_spellings) {
    EXPECT_EQ(to_base64(as_bytes("")), "");
    EXPECT_EQ(to_base64(as_bytes("f")), "Zg");
    EXPECT_EQ(to_base64(as_bytes("fo")), "Zm8");
    EXPECT_EQ(to_base64(as_bytes("foo")), "Zm9v");
    EXPECT_EQ(to_base64(Bytes{0xfb, 0xff, 0xbf}), "+/+/");
}

TEST(Base64, there_and_back_for_every_length) {
    SeededRandom random("base64");
    for (std::size_t n = 0; n < 70; ++n) {
        Bytes bytes(n);
        random.fill(bytes);
        EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
    }
}

// Whatever is taken is what would be written.
TEST(Base64, one_spelling_only) {
    for (const auto* bad : {"Z", "Zg==", "Zg=", "Zh", "Zm9", "-_-_", "Zm 9v", "Zm9v\n", "Zm9vZ"})
        EXPECT_FALSE(from_base64(bad)) << bad;
    for (int a = 0; a < 256; ++a) {
        for (int b = 0; b < 256; ++b) {
            const std::string text{static_cast<char>(a), static_cast<char>(b)};
            const auto bytes = from_base64(text);
            EXPECT_EQ(bytes ? to_base64(*bytes) : text, text);
        }
    }
}

TEST(EqualCt, equal_only_with_same_length_and_bytes) {
    EXPECT_TRUE(equal_ct(as_bytes("abc"), as_bytes("abc")));
    EXPECT_TRUE(equal_ct({}, {}));
    EXPECT_FALSE(equal_ct(as_bytes("abc"), as_bytes("abd")));
    EXPECT_FALSE(equal_ct(as_bytes("abc"), as_bytes("ab")));
    EXPECT_FALSE(equal_ct(as_bytes("abc"), as_bytes("abcd")));
}

}  // namespace
}  // namespace minhtin
