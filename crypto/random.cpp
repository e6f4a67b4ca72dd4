#include "crypto/random.h"

#include <sodium.h>

#include <cstdlib>

#include "crypto/bytes.h"

namespace minhtin {
namespace {

constexpr std::string_view base58_alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

}  // namespace

void SystemRandom::fill(std::span<std::uint8_t> out) {
    if (sodium_init() < 0) std::abort();
    randombytes_buf(out.data(), out.size());
}

std::string random_base58(Random& random, std::size_t n) {
    // 232 = 4 * 58: bytes from there on would favour the first letters.
    constexpr std::uint8_t limit = 232;
    std::string out;
    out.reserve(n);
    while (out.size() < n) {
        std::array<std::uint8_t, 1> byte{};
        random.fill(byte);
        if (byte[0] < limit) out.push_back(base58_alphabet[byte[0] % base58_alphabet.size()]);
    }
    return out;
}

std::string random_hex(Random& random, std::size_t bytes) {
    Bytes out(bytes);
    random.fill(out);
    return to_hex(out);
}

}  // namespace minhtin
