#pragma once
// What the programs that measure read: ballots, and what the CPUs did for them.
#include <sys/resource.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace minhtin {

// Of a file with a ballot a line. Throws when there is none.
inline std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(std::move(line));
    if (lines.empty()) throw std::runtime_error("no ballots in " + path);
    return lines;
}

// Of all threads of this process, in user and system mode.
inline double cpu_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

}  // namespace minhtin
