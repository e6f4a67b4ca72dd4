#include "crypto/secret.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <new>

namespace minhtin {
namespace {

bool all_zero(const unsigned char* p, std::size_t n) {
    return std::all_of(p, p + n, [](unsigned char c) { return c == 0; });
}

TEST(Secret, is_wiped_when_it_ends) {
    alignas(SecretKey32) unsigned char place[sizeof(SecretKey32)];
    auto* secret = new (place) SecretKey32(std::array<std::uint8_t, 32>{1, 2, 3});
    EXPECT_EQ(secret->expose()[2], 3);
    secret->~SecretKey32();
    // Read through a volatile pointer: to the compiler the object is gone.
    const volatile unsigned char* after = place;
    for (std::size_t i = 0; i < sizeof place; ++i) EXPECT_EQ(after[i], 0);
}

TEST(Secret, leaves_nothing_behind_when_moved) {
    SecretKey32 from(std::array<std::uint8_t, 32>{1, 2, 3});
    const SecretKey32 to = std::move(from);
    EXPECT_EQ(to.expose()[0], 1);
    EXPECT_TRUE(all_zero(from.expose().data(), 32));  // NOLINT: looking at what was moved from is the point
}

// A short text lives inside the string object and survives the string's own move.
TEST(Secret, leaves_nothing_of_a_short_text_behind) {
    SecretString from(std::string("short"));
    const auto* buffer = reinterpret_cast<const unsigned char*>(from.expose().data());
    const SecretString to = std::move(from);
    EXPECT_EQ(to.expose(), "short");
    EXPECT_TRUE(all_zero(buffer, 5));
}

TEST(Secret, assignment_wipes_both_sides) {
    SecretKey32 a(std::array<std::uint8_t, 32>{1}), b(std::array<std::uint8_t, 32>{2});
    a = std::move(b);
    EXPECT_EQ(a.expose()[0], 2);
    EXPECT_EQ(b.expose()[0], 0);  // NOLINT
}

}  // namespace
}  // namespace minhtin
