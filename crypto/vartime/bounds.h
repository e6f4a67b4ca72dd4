#pragma once
// LIMB_BOUND(cond): what the argument of a header about the size of limbs says, checked in debug builds. In
// release it costs nothing, because these lines run hundreds of thousands of times a ballot.
#include "crypto/ensure.h"

#ifdef NDEBUG
#define LIMB_BOUND(cond) static_cast<void>(0)
#else
#define LIMB_BOUND(cond) ENSURE(cond)
#endif
