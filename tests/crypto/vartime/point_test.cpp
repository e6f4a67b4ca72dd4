#include "crypto/vartime/point.h"

#include <gtest/gtest.h>

#include "tests/crypto/vartime/samples.h"

namespace minhtin::vartime {
namespace {

// Completeness: every pair of classes, equal points and opposite ones included.
TEST(Point, sums_are_libsodiums_for_every_class) {
    SeededRandom random("point sums");
    const auto all = all_classes(random, 1);
    for (const auto& p_bytes : all) {
        const Point p = decode(p_bytes).value();
        EXPECT_EQ(encode(finish(twice(p))), oracle::add(p_bytes, p_bytes));
        for (const auto& q_bytes : all) {
            const Point q = decode(q_bytes).value();
            const Point sum = p + q, difference = p - q;
            EXPECT_TRUE(on_curve(sum) && on_curve(difference));
            EXPECT_EQ(encode(sum), oracle::add(p_bytes, q_bytes));
            EXPECT_EQ(encode(difference), oracle::subtract(p_bytes, q_bytes));
            EXPECT_TRUE(finish(add(p, affine_prepared(q))) == sum);
            EXPECT_TRUE(finish(subtract(p, affine_prepared(q))) == difference);
            EXPECT_TRUE(sum - q == p);
            EXPECT_EQ(p == q, p_bytes == q_bytes);
        }
    }
}

TEST(Point, coordinates_may_be_scaled) {
    SeededRandom random("point scales");
    const Fe by{{12345, 678, 9, 10, 11}};
    for (const auto& bytes : all_classes(random, 1)) {
        const Point p = decode(bytes).value(), scaled = rescaled(p, by);
        EXPECT_TRUE(on_curve(scaled));
        EXPECT_TRUE(p == scaled);
        EXPECT_EQ(encode(scaled), bytes);
        EXPECT_TRUE(finish(twice(scaled)) == p + p);
        EXPECT_TRUE(scaled + scaled == p + p);
        EXPECT_TRUE(is_identity(scaled - p));
        EXPECT_TRUE(is_identity(scaled + -p));
        EXPECT_EQ(is_identity(scaled), bytes == oracle::identity);
    }
}

TEST(Point, generator_is_libsodiums) {
    EXPECT_TRUE(on_curve(generator()));
    EXPECT_EQ(encode(generator()), oracle::base(Scalar(1)));
}

TEST(Encoding, is_the_same_alone_and_in_company) {
    SeededRandom random("normalize");
    const auto all = all_classes(random, 2);
    std::vector<Point> points;
    std::vector<Point*> places;
    for (const auto& bytes : all)
        points.push_back(rescaled(decode(bytes).value(), {{random.below(1u << 30) + 1, 5, 6, 7, 8}}));
    for (Point& p : points) places.push_back(&p);
    normalize(places);
    normalize({});
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_TRUE(equal(points[i].z, fe_one));
        EXPECT_TRUE(on_curve(points[i]));
        EXPECT_EQ(encode(points[i]), all[i]);
    }
}

// libsodium's addition takes what is on the curve, and writes it canonically.
TEST(Encoding, takes_what_is_canonical_and_on_the_curve) {
    SeededRandom random("decode");
    int taken = 0;
    for (int i = 0; i < 400; ++i) {
        PointBytes bytes, again;
        random.fill(bytes);
        const bool good = crypto_core_ed25519_add(again.data(), bytes.data(), oracle::identity.data()) == 0 &&
                          again == bytes;
        const auto p = decode(bytes);
        ASSERT_EQ(p.has_value(), good);
        if (!p) continue;
        ++taken;
        EXPECT_EQ(encode(*p), bytes);
        EXPECT_TRUE(on_curve(*p));
    }
    EXPECT_GT(taken, 100);
    EXPECT_LT(taken, 300);
}

TEST(Encoding, refuses_other_spellings) {
    PointBytes signed_identity = oracle::identity, signed_minus_one = small_order_points()[0];
    signed_identity[31] |= 0x80;
    signed_minus_one[31] |= 0x80;
    EXPECT_FALSE(decode(signed_identity));
    EXPECT_FALSE(decode(signed_minus_one));
    for (unsigned low = 0xed; low <= 0xff; ++low) {
        for (const unsigned high : {0x7fu, 0xffu}) {
            PointBytes unreduced;
            unreduced.fill(0xff);
            unreduced[0] = static_cast<std::uint8_t>(low);
            unreduced[31] = static_cast<std::uint8_t>(high);
            EXPECT_FALSE(decode(unreduced)) << low;
        }
    }
}

}  // namespace
}  // namespace minhtin::vartime
