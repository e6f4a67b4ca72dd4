#pragma once
// ENSURE(cond): always on; for what only we can cause. A broken one throws Bug, which nothing catches but the
// edges (an HTTP request, main), so that no state is written after it.
#include <stdexcept>
#include <string>

namespace minhtin {

struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};

[[noreturn]] inline void bug(const char* what, const char* file, int line) {
    throw Bug(std::string(file) + ":" + std::to_string(line) + ": " + what);
}

}  // namespace minhtin

#define ENSURE(cond) ((cond) ? static_cast<void>(0) : ::minhtin::bug(#cond, __FILE__, __LINE__))
