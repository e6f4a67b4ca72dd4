#include "server/app/clock.h"

#include "crypto/ensure.h"

namespace minhtin {

Day SystemClock::today() const {
    // Việt Nam has kept UTC+7 without summer time since 1975.
    auto local = std::chrono::system_clock::now() + std::chrono::hours(7);
    std::chrono::year_month_day d{std::chrono::floor<std::chrono::days>(local)};
    auto day = Day::of(static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
                       static_cast<int>(static_cast<unsigned>(d.day())));
    ENSURE(day);
    return *day;
}

Instant SystemClock::instant() const {
    return std::chrono::steady_clock::now();
}

}  // namespace minhtin
