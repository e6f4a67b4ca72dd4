// A key does not go into a log.
#include <iostream>

#include "crypto/group.h"

int main() {
    minhtin::SecretScalar key;
    std::cout << minhtin::base(key).encode();
#ifdef WRONG
    std::cout << key;
#endif
}
