#pragma once
// Which rules an election's archive must obey. An election that Minh Tín runs announces the hardened profile
// in an extra field of its JSON, `"profile":"minhtin-hardened-1"`; it is covered by the fingerprint, and
// belenios-tool ignores it. For such an election the verifier demands what version 1 leaves open: decryption
// proofs that bind the ciphertext, coefficients committed to in the certificates, agreement of surplus
// shares, no invalid share at all, and one spelling for everything.
#include <string_view>

namespace minhtin {

enum class Profile { version_1, hardened };

constexpr std::string_view hardened_profile_name = "minhtin-hardened-1";

}  // namespace minhtin
