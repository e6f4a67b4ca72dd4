#include "tests/server/vote/server_process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace minhtin::test {
namespace {

std::uint16_t free_port() {
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
                       getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    close(fd);
    if (!bound) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "minhtin-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

ServerProcess::ServerProcess(const std::filesystem::path& folder) : folder_(folder), port_(free_port()) {
    start();
}

void ServerProcess::start() {
    const std::string data = (folder_ / "data").string(), key = (folder_ / "master.key").string(),
                      listen = "127.0.0.1:" + std::to_string(port_), log_file = log().string();
    process_ = fork();
    if (process_ < 0) throw std::runtime_error("fork failed");
    if (process_ == 0) {
        const int out = open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        dup2(out, 1);
        dup2(out, 2);
        execl(MINHTIN_PROGRAM, "minhtin", "serve", "--data", data.c_str(), "--key-file", key.c_str(),
              "--listen", listen.c_str(), nullptr);
        _exit(127);
    }
    wait_until_it_answers();
}

ServerProcess::~ServerProcess() {
    if (process_ > 0) kill();
}

void ServerProcess::wait_until_it_answers() const {
    while (true) {
        try {
            if (client().get("/info").status == 200) return;
        } catch (const std::runtime_error&) {
        }
        if (waitpid(process_, nullptr, WNOHANG) != 0)
            throw std::runtime_error("the server did not start: see " + log().string());
        std::this_thread::sleep_for(std::chrono::milliseconds(10));  // polls; nothing is decided by the time
    }
}

void ServerProcess::kill() {
    ::kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = -1;
}

int ServerProcess::stop() {
    int status = 0;
    ::kill(process_, SIGTERM);
    waitpid(process_, &status, 0);
    process_ = -1;
    return status;
}

std::string ServerProcess::setup_token() const {
    std::ifstream file(log());
    std::stringstream text;
    text << file.rdbuf();
    const std::string all = text.str();
    std::smatch found;
    if (!std::regex_search(all, found, std::regex("[1-9A-HJ-NP-Za-km-z]{32}")))
        throw std::runtime_error("no setup token in the log");
    return found[0];
}

}  // namespace minhtin::test
