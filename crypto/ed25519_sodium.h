#pragma once
// Points in libsodium's 32 bytes, and its constant-time arithmetic on them: what secrets are calculated with.
// The identity is an ordinary value here. Belenios writes the bytes in the reverse order, in hex.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/group.h"

namespace minhtin::sodium {

using Raw = std::array<std::uint8_t, 32>;
inline constexpr Raw identity = {1};

// n is reduced, p and q are members.
Raw multiply(const Raw& n, const Raw& p);
Raw multiply_base(const Raw& n);
Raw add(const Raw& p, const Raw& q);
Raw subtract(const Raw& p, const Raw& q);

bool is_member(const Raw& p);

// 64 lower-case hex digits, and nothing else.
std::optional<Raw> from_belenios(std::string_view hex);
std::string to_belenios(Raw bytes);

}  // namespace minhtin::sodium
