#include "ballot/tools/progress.h"

#include <cmath>
#include <iostream>

namespace minhtin {
namespace {

constexpr auto pause = std::chrono::milliseconds(100);
constexpr const char* clear_line = "\r\x1b[K";

}  // namespace

void ProgressLine::show(const AuditProgress& now) {
    const auto time = Clock::now();
    if (time < next_) return;
    next_ = time + pause;
    std::cerr << clear_line << progress_text(now, time - began_) << std::flush;
    shown_ = true;
}

void ProgressLine::erase() {
    if (shown_) std::cerr << clear_line << std::flush;
    shown_ = false;
}

std::string progress_text(const AuditProgress& now, std::chrono::duration<double> since) {
    const double share = static_cast<double>(now.bytes) / static_cast<double>(now.all_bytes);
    std::string text = std::to_string(static_cast<int>(100 * share)) + " % · " + std::to_string(now.ballots) +
                       " phiếu/ballots";
    if (since.count() >= 1)
        text += " · " + std::to_string(std::lround(static_cast<double>(now.ballots) / since.count())) + "/s";
    return text;
}

}  // namespace minhtin
