#pragma once
// The seven points of order 2, 4 and 8 on the curve of Ed25519, in libsodium's order of bytes.
#include <algorithm>
#include <array>
#include <vector>

#include "crypto/bytes.h"

namespace minhtin {

inline std::vector<std::array<std::uint8_t, 32>> small_order_points() {
    std::vector<std::array<std::uint8_t, 32>> out;
    for (const auto* hex : {
             "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",  // 2
             "0000000000000000000000000000000000000000000000000000000000000000",  // 4
             "0000000000000000000000000000000000000000000000000000000000000080",
             "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",  // 8
             "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
             "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
             "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
         }) {
        const Bytes bytes = from_hex(hex).value();
        std::copy(bytes.begin(), bytes.end(), out.emplace_back().begin());
    }
    return out;
}

}  // namespace minhtin
