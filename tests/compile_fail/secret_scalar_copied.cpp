// A key is cloned on purpose or not at all.
#include "crypto/group.h"

void keep(minhtin::SecretScalar) {}

int main() {
    minhtin::SecretScalar key;
    keep(key.clone());
#ifdef WRONG
    keep(key);
#endif
}
