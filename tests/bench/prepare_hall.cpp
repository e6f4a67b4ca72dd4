// A vote that is open, and a ballot of each voter, made before anything is measured.
//
//   prepare_hall FOLDER PERSONS BALLOTS
//
// Leaves in the folder: data/ and master.key of a server that has stopped, setup.bel (the archive as far as
// it goes), ballots (one a line). Prints the vote's id.
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "tests/server/vote/server_process.h"
#include "tests/server/vote/story.h"

namespace minhtin::test {
namespace {

void prepare(const std::filesystem::path& folder, std::size_t persons, std::size_t ballots) {
    std::filesystem::create_directories(folder);
    ServerProcess server(folder);
    SystemRandom random;
    Story story(server.client(), random);
    const auto number = static_cast<int>(ballots);
    story.prepare_and_open(server.setup_token(), {.profile = "96-qd-tw",
                                                  .posts = std::vector<std::string>(persons, "Ủy viên Mẫu"),
                                                  .slips = number,
                                                  .summoned = number});
    std::ofstream(folder / "setup.bel", std::ios::binary) << story.archive();
    if (server.stop() != 0) throw std::runtime_error("the server did not end well");

    std::vector<std::string> made(ballots);
    {
        const std::size_t makers = std::max(1u, std::thread::hardware_concurrency());
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < makers; ++t) {
            threads.emplace_back([&, t] {
                SystemRandom own;
                for (std::size_t i = t; i < ballots; i += makers) {
                    Marks marks;
                    for (std::size_t p = 0; p < persons; ++p)
                        marks.push_back(static_cast<int>((i + p) % 4) - 1);
                    made[i] = story.ballot(i, marks, own);
                }
            });
        }
    }
    std::ofstream file(folder / "ballots", std::ios::binary);
    for (const std::string& ballot : made) file << ballot << '\n';
    std::printf("%s\n", story.uuid.c_str());
}

}  // namespace
}  // namespace minhtin::test

int main(int argc, char** argv) {
    try {
        if (argc != 4) throw std::runtime_error("usage: prepare_hall FOLDER PERSONS BALLOTS");
        minhtin::test::prepare(argv[1], std::stoul(argv[2]), std::stoul(argv[3]));
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "prepare_hall: %s\n", e.what());
        return 1;
    }
}
