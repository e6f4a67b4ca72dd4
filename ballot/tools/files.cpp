#include "ballot/tools/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "ballot/tools/descriptor.h"

namespace minhtin {
namespace {

constexpr std::size_t max_file = 16u << 20;

std::string read_all(int fd, const std::string& path) {
    std::string content;
    char buffer[1 << 14];
    while (true) {
        const ssize_t n = ::read(fd, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(path);
        if (n == 0) return content;
        content.append(buffer, static_cast<std::size_t>(n));
        if (content.size() > max_file) fail(path, EFBIG);
    }
}

}  // namespace

std::string read_file(const std::string& path) {
    if (path == "-") return read_all(STDIN_FILENO, "standard input");
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC), path);
    return read_all(file.get(), path);
}

void write_new_private_file(const std::string& path, const std::string& content) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), path);
    for (std::size_t done = 0; done < content.size();) {
        const ssize_t n = ::write(file.get(), content.data() + done, content.size() - done);
        if (n < 0 && errno != EINTR) fail(path);
        if (n > 0) done += static_cast<std::size_t>(n);
    }
    if (::fsync(file.get()) != 0) fail(path);
}

void replace_private_file(const std::string& path, const std::string& content) {
    const std::string next = path + ".new";
    write_new_private_file(next, content);
    if (::rename(next.c_str(), path.c_str()) != 0) fail(path);
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), folder);
    if (::fsync(opened.get()) != 0) fail(folder);
}

}  // namespace minhtin
