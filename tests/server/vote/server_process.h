#pragma once
// The real server as a process of its own, on a data folder that outlives it, so that it can be killed and
// started again.
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "tests/server/vote/http_client.h"

namespace minhtin::test {

// A folder of its own, gone at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

class ServerProcess {
public:
    // Starts `minhtin serve` with data and key in the folder and waits until it answers. Output goes to
    // server.log in the folder, behind what is there. Throws if it ends before it answers.
    explicit ServerProcess(const std::filesystem::path& folder);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    HttpClient client() const { return HttpClient(port_); }
    // Again, on the same port and data, after kill() or stop().
    void start();
    // SIGKILL; comes back when the process is gone.
    void kill();
    // SIGTERM; gives the exit status.
    int stop();
    // The one-time token that the first start printed.
    std::string setup_token() const;
    std::filesystem::path log() const { return folder_ / "server.log"; }

private:
    void wait_until_it_answers() const;
    std::filesystem::path folder_;
    std::uint16_t port_;
    pid_t process_ = -1;
};

}  // namespace minhtin::test
