#include "ballot/tools/files.h"

#include <fcntl.h>
#include <termios.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <iostream>
#include <system_error>
#include <vector>

namespace minhtin {
namespace {

constexpr std::size_t max_file = 16u << 20;

[[noreturn]] void fail(const std::string& path) {
    throw std::system_error(errno, std::generic_category(), path);
}

class Descriptor {
public:
    Descriptor(int fd, const std::string& path) : fd_(fd) {
        if (fd_ < 0) fail(path);
    }
    ~Descriptor() { ::close(fd_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

std::string read_all(int fd, const std::string& path) {
    std::string content;
    char buffer[1 << 14];
    while (true) {
        const ssize_t n = ::read(fd, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(path);
        if (n == 0) return content;
        content.append(buffer, static_cast<std::size_t>(n));
        if (content.size() > max_file) {
            errno = EFBIG;
            fail(path);
        }
    }
}

// A line from the terminal, not shown while it is typed.
std::string ask_hidden(const char* question) {
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC), "/dev/tty");
    termios shown{};
    if (::tcgetattr(terminal.get(), &shown) != 0) fail("/dev/tty");
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::cerr << question << std::flush;
    ::tcsetattr(terminal.get(), TCSAFLUSH, &hidden);
    std::string line;
    char c = 0;
    while (::read(terminal.get(), &c, 1) == 1 && c != '\n') line += c;
    ::tcsetattr(terminal.get(), TCSAFLUSH, &shown);
    std::cerr << '\n';
    return line;
}

std::optional<SecretString> nfc(const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFCInstance(&status);
    const auto size = static_cast<std::int32_t>(utf8.size());
    std::vector<UChar> in(utf8.size() + 1), out(utf8.size() * 3 + 1);
    std::int32_t length = 0;
    u_strFromUTF8(in.data(), static_cast<std::int32_t>(in.size()), &length, utf8.data(), size, &status);
    const std::int32_t composed = unorm2_normalize(normalizer, in.data(), length, out.data(),
                                                   static_cast<std::int32_t>(out.size()), &status);
    SecretString text{std::string(utf8.size() * 9 + 1, '\0')};
    u_strToUTF8(text.expose().data(), static_cast<std::int32_t>(text.expose().size()), &length, out.data(),
                composed, &status);
    if (U_FAILURE(status)) return {};
    text.expose().resize(static_cast<std::size_t>(length));
    return text;
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

bool confirm(const std::string& question) {
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC), "/dev/tty");
    std::cerr << question << std::flush;
    std::string line;
    char c = 0;
    while (::read(terminal.get(), &c, 1) == 1 && c != '\n') line += c;
    return line == "yes" || line == "có";
}

std::optional<SecretString> read_passphrase(const std::optional<std::string>& file, Ask ask) {
    std::string line;
    if (file) {
        line = read_file(*file);
        line.resize(std::min(line.size(), line.find_first_of("\r\n")));
    } else {
        line = ask_hidden("Mật khẩu tệp khóa / passphrase of the key file: ");
        if (ask == Ask::twice && ask_hidden("Nhập lại / once more: ") != line) return {};
    }
    if (line.empty()) return {};
    return nfc(line);
}

}  // namespace minhtin
