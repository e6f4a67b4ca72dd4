#pragma once
// Time comes in as an argument. What is written beside people and votes knows the day only; instants exist
// for sessions and limits, and are kept in memory only.
#include <chrono>

#include "server/domain/day.h"

namespace minhtin {

using Instant = std::chrono::steady_clock::time_point;

class Clock {
public:
    virtual ~Clock() = default;
    virtual Day today() const = 0;  // in Asia/Ho_Chi_Minh
    virtual Instant instant() const = 0;
};

class SystemClock : public Clock {
public:
    Day today() const override;
    Instant instant() const override;
};

}  // namespace minhtin
