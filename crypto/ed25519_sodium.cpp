#include "crypto/ed25519_sodium.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>

#include "crypto/declassify.h"
#include "crypto/ed25519_membership.h"
#include "crypto/ensure.h"

namespace minhtin::sodium {
namespace {

// libsodium reports a product that is the identity as a failure. The answer is chosen without a branch.
Raw identity_if_failed(int status, const Raw& product) {
    const auto failed = static_cast<std::uint8_t>(status >> 8);  // 0 or -1
    Raw out;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<std::uint8_t>((product[i] & ~failed) | (identity[i] & failed));
    return out;
}

// Before anything else runs: without it libsodium uses its slowest code and no locks.
[[maybe_unused]] const bool sodium_ready = [] {
    if (sodium_init() < 0) std::abort();
    return true;
}();

}  // namespace

Raw multiply(const Raw& n, const Raw& p) {
    if (p == identity) return identity;
    Raw product{};
    const int status = crypto_scalarmult_ed25519_noclamp(product.data(), n.data(), p.data());
    return identity_if_failed(status, product);
}

Raw multiply_base(const Raw& n) {
    Raw product{};
    const int status = crypto_scalarmult_ed25519_base_noclamp(product.data(), n.data());
    return identity_if_failed(status, product);
}

Raw add(const Raw& p, const Raw& q) {
    Raw out;
    const int status = crypto_core_ed25519_add(out.data(), p.data(), q.data());
    ENSURE(declassify(status) == 0);  // whether both are on the curve: they always are
    return out;
}

Raw subtract(const Raw& p, const Raw& q) {
    Raw out;
    const int status = crypto_core_ed25519_sub(out.data(), p.data(), q.data());
    ENSURE(declassify(status) == 0);
    return out;
}

bool is_member(const Raw& p) {
    if (p == identity) return true;
    return library_tests_membership() ? is_member_by_library(p) : is_member_by_order(p);
}

std::optional<Raw> from_belenios(std::string_view hex) {
    if (hex.size() != 64) return std::nullopt;
    const auto bytes = from_hex(hex);
    if (!bytes) return std::nullopt;
    Raw raw;
    std::copy(bytes->rbegin(), bytes->rend(), raw.begin());
    return raw;
}

std::string to_belenios(Raw bytes) {
    std::reverse(bytes.begin(), bytes.end());
    return to_hex(bytes);
}

}  // namespace minhtin::sodium
