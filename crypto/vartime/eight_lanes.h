#pragma once
// Eight products, or eight decodings, at once with AVX-512 IFMA, for public data only: each of eight lanes of
// a register calculates its own product, all in step. Only eight_lanes.cpp and eight_decode.cpp know
// the instructions and are compiled for them; who calls asks has_eight_lanes() first, which asks the CPU. The
// results are those of multiply.h.
#include <cstdint>

namespace minhtin::vartime {

inline constexpr int lane_count = 8;

// This build has the code, this CPU the instructions, and nobody asked for portable code (use.h). In
// eight_products.cpp.
bool has_eight_lanes();

// Lane l holds n_l p_l + m_l f_l in the end. n and m come as the digits of write_windows (digits.h), width 5
// and 8; f as the rows of its FixedTable.
struct EightProducts {
    static constexpr int windows = 51, rows = 32, entries = 129;

    alignas(
        64) std::uint64_t point[4][5][lane_count];  // X, Y, Z, T of p; of the product when done. Tight limbs
    std::int16_t digits[windows][lane_count];
    std::int16_t fixed_digits[rows][lane_count];
    const std::uint64_t* fixed[lane_count];
};
void evaluate_eight(EightProducts& products);

// Bit l of `odd` is the wanted lowest bit of x in lane l. Lane l holds a member afterwards, with Z = 1, if
// bit l of the answer is set; otherwise there is none, and what the lane holds means nothing.
struct EightDecodings {
    alignas(64) std::uint64_t y[5][lane_count];  // reduced
    std::uint8_t odd;
    alignas(64) std::uint64_t point[4][5][lane_count];
};
std::uint8_t decode_eight(EightDecodings& decodings);

}  // namespace minhtin::vartime
