// A Secret may be moved, not copied.
#include "crypto/secret.h"

int main() {
    minhtin::SecretString a(std::string("secret"));
    minhtin::SecretString b(std::move(a));
#ifdef WRONG
    minhtin::SecretString c(b);
#endif
}
