#include "crypto/vartime/use.h"

#include <gtest/gtest.h>

#include "crypto/vartime/eight_lanes.h"
#include "crypto/vartime/products.h"
#include "tests/crypto/vartime/samples.h"

namespace minhtin::vartime {
namespace {

TEST(Use, portable_code_is_used_from_now_on_and_gives_the_same) {
    SeededRandom random("use");
    std::vector<Point> points;
    for (const PointBytes& bytes : some_members(random, 9)) points.push_back(*decode(bytes));
    std::vector<Product> products;
    for (const Point& p : points)
        products.push_back({&generator_table(), random_scalar(random), &p, random_scalar(random), 0});
    const auto before = evaluate(products, Use::fastest);
    use_portable_code();
    EXPECT_FALSE(has_eight_lanes());
    const auto after = evaluate(products, Use::fastest);
    for (std::size_t i = 0; i < products.size(); ++i) EXPECT_EQ(encode(after[i]), encode(before[i])) << i;
    use_portable_code();
    EXPECT_FALSE(has_eight_lanes());
}

}  // namespace
}  // namespace minhtin::vartime
