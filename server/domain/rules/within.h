#pragma once
// A sentence of a regulation after words of ours and a colon.
#include <string>

namespace minhtin {

// With a small first letter. A word all in capitals stays, and so does one that begins with an accent.
inline std::string within(std::string text) {
    const auto capital = [&](std::size_t at) {
        return at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
    };
    if (capital(0) && !capital(1)) text[0] = char(text[0] - 'A' + 'a');
    return text;
}

}  // namespace minhtin
