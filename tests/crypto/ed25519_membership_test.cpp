#include "crypto/ed25519_membership.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "crypto/group.h"
#include "tests/support/seeded_random.h"
#include "tests/support/small_order.h"

namespace minhtin {
namespace {

// CVE-2025-69277. If this fails, the installed libsodium lacks a security update; decoding is then slow but
// right.
TEST(Membership, the_installed_library_has_the_repair) {
    EXPECT_TRUE(library_tests_membership());
}

TEST(Membership, both_ways_take_members) {
    SeededRandom random("members");
    for (int i = 0; i < 5; ++i) {
        const PointBytes p = base(SecretScalar::random(random)).bytes();
        EXPECT_TRUE(is_member_by_library(p));
        EXPECT_TRUE(is_member_by_order(p));
    }
}

TEST(Membership, both_ways_refuse_small_order) {
    for (const auto& t : small_order_points()) {
        EXPECT_FALSE(is_member_by_library(t));
        EXPECT_FALSE(is_member_by_order(t));
    }
    EXPECT_FALSE(is_member_by_order({1}));
}

TEST(Membership, both_ways_refuse_mixed_order) {
    SeededRandom random("mixed");
    const PointBytes p = base(SecretScalar::random(random)).bytes();
    for (const auto& t : small_order_points()) {
        PointBytes mixed;
        ASSERT_EQ(crypto_core_ed25519_add(mixed.data(), p.data(), t.data()), 0);
        EXPECT_FALSE(is_member_by_library(mixed));
        EXPECT_FALSE(is_member_by_order(mixed));
    }
}

TEST(Membership, both_ways_refuse_other_spellings_and_points_off_the_curve) {
    PointBytes y_is_p_plus_one;
    y_is_p_plus_one.fill(0xff);
    y_is_p_plus_one[0] = 0xee;
    y_is_p_plus_one[31] = 0x7f;
    PointBytes signed_identity = {1};
    signed_identity[31] = 0x80;
    for (const auto& p : {y_is_p_plus_one, signed_identity, PointBytes{2}}) {
        EXPECT_FALSE(is_member_by_library(p));
        EXPECT_FALSE(is_member_by_order(p));
    }
}

}  // namespace
}  // namespace minhtin
