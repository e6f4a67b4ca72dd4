#include "crypto/vartime/field.h"

#include <gtest/gtest.h>

#include "crypto/vartime/constants.h"
#include "tests/support/seeded_random.h"

namespace minhtin::vartime {
namespace {

// The slow twin: 32 bytes, schoolbook, and p taken away until it is small.
FeBytes slow_multiply(const FeBytes& a, const FeBytes& b) {
    std::array<std::uint32_t, 64> wide{};
    for (std::size_t i = 0; i < 32; ++i) {
        std::uint32_t carry = 0;
        for (std::size_t j = 0; j < 32; ++j) {
            carry += wide[i + j] + std::uint32_t{a[i]} * b[j];
            wide[i + j] = carry & 0xff;
            carry >>= 8;
        }
        wide[i + 32] = carry;
    }
    // 2^256 = 38, twice; then 2^255 = 19.
    FeBytes out;
    for (int round = 0; round < 3; ++round) {
        std::uint32_t carry = 0;
        for (std::size_t i = 0; i < 32; ++i) {
            carry += wide[i] + 38 * wide[i + 32];
            wide[i] = carry & 0xff;
            wide[i + 32] = 0;
            carry >>= 8;
        }
        wide[32] = carry & 0xff;
        wide[33] = carry >> 8;
    }
    for (int round = 0; round < 2; ++round) {
        std::uint32_t carry = 19 * (wide[31] >> 7);
        wide[31] &= 0x7f;
        for (std::size_t i = 0; i < 32; ++i) {
            carry += wide[i];
            wide[i] = carry & 0xff;
            carry >>= 8;
        }
    }
    bool at_least_p = wide[31] == 0x7f && wide[0] >= 0xed;
    for (std::size_t i = 1; i < 31; ++i) at_least_p = at_least_p && wide[i] == 0xff;
    if (at_least_p) {
        for (std::size_t i = 1; i < 32; ++i) wide[i] = 0;
        wide[0] -= 0xed;
    }
    for (std::size_t i = 0; i < 32; ++i) out[i] = static_cast<std::uint8_t>(wide[i]);
    return out;
}

// The same number in limbs as large as the bounds allow: multiples of p are added to random limbs.
std::vector<Fe> numbers(Random& random, int count) {
    std::vector<Fe> out{fe_zero,
                        fe_one,
                        {{limb_mask - 19, limb_mask, limb_mask, limb_mask, limb_mask}},
                        {{limb_mask - 18, limb_mask, limb_mask, limb_mask, limb_mask}},  // p
                        {{limb_mask, limb_mask, limb_mask, limb_mask, limb_mask}}};
    const std::uint64_t most = loose_limit - 1;
    out.push_back({{most, most, most, most, most}});
    for (std::size_t i = 0; i < 5; ++i) {
        Fe one_large{};
        one_large.v[i] = most;
        out.push_back(one_large);
    }
    while (count-- > 0) {
        Fe a;
        random.fill({reinterpret_cast<std::uint8_t*>(a.v), sizeof a.v});
        for (auto& limb : a.v) limb &= most;
        out.push_back(a);
    }
    return out;
}

TEST(Field, products_and_squares_at_every_bound) {
    SeededRandom random("field");
    const auto all = numbers(random, 25);
    for (const Fe& a : all) {
        EXPECT_EQ(to_bytes(square(a)), slow_multiply(to_bytes(a), to_bytes(a)));
        EXPECT_TRUE(limbs_below(square(a), tight_limit));
        for (const Fe& b : all) {
            EXPECT_EQ(to_bytes(a * b), slow_multiply(to_bytes(a), to_bytes(b)));
            EXPECT_TRUE(limbs_below(a * b, tight_limit));
        }
    }
}

TEST(Field, sums_and_differences) {
    SeededRandom random("field sums");
    for (const Fe& loose_a : numbers(random, 20)) {
        for (const Fe& loose_b : numbers(random, 20)) {
            const Fe a = carry(loose_a), b = carry(loose_b);
            EXPECT_TRUE(equal(carry(a + b) - b, a));
            EXPECT_TRUE(equal(carry(a - b) + b, a));
            EXPECT_TRUE(equal(minus_wide(a, a + b), negate(b)));
            EXPECT_TRUE(equal(minus_wide(a, a - b), b));
            EXPECT_TRUE(equal((a + b) * (a - b), carry(square(a) - square(b))));
        }
    }
}

#ifndef NDEBUG
TEST(Field, a_limb_out_of_bounds_is_a_bug) {
    const Fe large{{loose_limit, 0, 0, 0, 0}};
    EXPECT_THROW(static_cast<void>(large * fe_one), Bug);
    EXPECT_THROW(static_cast<void>(square(large)), Bug);
    EXPECT_THROW(static_cast<void>(fe_zero - Fe{{0, 0, tight_limit, 0, 0}}), Bug);
    EXPECT_THROW(static_cast<void>(minus_wide(fe_zero, Fe{{wide_limit, 0, 0, 0, 0}})), Bug);
}
#endif

TEST(Field, bytes_have_one_spelling) {
    FeBytes bytes;
    bytes.fill(0xff);
    for (unsigned low = 0; low <= 0xff; ++low) {
        for (const unsigned high : {0x7fu, 0xffu}) {
            bytes[0] = static_cast<std::uint8_t>(low);
            bytes[31] = static_cast<std::uint8_t>(high);
            EXPECT_EQ(from_bytes(bytes).has_value(), low < 0xed) << low;
        }
    }
    SeededRandom random("field bytes");
    for (int i = 0; i < 200; ++i) {
        random.fill(bytes);
        bytes[31] &= 0x7f;
        EXPECT_EQ(to_bytes(from_bytes(bytes).value()), bytes);
    }
    EXPECT_TRUE(is_zero({{limb_mask - 18, limb_mask, limb_mask, limb_mask, limb_mask}}));
}

TEST(Field, inverses_and_roots) {
    SeededRandom random("field roots");
    EXPECT_TRUE(is_zero(invert(fe_zero)));
    EXPECT_TRUE(root_of_ratio(fe_zero, fe_one).is_square);
    int squares = 0;
    for (const Fe& a : numbers(random, 60)) {
        if (is_zero(a)) continue;
        EXPECT_TRUE(equal(a * invert(a), fe_one));
        for (const Fe& n : {fe_one, negate(fe_one), carry(a), sqrt_minus_one * a}) {
            const auto [is_square, root] = root_of_ratio(n, a);
            EXPECT_TRUE(equal(square(root) * a, is_square ? n : sqrt_minus_one * n));
        }
        EXPECT_TRUE(root_of_ratio(square(a), fe_one).is_square);
        EXPECT_FALSE(root_of_ratio(sqrt_minus_one * square(a), fe_one).is_square);
        squares += root_of_ratio(carry(a), fe_one).is_square ? 1 : 0;
    }
    EXPECT_GT(squares, 15);
}

TEST(Constants, are_what_they_are_called) {
    const Fe a = montgomery_a, two = {{2, 0, 0, 0, 0}}, a2 = carry(a + two);
    EXPECT_TRUE(equal(edwards_d * Fe{{121666, 0, 0, 0, 0}}, negate({{121665, 0, 0, 0, 0}})));
    EXPECT_TRUE(equal(twice_d, carry(edwards_d + edwards_d)));
    EXPECT_TRUE(equal(square(sqrt_minus_one), negate(fe_one)));
    EXPECT_TRUE(equal(square(sqrt_minus_a_plus_2), negate(a2)));
    EXPECT_TRUE(equal(square(sqrt_a_plus_2), a2));
    EXPECT_TRUE(equal(square(sqrt_i_a2_minus_4), sqrt_minus_one * (square(a) - Fe{{4, 0, 0, 0, 0}})));
    EXPECT_FALSE(root_of_ratio(edwards_d, fe_one).is_square);  // what completeness needs
}

}  // namespace
}  // namespace minhtin::vartime
