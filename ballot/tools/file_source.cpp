#include "ballot/tools/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace minhtin {
namespace {

[[noreturn]] void fail(int code, const std::string& path) {
    throw std::system_error(code, std::generic_category(), path);
}

}  // namespace

// O_NONBLOCK: opening a pipe that nobody writes to would wait for ever; a regular file knows no difference.
FileSource::FileSource(const std::string& path)
    : path_(path), fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    if (fd_ < 0) fail(errno, path_);
    struct stat about {};
    const int failed = ::fstat(fd_, &about) == 0 ? 0 : errno;
    if (failed != 0 || !S_ISREG(about.st_mode)) {
        ::close(fd_);
        fail(failed != 0 ? failed : EINVAL, path_);
    }
    size_ = static_cast<std::uint64_t>(about.st_size);
}

FileSource::~FileSource() {
    ::close(fd_);
}

void FileSource::read(std::uint64_t offset, std::span<char> out) const {
    while (!out.empty()) {
        const ssize_t n = ::pread(fd_, out.data(), out.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(errno, path_);
        if (n == 0) fail(EIO, path_ + ": became shorter while it was read");
        out = out.subspan(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
}

}  // namespace minhtin
