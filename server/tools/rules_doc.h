#pragma once
// docs/rules.md: what the built-in regulations say, how sure each statement is, which rules answer the 25 of
// the field, and what the sources ask for. Written from the profiles, so that it cannot say something else.
#include <ostream>
#include <span>
#include <string_view>

namespace minhtin {

void print_rules_document(std::ostream& out);

// A rule that people of the field know by number, and the ids that carry it ("band-*": all that begin so).
struct KnownRule {
    int number;
    std::string_view vi, en;
    std::string_view ids;  // separated by spaces
};
std::span<const KnownRule> known_rules();

// A sentence of a source and what answers it: a rule or a setting of a profile.
struct SourceLine {
    std::string_view source, vi, profile, ids;
};
std::span<const SourceLine> source_lines();
std::string_view document_head();

}  // namespace minhtin
