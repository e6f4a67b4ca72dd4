// A refusal cannot be overlooked. (A warning everywhere, an error with -Werror.)
#include "crypto/result.h"
#pragma GCC diagnostic error "-Wunused-result"

minhtin::Result<void, int> try_it() {
    return minhtin::Refused{1};
}

int main() {
    if (!try_it()) return 1;
#ifdef WRONG
    try_it();
#endif
}
