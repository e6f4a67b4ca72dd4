// Eight lanes against field.h where limbs are as large as they may be: random numbers do not get there.
#include <gtest/gtest.h>

#include <vector>

#include "crypto/vartime/eight_lanes.h"
#include "crypto/vartime/field.h"
#include "tests/crypto/vartime/eight_field_in_memory.h"

namespace minhtin::vartime {
namespace {

constexpr std::uint64_t tight = (std::uint64_t{1} << 51) + (std::uint64_t{1} << 18) - 1;
constexpr std::uint64_t largest = (std::uint64_t{1} << 52) - 1;  // what the multiplier takes

// Every number whose limbs are all from `limbs`.
std::vector<Fe> numbers(const std::vector<std::uint64_t>& limbs) {
    std::vector<Fe> out{{}};
    for (std::size_t k = 0; k < 5; ++k) {
        std::vector<Fe> longer;
        for (const Fe& n : out) {
            for (const std::uint64_t limb : limbs) {
                longer.push_back(n);
                longer.back().v[k] = limb;
            }
        }
        out = std::move(longer);
    }
    return out;
}

Fe three_products_less_a_square(const Fe& a, const Fe& b, const Fe& c) {
    const Fe ab = a * b;
    return carry(carry(ab + ab) + ab) - square(c);
}

// Eight numbers from place `from`, going round.
void fill(EightInMemory& out, const std::vector<Fe>& all, std::size_t from) {
    for (std::size_t l = 0; l < 8; ++l)
        for (std::size_t k = 0; k < 5; ++k) out[k][l] = all[(from + l) % all.size()].v[k];
}
Fe lane(const EightInMemory& in, std::size_t l) {
    return {{in[0][l], in[1][l], in[2][l], in[3][l], in[4][l]}};
}

TEST(EightField, agrees_at_its_bounds) {
    if (!has_eight_lanes()) GTEST_SKIP() << "this CPU has no AVX-512 IFMA";
    const auto all = numbers({0, limb_mask, tight, largest}), tights = numbers({0, limb_mask, tight});
    EightInMemory a, b, c, t, out;
    for (std::size_t i = 0; i < 4 * all.size(); i += 8) {
        fill(a, all, i);
        fill(b, all, i * 5 + i / all.size() * 7);
        fill(c, all, i * 3 + 1);
        fill(t, tights, i * 3 + i / all.size());
        const auto same = [&](const char* what, auto&& expected) {
            for (std::size_t l = 0; l < 8; ++l) {
                ASSERT_TRUE(limbs_below(lane(out, l), tight_limit)) << what << " " << i + l;
                ASSERT_EQ(to_bytes(lane(out, l)), to_bytes(expected(l))) << what << " " << i + l;
            }
        };
        eight_product(out, a, b);
        same("product", [&](std::size_t l) { return lane(a, l) * lane(b, l); });
        eight_square(out, a);
        same("square", [&](std::size_t l) { return square(lane(a, l)); });
        eight_sum(out, a, b);
        same("sum", [&](std::size_t l) { return lane(a, l) + lane(b, l); });
        eight_difference(out, a, t);
        same("difference", [&](std::size_t l) { return lane(a, l) - lane(t, l); });
        eight_three_products_less_a_square(out, a, b, c);
        same("formula",
             [&](std::size_t l) { return three_products_less_a_square(lane(a, l), lane(b, l), lane(c, l)); });
    }
}

}  // namespace
}  // namespace minhtin::vartime
