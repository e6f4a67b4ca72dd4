#include "crypto/proof_prefixes.h"

#include <initializer_list>

namespace minhtin {
namespace {

std::string text(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const auto part : parts) out += part;
    return out;
}

}  // namespace

std::string key_prefix(const Element& public_key) {
    return text({"pok|", group_name(), "|", public_key.encode(), "|"});
}

std::string ballot_prefix(std::string_view hash) {
    return text({"sig|", hash, "|"});
}

std::string range_prefix(std::string_view statement) {
    return text({"prove|", statement, "|"});
}

std::string ciphertext_text(const Element& alpha, const Element& beta) {
    return text({alpha.encode(), ",", beta.encode(), "|"});
}

std::string blank_prefix(std::string_view statement) {
    return text({"bproof0|", statement, "|"});
}

std::string overall_prefix(std::string_view statement) {
    return text({"bproof1|", statement, "|"});
}

std::string decryption_prefix(std::string_view fingerprint, const Element& public_key) {
    return text({"decrypt|", fingerprint, "|", public_key.encode(), "|"});
}

std::string strong_prefix(std::string_view fingerprint, const Element& public_key, const Element& alpha,
                          const Element& factor) {
    return text({"decrypt-strong|", fingerprint, "|", public_key.encode(), "|", alpha.encode(), ",",
                 factor.encode(), "|"});
}

}  // namespace minhtin
