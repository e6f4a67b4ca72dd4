// vartime_differential COUNT [SEED]: so many random inputs, each with eight products, on crypto/vartime and
// on libsodium. Ends at the first difference.
#include <cstdio>
#include <cstdlib>

#include "tests/support/group_differential.h"
#include "tests/support/seeded_random.h"

int main(int argc, char** argv) {
    using namespace minhtin;
    const long count = argc > 1 ? std::atol(argv[1]) : 0;
    if (argc > 3 || count <= 0) {
        std::fputs("usage: vartime_differential COUNT [SEED]\n", stderr);
        return 2;
    }
    SeededRandom random(argc > 2 ? argv[2] : "differential");
    std::string bytes(differential_input_bytes, '\0');
    for (long i = 0; i < count; ++i) {
        random.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
        same_as_libsodium(bytes);
    }
    std::printf("%ld inputs, %ld products in each of two ways: no difference\n", count, 8 * count);
    return 0;
}
