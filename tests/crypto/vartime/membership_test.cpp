#include "crypto/vartime/membership.h"

#include <gtest/gtest.h>

#include "crypto/vartime/members.h"
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

// In lanes and one by one, in groups of every size: members, other classes, other spellings, anything.
TEST(DecodeMembers, as_one_by_one_and_as_libsodium) {
    SeededRandom random("decode members");
    std::vector<PointBytes> all = all_classes(random, 30);
    for (unsigned low = 0; low <= 0xff; ++low) {
        for (const unsigned high : {0u, 0x80u, 0x7fu, 0xffu}) {
            PointBytes bytes;
            bytes.fill(high == 0x7f || high == 0xff ? 0xff : 0);
            bytes[0] = static_cast<std::uint8_t>(low);
            bytes[31] = static_cast<std::uint8_t>(high);
            all.push_back(bytes);
        }
    }
    for (int i = 0; i < 500; ++i) random.fill(all.emplace_back());
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random.below(i)]);
    std::size_t size = 0;
    for (std::size_t from = 0; from < all.size(); from += size) {
        size = std::min<std::size_t>(random.below(27), all.size() - from);
        const auto group = std::span(all).subspan(from, size);
        const auto fast = decode_members(group, Use::fastest), slow = decode_members(group, Use::portable);
        ASSERT_EQ(fast.size(), size);
        for (std::size_t i = 0; i < size; ++i) {
            ASSERT_EQ(fast[i].has_value(), oracle::is_member(group[i])) << from + i;
            ASSERT_EQ(slow[i].has_value(), fast[i].has_value());
            if (!fast[i]) continue;
            EXPECT_TRUE(on_curve(*fast[i]) && *fast[i] == *slow[i]);
            EXPECT_EQ(encode(*fast[i]), group[i]);
        }
    }
}

}  // namespace
}  // namespace minhtin::vartime
