#include "crypto/vartime/membership.h"

#include <gtest/gtest.h>

#include "tests/crypto/vartime/samples.h"

namespace minhtin::vartime {
namespace {

// The three tests agree: halving and quartic symbol, multiplication by q, libsodium's own.
void same_answer(const PointBytes& bytes) {
    const Point p = decode(bytes).value();
    const bool member = is_member(p);
    EXPECT_EQ(member, is_member_by_order(p));
    EXPECT_EQ(member, oracle::is_member(bytes));
}

TEST(Membership, of_every_torsion_class) {
    SeededRandom random("torsion classes");
    int members = 0;
    const auto all = all_classes(random, 60);
    for (const auto& bytes : all) {
        same_answer(bytes);
        members += is_member(decode(bytes).value()) ? 1 : 0;
    }
    EXPECT_EQ(static_cast<std::size_t>(members) * 8, all.size());
}

TEST(Membership, of_small_order_none_but_the_identity) {
    EXPECT_TRUE(is_member(identity));
    for (const auto& bytes : small_order_points()) EXPECT_FALSE(is_member(decode(bytes).value()));
}

// Whatever is on the curve: one in eight is a member.
TEST(Membership, of_random_points) {
    SeededRandom random("random points");
    int points = 0, members = 0;
    for (int i = 0; i < 1500; ++i) {
        PointBytes bytes;
        random.fill(bytes);
        const auto p = decode(bytes);
        if (!p) continue;
        ++points;
        same_answer(bytes);
        members += is_member(*p) ? 1 : 0;
    }
    EXPECT_NEAR(points, 750, 100);
    EXPECT_NEAR(members, points / 8, 45);
}

// Small y, large y: where 1 - y, 1 + y and their like are small.
TEST(Membership, of_points_with_an_extreme_y) {
    for (unsigned n = 0; n < 200; ++n) {
        for (const bool from_p : {false, true}) {
            for (const int sign : {0, 0x80}) {
                PointBytes bytes = {static_cast<std::uint8_t>(n)};
                if (from_p) bytes = to_bytes(negate({{n, 0, 0, 0, 0}}));
                bytes[31] = static_cast<std::uint8_t>(bytes[31] | sign);
                if (decode(bytes)) same_answer(bytes);
            }
        }
    }
}

}  // namespace
}  // namespace minhtin::vartime
