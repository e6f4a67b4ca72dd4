// How many ballots a second can be checked at all: nothing but check_ballot, on so many threads.
//
//   check_rate SETUP.bel BALLOTS THREADS
//
// Prints {"ballots","seconds","cpu"}; cpu in seconds of all threads.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "ballot/archive.h"
#include "ballot/ballot.h"
#include "tests/bench/readings.h"

namespace minhtin {
namespace {

Election election_in(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const std::string bytes = text.str();
    const MemorySource source(bytes);
    auto archive = ArchiveReader::open(source);
    std::vector<std::string> setup;
    for (int i = 0; archive && i < 4; ++i) setup.push_back((*archive->next())->content);
    auto election = Election::open(setup);
    if (!election) throw std::runtime_error("no election in " + path);
    return std::move(*election);
}

void measure(const std::string& setup, const std::string& file, unsigned threads) {
    const Election election = election_in(setup);
    const std::vector<std::string> ballots = lines_of(file);
    if (!check_ballot(election, ballots[0])) throw std::runtime_error("a ballot does not hold");  // tables
    std::atomic<std::size_t> next{0}, wrong{0};
    const double cpu = cpu_seconds();
    const auto begin = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> workers;
        for (unsigned t = 0; t < threads; ++t) {
            workers.emplace_back([&] {
                for (std::size_t i = next++; i < ballots.size(); i = next++)
                    if (!check_ballot(election, ballots[i])) ++wrong;
            });
        }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (wrong > 0) throw std::runtime_error("a ballot does not hold");
    std::printf("{\"ballots\":%zu,\"seconds\":%.6f,\"cpu\":%.6f}\n", ballots.size(), took.count(),
                cpu_seconds() - cpu);
}

}  // namespace
}  // namespace minhtin

int main(int argc, char** argv) {
    try {
        if (argc != 4) throw std::runtime_error("usage: check_rate SETUP.bel BALLOTS THREADS");
        minhtin::measure(argv[1], argv[2], static_cast<unsigned>(std::stoul(argv[3])));
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "check_rate: %s\n", e.what());
        return 1;
    }
}
