// A nonce is given up by the response that uses it.
#include "crypto/group.h"

int main() {
    minhtin::SecretScalar nonce, key;
    const minhtin::Scalar challenge(3);
#ifdef WRONG
    minhtin::respond(nonce, challenge, key);
#endif
    minhtin::respond(std::move(nonce), challenge, key);
}
