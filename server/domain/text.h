#pragma once
// Vietnamese text: one spelling (NFC) inside, tolerant comparison at the border. All functions take valid
// UTF-8 but `is_utf8`, which takes any bytes.
#include <string>
#include <string_view>

namespace minhtin {

// Shortest forms only, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);

// True when a control character (C0 but none excepted, DEL, C1) or a direction override stands in the text.
bool has_control(std::string_view text);

// NFC, outer white space gone, inner runs of white space (no-break spaces too) one space.
std::string tidy(std::string_view text);

// What two spellings share: no diacritics, đ as d, lower case, tidy. "Đơn vị" and "DON VI" give "don vi".
std::string fold(std::string_view text);

// Vietnamese order (vi collation): negative, zero or positive. Never zero for different tidy texts.
int compare_vi(std::string_view a, std::string_view b);

// Number of characters as people count them in a limit (code points).
std::size_t length(std::string_view text);

}  // namespace minhtin
