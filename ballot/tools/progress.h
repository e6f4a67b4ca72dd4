#pragma once
// One line on the terminal that says how far an audit is, and that is gone when the report comes.
#include <chrono>
#include <string>

#include "ballot/audit.h"

namespace minhtin {

// Writes to standard error, at once and then every tenth of a second.
class ProgressLine {
public:
    ProgressLine() = default;
    ~ProgressLine() { erase(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const AuditProgress& now);
    void erase();

private:
    using Clock = std::chrono::steady_clock;
    const Clock::time_point began_ = Clock::now();
    Clock::time_point next_ = began_;
    bool shown_ = false;
};

// "42 % · 21000 phiếu/ballots · 540/s"; the rate is left out of the first second, when it says little.
std::string progress_text(const AuditProgress& now, std::chrono::duration<double> since);

}  // namespace minhtin
