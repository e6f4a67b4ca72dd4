// The libFuzzer entry; MINHTIN_FUZZ_TARGET is the function of targets.h that is fuzzed.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    minhtin::MINHTIN_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
    return 0;
}
