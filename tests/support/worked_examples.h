#pragma once
// tests/vectors/worked_examples.md, numbers of elections that belenios-tool made, as a table of texts.
#include <string>
#include <string_view>
#include <vector>

namespace minhtin {

// One hash of the file: what is hashed, the digest in hex, the scalar in decimal.
struct WorkedHash {
    std::string title, input, digest, scalar;
    std::string section;  // the whole text under the title
};
std::vector<WorkedHash> worked_hashes();

// A whole file of tests/vectors.
std::string vector_file(std::string_view name);

// The text from the line that contains `title` up to the next title.
std::string worked_section(std::string_view title);
// What stands between `label` and the end of its line.
std::string line_after(std::string_view text, std::string_view label);
// The value of the first string member of that name, if its text needs no unescaping.
std::string member(std::string_view text, std::string_view name);
// Every quoted run of digits: 'n' or "n".
std::vector<std::string> quoted_numbers(std::string_view text);

}  // namespace minhtin
