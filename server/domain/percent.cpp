#include "server/domain/percent.h"

#include "crypto/ensure.h"

namespace minhtin {

std::int64_t percent_hundredths(std::int64_t count, std::int64_t base) {
    ENSURE(base >= 1 && base <= largest_count && count >= 0 && count <= base);
    return (2 * 10'000 * count + base) / (2 * base);
}

std::string percent(std::int64_t count, std::int64_t base) {
    const std::int64_t hundredths = percent_hundredths(count, base);
    const std::string tail = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (tail.size() == 1 ? ".0" : ".") + tail;
}

}  // namespace minhtin
