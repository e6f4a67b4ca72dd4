// Makes the archive of a finished election for benchmarks: real keys, and a valid ballot of each voter.
//
//   make_archive FOLDER VOTERS PEOPLE LEVELS      writes FOLDER/UUID.bel and prints its path
//
// The election is that of bench_election.h, and the same numbers give the same archive. Memory holds a few
// hundred ballots, whatever their number.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "ballot/archive.h"
#include "ballot/board.h"
#include "ballot/tally.h"
#include "tests/bench/bench_election.h"

namespace {

using namespace minhtin;

constexpr std::uint64_t timestamp = 1'795'219'200;

// The board, written as it grows.
class Board {
public:
    explicit Board(const std::filesystem::path& path) : out_(path, std::ios::binary) {
        out_.exceptions(std::ios::badbit | std::ios::failbit);
        out_ << archive_start(timestamp);
    }
    void add(EventType type, const std::vector<std::string>& data) {
        const BoardStep step = must(extend(state_, type, data, timestamp));
        out_ << step.bytes;
        state_ = step.next;
    }
    void close() { out_.close(); }

private:
    std::ofstream out_;
    BoardState state_;
};

std::filesystem::path make(const std::filesystem::path& folder, const BenchPlan& plan) {
    const BenchElection made(plan);
    const Election& election = made.election();
    const auto path = folder / (election.uuid() + ".bel");
    Board board(path);
    board.add(EventType::setup, setup_event_data(made.files()));
    RunningTally tally(election);
    constexpr std::size_t at_once = 256;
    for (std::size_t from = 0; from < plan.voters; from += at_once) {
        const std::size_t to = std::min(from + at_once, plan.voters);
        std::vector<QuickBallot> ballots(to - from);
        on_all_cores(from, to, [&](std::size_t i) {
            SeededRandom random(plan.seed() + " ballot " + std::to_string(i));
            const PlainVote vote = any_vote(plan, random);
            ballots[i - from] = quick_ballot(election, made.voters()[i], vote, random);
        });
        for (std::size_t i = from; i < to; ++i) {
            board.add(EventType::ballot, {ballots[i - from].bytes});
            tally.count(i, ballots[i - from].choices);
        }
    }
    board.add(EventType::end_ballots, {});
    board.add(EventType::encrypted_tally, {tally.encode(), tally.encode_sized()});
    SeededRandom random(plan.seed() + " count");
    std::vector<CheckedDecryption> decryptions;
    for (std::size_t owner = 1; owner <= made.keys().size(); ++owner) {
        const std::string share = make_decryption(election, tally.sum(), made.keys()[owner - 1], random);
        decryptions.push_back(must(check_decryption(election, tally.sum(), owner, share)));
        board.add(EventType::partial_decryption, {share, encode_owned(owner, share)});
    }
    const ResultTable result = must(compute_result(election, tally.sum(), tally.weight(), decryptions));
    board.add(EventType::result, {encode_result(result)});
    board.close();
    return path;
}

}  // namespace

int main(int argc, char** argv) {
    const auto number = [&](int i) { return static_cast<std::size_t>(std::stoul(argv[i])); };
    try {
        if (argc != 5) throw std::invalid_argument("make_archive FOLDER VOTERS PEOPLE LEVELS");
        std::filesystem::create_directories(argv[1]);
        std::cout << make(argv[1], {number(2), number(3), number(4)}).string() << '\n';
        return 0;
    } catch (const std::exception& e) {
        std::cerr << "make_archive: " << e.what() << '\n';
        return 1;
    }
}
