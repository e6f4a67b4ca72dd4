#pragma once
// Words in both languages, and what is wrong with one place of a table that somebody handed in.
#include <cstddef>
#include <string>

namespace minhtin {

struct Sentence {
    std::string vi, en;
    bool operator==(const Sentence&) const = default;
};

// line counts from 1 as an editor shows it (0: the whole file); column is its header as written, may be
// empty.
struct Problem {
    std::size_t line = 0;
    std::string column, value, code;
    Sentence says;
};

}  // namespace minhtin
