// What the server does between the close and the result, at so many ballots.
//
//   close_to_result PERSONS BALLOTS...
//
// Prints a Markdown table. The ballots are put into the store as the server would have put them, by the app
// layer's own code; their proofs are copies of one ballot's, because the server does not look at proofs again
// after it has accepted a ballot, and making 50,000 real ones would take an hour. Their ciphertexts are real,
// each ballot of another credential, so that sum, shares and result are real too.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <stdexcept>

#include "crypto/ensure.h"
#include "server/app/boards.h"
#include "server/store/sqlcipher_board_store.h"
#include "tests/bench/readings.h"
#include "tests/server/vote/server_process.h"
#include "tests/server/vote/small_election.h"

namespace minhtin::test {
namespace {

std::size_t resident_bytes() {
    std::ifstream file("/proc/self/statm");
    std::size_t size = 0, resident = 0;
    file >> size >> resident;
    return resident * 4096;
}

struct Took {
    double wall, cpu;
};
Took time_of(const std::function<void()>& work) {
    const double cpu = cpu_seconds();
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    return {wall.count(), cpu_seconds() - cpu};
}

void need(bool holds, const char* what) {
    if (!holds) throw std::runtime_error(what);
}

// The board of an open vote with a ballot of each of its credentials.
void fill(BoardStore& store, const SmallElection& e, const std::vector<std::string>& templates) {
    Boards(store).begin(e.uuid, e.files, e.time);
    BoardHead head = store.head(e.uuid);
    BoardState state{EventType::setup, head.event, 1};
    constexpr std::size_t group_size = 64;
    const std::size_t ballots = e.election->credentials().size();
    for (std::size_t i = 0; i < ballots;) {
        BoardGroup group;
        for (const std::size_t end = std::min(ballots, i + group_size); i < end; ++i) {
            std::string ballot = templates[i % templates.size()];
            ballot.replace(ballot.find(R"("credential":")") + 14, 64,
                           e.election->credentials().at(i).encode());
            EventRecords records = records_of(state, EventType::ballot, {{std::move(ballot)}}, e.time);
            std::move(records.records.begin(), records.records.end(), std::back_inserter(group));
            state = std::move(records.next);
        }
        need(store.append(e.uuid, head, group) == Appended::done, "append");
        head = {head.records + group.size(), *state.head};
    }
}

void measure(std::size_t persons, std::size_t ballots) {
    const TemporaryFolder folder;
    std::array<std::uint8_t, 32> key{};
    const auto store = open_sqlcipher_board_store(folder.path() / "board.db", SecretKey32(std::move(key)));
    SmallElection e(persons, ballots);
    std::vector<std::string> templates;
    for (int i = 0; i < 16; ++i) {
        std::vector<int> marks;
        for (std::size_t p = 0; p < persons; ++p) marks.push_back((i + static_cast<int>(p)) % 4 - 1);
        templates.push_back(e.ballot(0, marks));
    }
    fill(*store, e, templates);

    const std::size_t before = resident_bytes();
    Boards boards(*store);
    std::shared_ptr<LiveBoard> board;
    const Took read = time_of([&] {
        board = boards.find(e.uuid);
        need(board->counted() == ballots, "count");
    });
    const std::size_t kept = resident_bytes() - std::min(before, resident_bytes());
    const Took close = time_of([&] { need(bool(board->close(ballots)), "close"); });
    const BoardRecord tally = store->read(e.uuid, board->head().records - 3, 1).at(0);
    const auto sum = decode_tally(*e.election, record_content(tally));
    need(bool(sum), "sum");
    SystemRandom random;
    Took shares{0, 0};
    for (std::size_t i = 1; i <= 2; ++i) {
        const std::string share = make_decryption(*e.election, *sum, e.keys[i - 1], random);
        const Took one = time_of([&] { need(bool(board->submit_share(i, share)), "share"); });
        shares = {shares.wall + one.wall, shares.cpu + one.cpu};
    }
    const Took finish = time_of([&] { need(bool(board->finish()) && board->end(), "finish"); });
    std::uint64_t marks = 0;
    const ResultTable result = board->end().value().result;
    for (const auto& person : result)
        for (const std::uint64_t count : person) marks += count;
    need(marks <= persons * ballots && marks >= persons * ballots / 2, "result");

    const double wall = close.wall + shares.wall + finish.wall, cpu = close.cpu + shares.cpu + finish.cpu;
    std::printf("| %zu | %zu | %.3f | %.3f | %.3f | **%.3f** | %.3f | %.1f | %.1f | %.0f |\n", ballots,
                persons, close.wall, shares.wall / 2, finish.wall, wall, cpu, read.wall, read.cpu,
                static_cast<double>(kept) / (1u << 20));
}

}  // namespace
}  // namespace minhtin::test

int main(int argc, char** argv) {
    using namespace minhtin::test;
    try {
        if (argc < 3) throw std::runtime_error("usage: close_to_result PERSONS BALLOTS...");
        std::printf(
            "| ballots | persons | close s | each share s | finish s | **all s** | all CPU s "
            "| first use: s | first use: CPU s | kept MiB |\n|---|---|---|---|---|---|---|---|---|---|\n");
        for (int i = 2; i < argc; ++i) measure(std::stoul(argv[1]), std::stoul(argv[i]));
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "close_to_result: %s\n", e.what());
        return 1;
    }
}
