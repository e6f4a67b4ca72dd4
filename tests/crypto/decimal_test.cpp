#include "crypto/decimal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "tests/support/seeded_random.h"

namespace minhtin {
namespace {

constexpr std::uint32_t yes = ~std::uint32_t{0};

// School arithmetic on digits.
std::string slow_decimal(const Number& n) {
    std::string digits(decimal_width, '0');
    for (std::size_t i = n.size(); i-- > 0;) {
        unsigned carry = n[i];
        for (std::size_t d = digits.size(); d-- > 0;) {
            carry += static_cast<unsigned>(digits[d] - '0') * 256;
            digits[d] = static_cast<char>('0' + carry % 10);
            carry /= 10;
        }
    }
    return digits;
}

// The other way.
Number slow_number(const std::string& digits) {
    Number n{};
    for (const char c : digits) {
        unsigned carry = static_cast<unsigned>(c - '0');
        for (auto& byte : n) {
            carry += 10u * byte;
            byte = static_cast<std::uint8_t>(carry);
            carry >>= 8;
        }
    }
    return n;
}

std::string text(const Number& n) {
    const auto digits = to_decimal(n);
    return {digits.begin(), digits.end()};
}

Number random_number(Random& random) {
    Number n;
    random.fill(n);
    n[31] &= 0x0f;
    return n;
}

TEST(Decimal, agrees_with_school_arithmetic) {
    SeededRandom random("decimal");
    for (int i = 0; i < 300; ++i) {
        const Number n = random_number(random);
        EXPECT_EQ(text(n), slow_decimal(n));
    }
    Number edge{};
    for (std::size_t bit = 0; bit < 253; ++bit) {
        edge = {};
        edge[bit / 8] = static_cast<std::uint8_t>(1u << (bit % 8));
        EXPECT_EQ(text(edge), slow_decimal(edge)) << bit;
    }
    edge.fill(0xff);
    edge[31] = 0x1f;
    EXPECT_EQ(text(edge), slow_decimal(edge));
}

TEST(Decimal, there_and_back) {
    SeededRandom random("decimal back");
    for (int i = 0; i < 300; ++i) {
        const Number n = random_number(random);
        std::string digits = text(n);
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
        Number back{};
        EXPECT_EQ(from_decimal(digits, back), yes);
        EXPECT_EQ(back, n);
    }
}

// One character is every character; each must be taken or refused for itself, at either end and inside.
TEST(Decimal, only_digits_are_taken) {
    Number out{};
    for (int c = 0; c < 256; ++c) {
        const bool digit = c >= '0' && c <= '9';
        const std::string ch(1, static_cast<char>(c));
        EXPECT_EQ(from_decimal(ch, out), digit ? yes : 0) << c;
        EXPECT_EQ(from_decimal("1" + ch, out), digit ? yes : 0) << c;
        EXPECT_EQ(from_decimal("1" + ch + "1", out), digit ? yes : 0) << c;
        EXPECT_EQ(from_decimal(ch + "1", out), digit && c != '0' ? yes : 0) << c;
    }
}

TEST(Decimal, every_length_has_its_value) {
    SeededRandom random("decimal lengths");
    for (std::size_t length = 1; length < decimal_width; ++length) {
        std::string digits;
        while (digits.size() < length) {
            std::array<std::uint8_t, 1> byte{};
            random.fill(byte);
            digits += static_cast<char>('0' + byte[0] % 10);
        }
        if (digits[0] == '0') digits[0] = '7';
        const std::string ends[] = {"1" + std::string(length - 1, '0'), std::string(length, '9')};
        for (const std::string& same_length : {digits, ends[0], ends[1]}) {
            Number out{};
            EXPECT_EQ(from_decimal(same_length, out), yes) << same_length;
            EXPECT_EQ(out, slow_number(same_length)) << same_length;
        }
    }
}

// The neighbours of 0 and 9, wherever they stand.
TEST(Decimal, no_place_takes_another_character) {
    for (std::size_t length = 1; length < decimal_width; ++length) {
        for (std::size_t place = 0; place < length; ++place) {
            for (const char wrong : {'/', ':'}) {
                std::string digits(length, '5');
                digits[place] = wrong;
                Number out{};
                EXPECT_EQ(from_decimal(digits, out), 0u) << digits;
            }
        }
    }
}

TEST(Decimal, lengths) {
    Number out{};
    EXPECT_EQ(from_decimal("", out), 0u);
    EXPECT_EQ(from_decimal("0", out), yes);
    EXPECT_EQ(from_decimal("00", out), 0u);
    EXPECT_EQ(from_decimal(std::string(76, '9'), out), yes);
    EXPECT_EQ(from_decimal("1" + std::string(76, '0'), out), 0u);
    EXPECT_EQ(from_decimal("0" + std::string(76, '1'), out), 0u);
}

TEST(Decimal, less) {
    const Number one{1}, two{2}, big{0, 1};
    EXPECT_EQ(less_mask(one, two), yes);
    EXPECT_EQ(less_mask(two, one), 0u);
    EXPECT_EQ(less_mask(two, two), 0u);
    EXPECT_EQ(less_mask(two, big), yes);
    EXPECT_EQ(less_mask(big, two), 0u);
}

}  // namespace
}  // namespace minhtin
