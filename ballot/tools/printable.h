#pragma once
// Bytes from a file may hold anything; a terminal must not obey them.
#include <string>
#include <string_view>

namespace minhtin {

// The UTF-8 text with a "?" for each control character (C0, delete, and C1, of two bytes).
inline std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const unsigned char next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        const bool c1 = byte == 0xc2 && next >= 0x80 && next < 0xa0;
        if (c1) ++i;
        out += c1 || byte < 0x20 || byte == 0x7f ? '?' : text[i];
    }
    return out;
}

}  // namespace minhtin
