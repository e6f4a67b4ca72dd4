#pragma once
// Randomness for tests: the same bytes on every run for the same seed.
#include <cstdint>
#include <deque>
#include <string>

#include "crypto/random.h"

namespace minhtin {

class SeededRandom : public Random {
public:
    explicit SeededRandom(std::string seed) : seed_(std::move(seed)) {}
    void fill(std::span<std::uint8_t> out) override;
    // Uniform enough for choosing test cases: a number below n.
    std::uint64_t below(std::uint64_t n);

private:
    std::string seed_;
    std::uint64_t block_ = 0;
};

// Each call of fill is answered with a given small number, big-endian, so that SecretScalar::random gives
// exactly it. Running out of numbers is a Bug.
class ScriptedRandom : public Random {
public:
    explicit ScriptedRandom(std::deque<std::uint8_t> numbers) : numbers_(std::move(numbers)) {}
    void fill(std::span<std::uint8_t> out) override;

private:
    std::deque<std::uint8_t> numbers_;
};

}  // namespace minhtin
