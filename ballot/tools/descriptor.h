#pragma once
// An open file that is closed when this ends.
#include <string>

namespace minhtin {

// Throws std::system_error: what happened (errno unless given), and to what.
[[noreturn]] void fail(const std::string& path);
[[noreturn]] void fail(const std::string& path, int code);

class Descriptor {
public:
    // What open() gave; throws if that was a failure.
    Descriptor(int fd, const std::string& path);
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

}  // namespace minhtin
