#pragma once
// A source of uniform bytes, handed in by the caller: main holds the system's, tests a seeded one.
#include <cstdint>
#include <span>
#include <string>

namespace minhtin {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;
};

// The operating system's generator through libsodium. Aborts the process if there is none.
class SystemRandom : public Random {
public:
    void fill(std::span<std::uint8_t> out) override;
};

// n characters, each uniform over the 58 of Base58 (protocol.md 5.1), by rejection.
std::string random_base58(Random& random, std::size_t n);
// n bytes as lower-case hex.
std::string random_hex(Random& random, std::size_t bytes);

}  // namespace minhtin
