#include "ballot/tools/descriptor.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace minhtin {

void fail(const std::string& path) {
    fail(path, errno);
}

void fail(const std::string& path, int code) {
    throw std::system_error(code, std::generic_category(), path);
}

Descriptor::Descriptor(int fd, const std::string& path) : fd_(fd) {
    if (fd_ < 0) fail(path);
}

Descriptor::~Descriptor() {
    ::close(fd_);
}

}  // namespace minhtin
