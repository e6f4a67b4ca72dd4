#include "crypto/random.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/seeded_random.h"

namespace minhtin {
namespace {

// Bytes that count up, so that it is plain which of them become letters.
struct Counting : Random {
    std::uint8_t next = 0;
    void fill(std::span<std::uint8_t> out) override {
        for (auto& b : out) b = next++;
    }
};

TEST(RandomBase58, every_letter_equally_often_over_all_bytes) {
    Counting random;
    const std::string text = random_base58(random, 232);  // the 232 bytes that are not rejected
    EXPECT_EQ(random.next, 232);
    std::map<char, int> count;
    for (const char c : text) ++count[c];
    EXPECT_EQ(count.size(), 58u);
    for (const auto& [c, n] : count) EXPECT_EQ(n, 4) << c;
    for (const char c : {'0', 'O', 'I', 'l'}) EXPECT_FALSE(count.contains(c));
}

TEST(RandomBase58, bytes_that_would_favour_letters_are_skipped) {
    Counting random;
    random.next = 232;
    EXPECT_EQ(random_base58(random, 1), "1");
    EXPECT_EQ(random.next, 1);
}

TEST(RandomHex, has_the_asked_length) {
    SeededRandom random("hex");
    EXPECT_EQ(random_hex(random, 16).size(), 32u);
    EXPECT_EQ(random_hex(random, 0), "");
}

TEST(SystemRandom, does_not_repeat) {
    SystemRandom random;
    EXPECT_NE(random_hex(random, 32), random_hex(random, 32));
}

TEST(SeededRandom, repeats) {
    SeededRandom a("seed"), b("seed"), c("other");
    const auto first = random_hex(a, 100);
    EXPECT_EQ(first, random_hex(b, 100));
    EXPECT_NE(first, random_hex(c, 100));
}

}  // namespace
}  // namespace minhtin
