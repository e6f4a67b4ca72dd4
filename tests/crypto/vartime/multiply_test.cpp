#include "crypto/vartime/multiply.h"

#include <gtest/gtest.h>

#include "tests/crypto/vartime/samples.h"

namespace minhtin::vartime {
namespace {

std::vector<Scalar> scalars(Random& random, int count) {
    std::vector<Scalar> out = edge_scalars();
    while (count-- > 0) out.push_back(random_scalar(random));
    return out;
}

TEST(Digits, give_the_number_back) {
    SeededRandom random("digits");
    for (const Scalar& n : scalars(random, 100)) {
        for (int width = 2; width <= 8; ++width) {
            const Naf digits = non_adjacent_form(n, width);
            Scalar sum;
            int last = naf_length + width;
            for (int i = naf_length; i-- > 0;) {
                sum = sum + sum;
                const int digit = digits[static_cast<std::size_t>(i)];
                if (digit == 0) continue;
                EXPECT_EQ(digit & 1, 1);
                EXPECT_LT(std::abs(digit), 1 << (width - 1));
                EXPECT_GE(last - i, width);
                last = i;
                sum = digit > 0 ? sum + Scalar(static_cast<std::uint64_t>(digit))
                                : sum - Scalar(static_cast<std::uint64_t>(-digit));
            }
            ASSERT_EQ(sum, n) << width;
        }
        for (unsigned width = 1; width <= 8; ++width) {
            std::vector<std::int16_t> digits((254 + width - 1) / width);
            write_windows(n, width, digits);
            Scalar sum;
            for (std::size_t i = digits.size(); i-- > 0;) {
                EXPECT_LE(std::abs(digits[i]), 1 << (width - 1));
                sum = sum * Scalar(std::uint64_t{1} << width);
                sum = digits[i] >= 0 ? sum + Scalar(static_cast<std::uint64_t>(digits[i]))
                                     : sum - Scalar(static_cast<std::uint64_t>(-digits[i]));
            }
            ASSERT_EQ(sum, n) << width;
        }
    }
}

TEST(FixedTable, multiplies_as_libsodium_does) {
    SeededRandom random("fixed");
    const Scalar x = random_scalar(random);
    const PointBytes key = oracle::base(x);
    const FixedTable table(decode(key).value());
    for (const Scalar& n : scalars(random, 50)) {
        EXPECT_EQ(encode(generator_table().add_multiple(identity, n)), oracle::base(n));
        const Point product = table.add_multiple(generator(), n);
        EXPECT_TRUE(on_curve(product));
        EXPECT_EQ(encode(product), oracle::base(n * x + Scalar(1)));
    }
    EXPECT_TRUE(is_identity(FixedTable(identity).add_multiple(identity, x)));
}

TEST(Multiply, one_product_is_libsodiums) {
    SeededRandom random("multiply");
    const auto points = some_members(random, 2);
    for (const auto& bytes : points) {
        const Point p = rescaled(decode(bytes).value(), {{3, 4, 5, 6, 7}});
        for (const Scalar& n : scalars(random, 10))
            ASSERT_EQ(encode(multiply(n, p)), oracle::multiply(n, bytes));
    }
}

TEST(Multiply, two_products_at_once) {
    SeededRandom random("two products");
    const auto points = some_members(random, 3);
    const auto numbers = scalars(random, 20);
    for (std::size_t i = 0; i < 400; ++i) {
        const auto &p = points[random.below(points.size())], &q = points[random.below(points.size())];
        const Scalar &m = numbers[random.below(numbers.size())], &n = numbers[random.below(numbers.size())];
        ASSERT_EQ(encode(multiply(m, decode(p).value(), n, decode(q).value())),
                  oracle::add(oracle::multiply(m, p), oracle::multiply(n, q)));
    }
}

TEST(Multiply, several_numbers_share_their_doublings) {
    SeededRandom random("shared");
    for (const auto& bytes : some_members(random, 2)) {
        const Point p = decode(bytes).value();
        const auto numbers = scalars(random, 5);
        const auto products = multiply_each(numbers, p);
        ASSERT_EQ(products.size(), numbers.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            EXPECT_TRUE(on_curve(products[i]));
            ASSERT_EQ(encode(products[i]), oracle::multiply(numbers[i], bytes));
        }
    }
    EXPECT_TRUE(multiply_each({}, generator()).empty());
}

// The identity, too, is a sum of what is not.
TEST(Multiply, products_that_cancel) {
    SeededRandom random("cancel");
    const Point p = decode(oracle::base(random_scalar(random))).value();
    for (const Scalar& n : edge_scalars())
        EXPECT_TRUE(is_identity(multiply(n, p, Scalar() - n, p)) && is_identity(multiply(n, p, n, -p)));
}

}  // namespace
}  // namespace minhtin::vartime
