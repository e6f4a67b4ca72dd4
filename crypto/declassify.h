#pragma once
// declassify(x): from here on x is public, although secrets went into it: a commitment, a response, a public
// key. Says so to the reader, and in the constant-time tests (tests/ctime) to valgrind; otherwise it does
// nothing.
#ifdef MINHTIN_CTIME
#include <valgrind/memcheck.h>
#endif

namespace minhtin {

template <class T>
T declassify(T value) {
#ifdef MINHTIN_CTIME
    VALGRIND_MAKE_MEM_DEFINED(&value, sizeof value);
#endif
    return value;
}

}  // namespace minhtin
