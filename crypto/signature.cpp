#include "crypto/signature.h"

#include <array>

#include "crypto/declassify.h"
#include "crypto/ensure.h"
#include "crypto/transcript.h"

namespace minhtin {
namespace {

Scalar challenge(std::string_view message, const Element& commitment) {
    SecretString prefix;  // the message may be a letter that nobody else shall read
    prefix.expose().reserve(message.size() + 8);
    prefix.expose().append("sigmsg|").append(message).append("|");
    return hash_to_scalar(prefix.expose(), std::array{commitment});
}

}  // namespace

Proof sign(const SecretScalar& key, std::string_view message, Random& random) {
    auto nonce = SecretScalar::random(random);
    const Scalar c = challenge(message, declassify(base(nonce)));
    const Proof proof{c, declassify(respond(std::move(nonce), c, key))};
    ENSURE(verify_signature(declassify(base(key)), message, proof));
    return proof;
}

bool verify_signature(const Element& public_key, std::string_view message, const Proof& proof) {
    if (public_key.is_identity()) return false;
    return challenge(message, base_combine(proof.response, public_key, proof.challenge)) == proof.challenge;
}

}  // namespace minhtin
