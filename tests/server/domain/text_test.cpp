#include "server/domain/text.h"

#include <gtest/gtest.h>

namespace minhtin {
namespace {

const std::string composed = "Đơn vị";
const std::string apart = "\xC4\x90\x6F\xCC\x9B\x6E \x76\x69\xCC\xA3";  // the same in NFD

TEST(Text, OneSpellingForBothForms) {
    ASSERT_NE(composed, apart);
    EXPECT_EQ(tidy(apart), composed);
    EXPECT_EQ(fold(apart), "don vi");
    EXPECT_EQ(fold("  ĐƠN\xC2\xA0 VỊ "), "don vi");
    EXPECT_EQ(tidy(" a \t b\xC2\xA0 c "), "a b c");
}

TEST(Text, Utf8) {
    EXPECT_TRUE(is_utf8("") && is_utf8("a") && is_utf8(composed));
    for (const char* bad : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xE1\xBB", "\xF4\x90\x80\x80", "a\x80"}) {
        EXPECT_FALSE(is_utf8(bad));
    }
}

TEST(Text, ControlCharacters) {
    EXPECT_FALSE(has_control(composed));
    for (const char* bad : {"a\nb", "a\x7F", "a\xC2\x85",
                            "a\xE2\x80\xAE"
                            "b",
                            "\xE2\x81\xA6"})
        EXPECT_TRUE(has_control(bad));
}

TEST(Text, VietnameseOrder) {
    EXPECT_LT(compare_vi("Dũng", "Đào"), 0);  // d before đ
    EXPECT_LT(compare_vi("An", "Ân"), 0);
    EXPECT_LT(compare_vi("Ân", "Bình"), 0);
    EXPECT_NE(compare_vi("an", "An"), 0);
    EXPECT_EQ(compare_vi("An", "An"), 0);
    EXPECT_EQ(length("Đơn vị"), 6u);
}

}  // namespace
}  // namespace minhtin
