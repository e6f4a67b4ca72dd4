#include "crypto/decimal.h"

namespace minhtin {
namespace {

using Limbs = std::array<std::uint32_t, 8>;

// All ones if x's lowest bit is set.
std::uint32_t spread(std::uint32_t x) {
    return ~((x & 1) - 1);
}

// All ones if a < b, for values below 2^31.
std::uint32_t below(std::uint32_t a, std::uint32_t b) {
    return spread((a - b) >> 31);
}

// n / 10000 for any 32 bits. The quotient comes from a multiplication with the rounded reciprocal, because
// the time of a division instruction depends on its operands; and n / 10 in the same way.
std::uint32_t ten_thousandth(std::uint32_t n) {
    return static_cast<std::uint32_t>((std::uint64_t{n} * 0xd1b71759ULL) >> 45);
}
std::uint32_t tenth(std::uint32_t n) {
    return static_cast<std::uint32_t>((std::uint64_t{n} * 0xcccccccdULL) >> 35);
}

// Divides by 10000 in place and returns the remainder.
std::uint32_t divide_by_ten_thousand(Limbs& n) {
    std::uint32_t remainder = 0;
    for (std::size_t i = n.size(); i-- > 0;) {
        std::uint32_t quotient = 0;
        for (int half = 1; half >= 0; --half) {
            const std::uint32_t part = (n[i] >> (16 * half)) & 0xffff;
            const std::uint32_t value = (remainder << 16) | part;  // below 10000 * 2^16
            const std::uint32_t digits = ten_thousandth(value);
            remainder = value - 10000 * digits;
            quotient = (quotient << 16) | digits;
        }
        n[i] = quotient;
    }
    return remainder;
}

}  // namespace

std::array<char, decimal_width> to_decimal(const Number& n) {
    Limbs limbs{};
    for (std::size_t i = 0; i < n.size(); ++i) limbs[i / 4] |= std::uint32_t{n[i]} << (8 * (i % 4));
    std::array<char, decimal_width> digits{};
    std::uint32_t four = 0;
    for (std::size_t i = decimal_width; i-- > 0;) {
        if ((decimal_width - 1 - i) % 4 == 0) four = divide_by_ten_thousand(limbs);
        const std::uint32_t rest = tenth(four);
        digits[i] = static_cast<char>('0' + (four - 10 * rest));
        four = rest;
    }
    return digits;
}

std::uint32_t from_decimal(std::string_view text, Number& out) {
    if (text.empty() || text.size() >= decimal_width) return 0;
    std::uint32_t good = ~std::uint32_t{0};
    Limbs limbs{};
    for (std::size_t at = 0; at < text.size(); at += 9) {  // nine digits fit 32 bits, and so does 10^9
        std::uint64_t digits = 0, power = 1;
        for (const char c : text.substr(at, 9)) {
            const auto digit = static_cast<std::uint32_t>(static_cast<unsigned char>(c)) - std::uint32_t{'0'};
            good &= below(digit & 0x7fffffff, 10) & spread(~(digit >> 31));
            digits = 10 * digits + (digit & 0xf);
            power *= 10;
        }
        for (auto& limb : limbs) {
            digits += limb * power;
            limb = static_cast<std::uint32_t>(digits);
            digits >>= 32;
        }
    }
    if (text.size() > 1) {
        const auto first =
            static_cast<std::uint32_t>(static_cast<unsigned char>(text.front())) - std::uint32_t{'0'};
        good &= ~below(first & 0xff, 1);
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<std::uint8_t>(limbs[i / 4] >> (8 * (i % 4)));
    return good;
}

std::uint32_t less_mask(const Number& a, const Number& b) {
    std::uint32_t borrow = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        borrow = ((std::uint32_t{a[i]} - std::uint32_t{b[i]} - borrow) >> 31) & 1;
    return spread(borrow);
}

}  // namespace minhtin
