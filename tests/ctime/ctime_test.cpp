// crypto_ctime OPERATION: runs one operation with poisoned secrets. Under valgrind, any branch or address
// that depends on them is an error. Results are not looked at: that would be a branch.
#include <sodium.h>
#include <valgrind/memcheck.h>

#include <cstdio>
#include <functional>
#include <map>
#include <string>

#include "crypto/channel.h"
#include "crypto/credential.h"
#include "crypto/decimal.h"
#include "crypto/proofs.h"
#include "crypto/signature.h"
#include "crypto/threshold.h"

namespace minhtin {
namespace {

// Bytes that valgrind takes for secrets.
struct PoisonedRandom : Random {
    void fill(std::span<std::uint8_t> out) override {
        randombytes_buf(out.data(), out.size());
        VALGRIND_MAKE_MEM_UNDEFINED(out.data(), out.size());
    }
};

PoisonedRandom poisoned;

SecretScalar secret() {
    return SecretScalar::random(poisoned);
}

SecretString poison(std::string text) {
    SecretString s(std::move(text));
    VALGRIND_MAKE_MEM_UNDEFINED(s.expose().data(), s.expose().size());
    return s;
}

const Element& public_element() {
    static const Element e = base(Scalar(12345));
    return e;
}

void leak() {
    const SecretScalar s = secret();
    if (s.expose().bytes()[0] & 1) std::puts("odd");
}

void credential() {
    base(derive_credential("uuid", poison("zD8Jr-ZF59CF-4Wbc4-ybMtti")));
}

void seed_keys() {
    const SecretString seed = poison("Kw8Q1uF5iBqpLLhPvzA5DJ");
    base(signing_key(seed));
    base(opening_key(seed));
    Polynomial::from_seed(seed, 3, 5, 1).commitments();
}

void from_decimal_digits() {
    const SecretString text =
        poison("6047272937739548038419331563236079124942765890002678811745568703301104174741");
    Number n;
    from_decimal(text.expose(), n);
    less_mask(n, Number{1});
}

void encrypt_vote() {
    std::uint64_t vote = 1;
    VALGRIND_MAKE_MEM_UNDEFINED(&vote, sizeof vote);
    encrypt(public_element(), vote, poisoned);
}

void decrypt(Proof (*prove)(std::string_view, const SecretScalar&, const Element&, const Element&, Random&)) {
    const SecretScalar key = secret();
    const Element factor = decryption_factor(key, {public_element(), {}});
    prove("fingerprint", key, public_element(), factor, poisoned);
}

void share() {
    std::vector<SecretScalar> coefficients;
    for (int i = 0; i < 3; ++i) coefficients.push_back(secret());
    Polynomial(std::move(coefficients)).share(2);
}

// From the recipient's key to the message's; what comes after is OpenSSL's.
void receive_channel_key() {
    const Element alpha = base(Scalar(5)), beta = base(Scalar(6));
    channel_key(beta - secret() * alpha, alpha);
}

const std::map<std::string, std::function<void()>> operations{
    {"leak", leak},
    {"leak-into-public", [] { base_combine(Scalar(1), base(secret()), Scalar(2)); }},
    {"base", [] { base(secret()); }},
    {"multiply", [] { secret() * public_element(); }},
    {"respond", [] { respond(secret(), Scalar(3), secret()); }},
    {"to-decimal", [] { to_decimal(secret().expose().bytes()); }},
    {"from-decimal", from_decimal_digits},
    {"random", [] { secret() + secret() - secret() * Scalar(2); }},
    {"reduce", [] { SecretScalar::reduce(as_bytes(poison(std::string(100, 'x')).expose())); }},
    {"credential", credential},
    {"seed-keys", seed_keys},
    {"encrypt", encrypt_vote},
    {"prove-key", [] { prove_key(secret(), poisoned); }},
    {"sign-ballot", [] { sign_ballot(secret(), "hash", poisoned); }},
    {"sign", [] { sign(secret(), "message", poisoned); }},
    {"prove-range",
     [] { prove_range("s", public_element(), encrypt(public_element(), 1, poisoned), 1, 0, 1, poisoned); }},
    {"decryption-factor",
     [] {
         decryption_factor(secret(), {public_element(), {}});
     }},
    {"prove-decryption", [] { decrypt(prove_decryption); }},
    {"prove-decryption-strongly", [] { decrypt(prove_decryption_strongly); }},
    {"share", share},
    {"channel-key", receive_channel_key},
};

}  // namespace
}  // namespace minhtin

int main(int argc, char** argv) {
    const auto found = minhtin::operations.find(argc == 2 ? argv[1] : "");
    if (found == minhtin::operations.end()) {
        std::fputs("usage: crypto_ctime OPERATION\n", stderr);
        return 2;
    }
    found->second();
    return 0;
}
