#include "crypto/transcript.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "tests/support/worked_examples.h"

namespace minhtin {
namespace {

// Prefix and elements of a hash input: the elements are what follows the last bar.
struct Parts {
    std::string prefix;
    std::vector<std::string> encodings;
};

Parts take_apart(const std::string& input) {
    Parts parts;
    const auto bar = input.rfind('|');
    parts.prefix = input.substr(0, bar + 1);
    for (std::size_t at = bar + 1; at < input.size(); at += 65)
        parts.encodings.push_back(input.substr(at, 64));
    return parts;
}

TEST(WorkedExamples, every_hash_is_reproduced) {
    const auto hashes = worked_hashes();
    EXPECT_EQ(hashes.size(), 11u);
    for (const auto& h : hashes) {
        EXPECT_EQ(sha256_hex(h.input), h.digest) << h.title;
        const Parts parts = take_apart(h.input);
        std::vector<Element> elements;
        for (const auto& e : parts.encodings) elements.push_back(Element::decode(e).value());
        EXPECT_EQ(hash_to_scalar(parts.prefix, elements).encode(), h.scalar) << h.title;
        EXPECT_EQ(hash_to_scalar(parts.prefix, parts.encodings).encode(), h.scalar) << h.title;
    }
}

// In the disjunctions it is the sum of the archive's challenges that must be the hash.
TEST(WorkedExamples, challenges_add_up) {
    int sums = 0;
    for (const auto& h : worked_hashes()) {
        const auto open = h.section.find(": ['"), two = h.section.find("challenges ['");
        const auto at = open != std::string::npos ? open : two;
        if (at == std::string::npos) continue;
        Scalar sum;
        for (const auto& c : quoted_numbers(line_after(h.section.substr(at), "[")))
            sum = sum + Scalar::decode(c).value();
        EXPECT_EQ(sum.encode(), h.scalar) << h.title;
        ++sums;
    }
    EXPECT_EQ(sums, 4);
}

TEST(HashToScalar, depends_on_prefix_order_and_number_of_elements) {
    const std::vector<Element> ab{base(Scalar(1)), base(Scalar(2))}, ba{ab[1], ab[0]}, a{ab[0]};
    const Scalar c = hash_to_scalar("x|", ab);
    EXPECT_NE(c, hash_to_scalar("y|", ab));
    EXPECT_NE(c, hash_to_scalar("x|", ba));
    EXPECT_NE(c, hash_to_scalar("x|", a));
    EXPECT_EQ(c, hash_to_scalar("", std::vector<std::string>{"x|" + ab[0].encode(), ab[1].encode()}));
    EXPECT_EQ(join({}), "");
    EXPECT_EQ(join(a), a[0].encode());
}

}  // namespace
}  // namespace minhtin
