#include "tests/support/seeded_random.h"

#include <algorithm>
#include <array>

#include "crypto/ensure.h"
#include "crypto/hash.h"

namespace minhtin {

void SeededRandom::fill(std::span<std::uint8_t> out) {
    while (!out.empty()) {
        const Digest digest = sha256(seed_ + "|" + std::to_string(block_++));
        const std::size_t n = std::min(out.size(), digest.size());
        std::copy_n(digest.begin(), n, out.begin());
        out = out.subspan(n);
    }
}

std::uint64_t SeededRandom::below(std::uint64_t n) {
    std::array<std::uint8_t, 8> bytes{};
    fill(bytes);
    std::uint64_t number = 0;
    for (const auto b : bytes) number = (number << 8) | b;
    return number % n;
}

void ScriptedRandom::fill(std::span<std::uint8_t> out) {
    ENSURE(!numbers_.empty() && !out.empty());
    std::fill(out.begin(), out.end(), std::uint8_t{0});
    out.back() = numbers_.front();
    numbers_.pop_front();
}

}  // namespace minhtin
