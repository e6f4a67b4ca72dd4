// A public number does not become a key, nor a key a public number, without a word.
#include "crypto/group.h"

minhtin::Scalar publish(const minhtin::Scalar& s) {
    return s;
}

int main() {
    minhtin::SecretScalar key;
    publish(key.expose());
#ifdef WRONG
    publish(key);
#endif
}
