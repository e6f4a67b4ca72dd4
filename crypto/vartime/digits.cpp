#include "crypto/vartime/digits.h"

#include "crypto/ensure.h"

namespace minhtin::vartime {
namespace {

// 256 bits and a word of zeros above, so that a window may reach over the end.
struct Words {
    std::uint64_t w[5] = {};
    explicit Words(const Scalar& n) {
        for (std::size_t i = 0; i < 32; ++i) w[i / 8] |= std::uint64_t{n.bytes()[i]} << (8 * (i % 8));
    }
    int window(unsigned at, unsigned width) const {
        const unsigned word = at / 64, shift = at % 64;
        std::uint64_t bits = w[word] >> shift;
        if (shift != 0) bits |= w[word + 1] << (64 - shift);
        return static_cast<int>(bits & ((std::uint64_t{1} << width) - 1));
    }
};

}  // namespace

// From the lowest bit up: at an odd rest take the window that makes the next width - 1 bits zero.
Naf non_adjacent_form(const Scalar& n, int width) {
    ENSURE(width >= 2 && width <= 8);
    const Words words(n);
    Naf digits{};
    int carry = 0;
    for (int at = 0; at < naf_length;) {
        if (((words.window(static_cast<unsigned>(at), 1) + carry) & 1) == 0) {
            ++at;
            continue;
        }
        int digit = words.window(static_cast<unsigned>(at), static_cast<unsigned>(width)) + carry;
        carry = digit >> (width - 1);
        digit -= carry << width;
        digits[static_cast<std::size_t>(at)] = static_cast<std::int8_t>(digit);
        at += width;
    }
    ENSURE(carry == 0);
    return digits;
}

void write_windows(const Scalar& n, unsigned width, std::span<std::int16_t> digits) {
    ENSURE(width >= 1 && width <= 8 && digits.size() * width >= 254 && digits.size() * width < 254 + width);
    const Words words(n);
    int carry = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = words.window(static_cast<unsigned>(i) * width, width) + carry;
        carry = digit > (1 << (width - 1)) ? 1 : 0;
        digits[i] = static_cast<std::int16_t>(digit - (carry << width));
    }
    ENSURE(carry == 0);
}

}  // namespace minhtin::vartime
