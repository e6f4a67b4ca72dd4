#pragma once
// Byte strings and their spellings. Each decoder takes exactly one spelling of a value.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minhtin {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// The bytes of a text, and a text of bytes; nothing is checked or changed.
inline ByteView as_bytes(std::string_view s) {
    return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()};
}
inline std::string_view as_text(ByteView b) {
    return {reinterpret_cast<const char*>(b.data()), b.size()};
}

// Lower-case hexadecimal. from_hex refuses odd lengths and every character but 0-9 and a-f.
std::string to_hex(ByteView b);
std::optional<Bytes> from_hex(std::string_view s);

// Standard base64 (+ and /) without padding, the form of Belenios fingerprints and trackers (protocol.md 2).
// from_base64 refuses padding, other alphabets, white space and non-zero spare bits.
std::string to_base64(ByteView b);
std::optional<Bytes> from_base64(std::string_view s);

// Compares in a time that depends only on the lengths.
bool equal_ct(ByteView a, ByteView b);

}  // namespace minhtin
