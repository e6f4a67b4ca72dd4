#include "crypto/vartime/products.h"

#include <gtest/gtest.h>

#include "crypto/vartime/eight_products.h"
#include "tests/crypto/vartime/samples.h"

namespace minhtin::vartime {
namespace {

struct Case {
    Product product;
    PointBytes expected;
};

// base^a (p / g^less)^b by libsodium; the key is g^x.
class Products : public testing::TestWithParam<Use> {
protected:
    void SetUp() override {
        if (!has_eight_lanes())
            std::cout << "this CPU has no eight lanes: both parameters run the portable code\n";
    }

    Case make(bool of_key, const Scalar& a, std::size_t p, const Scalar& b, std::uint64_t less) {
        const PointBytes point = oracle::subtract(encodings_[p], oracle::base(Scalar(less)));
        const Scalar of_generator = of_key ? a * x_ : a;
        return {{of_key ? &key_table_ : &generator_table(), a, &points_[p], b, less},
                oracle::add(oracle::base(of_generator), oracle::multiply(b, point))};
    }

    void check(const std::vector<Case>& cases) {
        std::vector<Product> products;
        for (const Case& c : cases) products.push_back(c.product);
        const auto results = evaluate(products, GetParam());
        ASSERT_EQ(results.size(), cases.size());
        for (std::size_t i = 0; i < cases.size(); ++i) {
            EXPECT_TRUE(on_curve(results[i]) && equal(results[i].z, fe_one));
            ASSERT_EQ(encode(results[i]), cases[i].expected) << i;
        }
    }

    SeededRandom random_{"products"};
    Scalar x_ = random_scalar(random_);
    std::vector<PointBytes> encodings_ = some_members(random_, 5);
    std::vector<Point> points_ = [this] {
        std::vector<Point> out;
        for (const auto& bytes : encodings_) out.push_back(rescaled(*decode(bytes), {{7, 6, 5, 4, 3}}));
        return out;
    }();
    FixedTable key_table_{*decode(oracle::base(x_))};
};

// Every number of products from none to three times eight.
TEST_P(Products, any_number_of_them) {
    for (std::size_t count = 0; count <= 24; ++count) {
        std::vector<Case> cases;
        for (std::size_t i = 0; i < count; ++i)
            cases.push_back(make(i % 2 == 1, random_scalar(random_), random_.below(points_.size()),
                                 random_scalar(random_), random_.below(4)));
        check(cases);
    }
}

// Each edge as either exponent, in each lane, beside random ones.
TEST_P(Products, every_edge_in_every_lane) {
    const auto edges = edge_scalars();
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        std::vector<Case> cases;
        for (std::size_t i = 0; i < lane; ++i)
            cases.push_back(make(false, random_scalar(random_), 1, random_scalar(random_), 0));
        for (std::size_t i = 0; i < 2 * edges.size(); ++i) {
            const Scalar& edge = edges[i / 2];
            const Scalar other = i % 4 == 3 ? edges[random_.below(edges.size())] : random_scalar(random_);
            cases.push_back(i % 2 == 0 ? make(i % 3 == 0, edge, i % points_.size(), other, i % 2)
                                       : make(i % 3 == 0, other, i % points_.size(), edge, i % 2));
        }
        check(cases);
    }
}

// The products of a 0/1 proof: two numbers for each of two points.
TEST_P(Products, of_proofs) {
    std::vector<Case> cases;
    for (std::size_t proof = 0; proof < 6; ++proof) {
        for (std::uint64_t value = 0; value < 2; ++value) {
            const Scalar challenge = random_scalar(random_), response = random_scalar(random_);
            cases.push_back(make(false, response, proof, challenge, 0));
            cases.push_back(make(true, response, proof + 1, challenge, value));
        }
    }
    check(cases);
}

// Products that are the identity, and sums of equal and of opposite points on the way.
TEST_P(Products, that_cancel) {
    std::vector<Case> cases;
    for (const Scalar& n : edge_scalars()) {
        cases.push_back(make(false, Scalar() - n, 1, n, 0));  // points_[1] is g
        cases.push_back(make(false, n, 1, n, 0));
        cases.push_back(make(false, n, 1, n, 1));
        cases.push_back(make(false, n, 2, n, 2));
        cases.push_back(make(true, n, 0, n, 0));
    }
    check(cases);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Products, testing::Values(Use::fastest, Use::portable),
                         [](const auto& use) { return use.param == Use::fastest ? "fastest" : "portable"; });

}  // namespace
}  // namespace minhtin::vartime
