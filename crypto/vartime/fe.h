#pragma once
// A number of the field as five limbs of 51 bits (field.h says what may be done with it). Apart from field.h
// so that files compiled for special CPUs can know constants and share no code with others.
#include <cstdint>

namespace minhtin::vartime {

struct Fe {
    std::uint64_t v[5];
};

inline constexpr std::uint64_t limb_mask = (std::uint64_t{1} << 51) - 1;
inline constexpr Fe fe_zero{}, fe_one{{1, 0, 0, 0, 0}};

}  // namespace minhtin::vartime
