// Comparing keys takes a time that depends on them.
#include "crypto/group.h"

int main() {
    minhtin::SecretScalar a, b;
    bool same = minhtin::base(a) == minhtin::base(b);
#ifdef WRONG
    same = a == b;
#endif
    return same;
}
