#include "tests/support/worked_examples.h"

#include <fstream>
#include <iterator>
#include <regex>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

const std::string& whole_file() {
    static const std::string text = vector_file("worked_examples.md");
    return text;
}

std::string between(std::string_view text, std::string_view open, std::string_view close) {
    const auto from = text.find(open);
    ENSURE(from != std::string_view::npos);
    const auto start = from + open.size();
    const auto end = text.find(close, start);
    ENSURE(end != std::string_view::npos);
    return std::string(text.substr(start, end - start));
}

}  // namespace

std::string vector_file(std::string_view name) {
    std::ifstream in(MINHTIN_SOURCE_DIR "/tests/vectors/" + std::string(name), std::ios::binary);
    std::string all{std::istreambuf_iterator<char>(in), {}};
    ENSURE(!all.empty());
    return all;
}

std::string worked_section(std::string_view title) {
    const std::string& all = whole_file();
    const auto at = all.find(title);
    ENSURE(at != std::string::npos);
    return all.substr(at, all.find("\n#", at) - at);
}

std::string line_after(std::string_view text, std::string_view label) {
    return between(text, label, "\n");
}

std::string member(std::string_view text, std::string_view name) {
    return between(text, "\"" + std::string(name) + "\":\"", "\"");
}

std::vector<std::string> quoted_numbers(std::string_view text) {
    static const std::regex number("['\"]([0-9]+)['\"]");
    const std::string s(text);
    std::vector<std::string> out;
    for (std::sregex_iterator i(s.begin(), s.end(), number), end; i != end; ++i) out.push_back((*i)[1]);
    return out;
}

std::vector<WorkedHash> worked_hashes() {
    const std::string& all = whole_file();
    std::vector<WorkedHash> out;
    for (std::size_t at = all.find("\n### "); at != std::string::npos; at = all.find("\n### ", at + 1)) {
        const std::string section = all.substr(at + 5, all.find("\n#", at + 1) - at - 5);
        if (section.find("\ninput, ") == std::string::npos) continue;
        out.push_back({section.substr(0, section.find('\n')), between(section, "bytes:\n```\n", "\n```"),
                       between(section, "SHA-256: `", "`"), between(section, "scalar (mod q): `", "`"),
                       section});
    }
    return out;
}

}  // namespace minhtin
