#include "ballot/tools/prompts.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <iostream>
#include <vector>

#include "ballot/tools/descriptor.h"

namespace minhtin {
namespace {

constexpr std::size_t max_line = 1024;

// Signals that would end or stop the program wait while this lives, and are seen by it.
class HeldSignals {
public:
    HeldSignals() {
        sigemptyset(&held_);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP}) sigaddset(&held_, signal);
        ::pthread_sigmask(SIG_BLOCK, &held_, &before_);
        arrived_.emplace(::signalfd(-1, &held_, SFD_CLOEXEC), "signalfd");
    }
    ~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }  // here they take effect
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;
    int arrived() const { return arrived_->get(); }

private:
    sigset_t held_{}, before_{};
    std::optional<Descriptor> arrived_;
};

// What is typed is not shown while this lives; what was typed before is thrown away.
class Hidden {
public:
    explicit Hidden(int terminal) : terminal_(terminal) {
        if (::tcgetattr(terminal_, &shown_) != 0) fail("/dev/tty");
        termios hidden = shown_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL);
        if (::tcsetattr(terminal_, TCSAFLUSH, &hidden) != 0) fail("/dev/tty");
    }
    ~Hidden() { ::tcsetattr(terminal_, TCSAFLUSH, &shown_); }
    Hidden(const Hidden&) = delete;
    Hidden& operator=(const Hidden&) = delete;

private:
    int terminal_;
    termios shown_{};
};

struct Line {
    SecretString text;
    enum { whole, cut, too_long, interrupted } end = cut;  // cut: the end of the file
};

// Interrupted when `signals` (HeldSignals; -1: none) has something to tell.
Line read_line(int fd, const std::string& path, int signals = -1) {
    Line line;
    std::string& text = line.text.expose();
    text.reserve(max_line);  // it does not grow, so that nothing of it stays elsewhere
    while (text.size() < max_line) {
        pollfd either[] = {{fd, POLLIN, 0}, {signals, POLLIN, 0}};
        if (::poll(either, 2, -1) < 0 && errno != EINTR) fail(path);
        if (either[1].revents != 0) {
            line.end = Line::interrupted;
            return line;
        }
        if (either[0].revents == 0) continue;
        char c = 0;
        const ssize_t n = ::read(fd, &c, 1);
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n < 0) fail(path);
        if (n == 0) return line;
        if (c == '\n') {
            line.end = Line::whole;
            return line;
        }
        text += c;
    }
    line.end = Line::too_long;
    return line;
}

// Never waits in read: ^C throws away what poll has just seen, and a read that waited then would hold the
// signals for ever.
Descriptor open_terminal() {
    return Descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NONBLOCK), "/dev/tty");
}

// A line from the terminal, not shown while it is typed.
Line ask_hidden(const char* question) {
    const Descriptor terminal = open_terminal();
    while (true) {
        Line line;
        {
            const HeldSignals signals;
            const Hidden hidden(terminal.get());
            std::cerr << question << std::flush;
            line = read_line(terminal.get(), "/dev/tty", signals.arrived());
            if (line.end == Line::interrupted) line.text = SecretString();
        }
        std::cerr << '\n';
        if (line.end == Line::interrupted) continue;  // it was stopped, and goes on
        if (line.end == Line::cut) fail("/dev/tty", EIO);
        return line;
    }
}

// Text on its way through UTF-16, wiped.
class Letters {
public:
    explicit Letters(std::size_t size) : letters_(size) {}
    ~Letters() { sodium_memzero(letters_.data(), letters_.size() * sizeof(UChar)); }
    Letters(const Letters&) = delete;
    Letters& operator=(const Letters&) = delete;
    UChar* data() { return letters_.data(); }
    std::int32_t size() const { return static_cast<std::int32_t>(letters_.size()); }

private:
    std::vector<UChar> letters_;
};

// Nothing if it is not UTF-8.
std::optional<SecretString> nfc(const SecretString& utf8) {
    const std::string& given = utf8.expose();
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFCInstance(&status);
    Letters in(given.size() + 1), out(given.size() * 3 + 1);
    std::int32_t length = 0;
    u_strFromUTF8(in.data(), in.size(), &length, given.data(), static_cast<std::int32_t>(given.size()),
                  &status);
    const std::int32_t composed =
        unorm2_normalize(normalizer, in.data(), length, out.data(), out.size(), &status);
    SecretString text{std::string(given.size() * 9 + 1, '\0')};
    u_strToUTF8(text.expose().data(), static_cast<std::int32_t>(text.expose().size()), &length, out.data(),
                composed, &status);
    if (U_FAILURE(status)) return {};
    text.expose().resize(static_cast<std::size_t>(length));
    return text;
}

// Windows ends lines with two characters.
Line first_line(const std::string& path) {
    const bool standard_input = path == "-";
    const Descriptor file(standard_input ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC),
                          path);
    Line line = read_line(file.get(), path);
    std::string& text = line.text.expose();
    if (text.ends_with('\r')) text.pop_back();
    return line;
}

}  // namespace

bool confirm(const std::string& question) {
    const Descriptor terminal = open_terminal();
    std::cerr << question << std::flush;
    const Line line = read_line(terminal.get(), "/dev/tty");
    if (line.end != Line::whole) return false;
    const auto answer = nfc(line.text);
    return answer && (answer->expose() == "yes" || answer->expose() == "có");
}

std::optional<SecretString> read_passphrase(const std::optional<std::string>& file, Ask ask) {
    const Line line =
        file ? first_line(*file) : ask_hidden("Mật khẩu tệp khóa / passphrase of the key file: ");
    if (line.end == Line::too_long || line.text.expose().empty()) return {};
    auto phrase = nfc(line.text);
    if (!phrase || file || ask == Ask::once) return phrase;
    const Line again = ask_hidden("Nhập lại / once more: ");
    if (again.end == Line::too_long) return {};
    const auto second = nfc(again.text);
    if (!second || second->expose() != phrase->expose()) return {};
    return phrase;
}

}  // namespace minhtin
