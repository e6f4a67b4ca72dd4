#pragma once

namespace minhtin::vartime {

// Eight at a time where the CPU can (eight_lanes.h), or the portable code everywhere; the results are the
// same.
enum class Use { fastest, portable };

}  // namespace minhtin::vartime
