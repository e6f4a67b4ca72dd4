#pragma once
// One input tried on crypto/vartime and on libsodium: decoding, membership, sums, eight products with and
// without lanes, encodings. A difference is a Bug. The bytes are read as they come, with zeros after the end;
// random bytes and a fuzzer's do alike.
#include <string_view>

namespace minhtin {

void same_as_libsodium(std::string_view bytes);

// How many bytes one input can use.
inline constexpr std::size_t differential_input_bytes = 32 + 32 + 8 * 100;

}  // namespace minhtin
