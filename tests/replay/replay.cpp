// Replays a published confidence vote: makes ballots that add up to the printed counts, casts them over HTTP
// at a fresh server, counts with two of three members of the counting committee, and compares the result with
// what was printed. Where a count was not printed, the rest of the ballots is spread over the unknown levels.
//
//   replay --table TABLE.csv --printed printed_percentages.csv --profile ID [--threads N] [--keep FILE.bel]
//
// Exit 0 only if every printed count and percentage comes back and the archive verifies.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "server/domain/csv.h"
#include "server/domain/tally_table.h"
#include "tests/server/vote/server_process.h"
#include "tests/server/vote/story.h"

namespace minhtin::test {
namespace {

using Clock = std::chrono::steady_clock;

struct Arguments {
    std::string table, printed, profile, keep;
    unsigned threads = 2;
};

std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<TallyRow> rows_of(const std::string& path) {
    const auto lines = read_csv(file_text(path));
    if (!lines) throw std::runtime_error("no table: " + path);
    auto rows = read_tally_table(*lines);
    if (!rows) throw std::runtime_error("no table of counts: " + path);
    return std::move(*rows);
}

// How many ballots mark each level for a person: what was printed, the unknown ones filled with what is left.
std::vector<std::int64_t> full_counts(const TallyRow& row) {
    const std::optional<std::int64_t> known[] = {row.counts.high, row.counts.trust, row.counts.low};
    std::int64_t left = row.collected.value();
    std::vector<std::int64_t> counts;
    for (const auto& count : known) {
        counts.push_back(count.value_or(0));
        left -= counts.back();
    }
    for (std::size_t level = 0; level < 3 && left > 0; ++level) {
        if (known[level]) continue;
        counts[level] = left;
        left = 0;
    }
    return counts;
}

// Ballot n of the vote: each person's column of marks is turned by another number of places, so that no two
// ballots need look alike.
Marks marks_of(const std::vector<std::vector<std::int64_t>>& counts, std::int64_t ballots, std::int64_t n) {
    Marks marks;
    for (std::size_t person = 0; person < counts.size(); ++person) {
        std::int64_t place = (n + static_cast<std::int64_t>(person) * 7) % ballots;
        int mark = -1;
        for (int level = 0; level < 3 && mark < 0; ++level) {
            const std::int64_t count = counts[person][static_cast<std::size_t>(level)];
            if (place < count) mark = level;
            place -= count;
        }
        marks.push_back(mark);
    }
    return marks;
}

void cast_all(const Story& story, const std::vector<std::vector<std::int64_t>>& counts, std::int64_t ballots,
              unsigned threads) {
    std::atomic<std::int64_t> next = 0, done = 0;
    std::mutex printing;
    std::string failure;
    const auto start = Clock::now();
    const auto work = [&] {
        SystemRandom random;
        try {
            for (std::int64_t n = next++; n < ballots; n = next++) {
                expect(201,
                       story.cast(
                           story.ballot(static_cast<std::size_t>(n), marks_of(counts, ballots, n), random)),
                       "cast");
                const std::int64_t so_far = ++done;
                if (so_far % 25 != 0 && so_far != ballots) continue;
                const std::scoped_lock lock(printing);
                const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
                std::printf("cast %lld of %lld, %.0f s\n", static_cast<long long>(so_far),
                            static_cast<long long>(ballots), seconds);
                std::fflush(stdout);
            }
        } catch (const std::exception& e) {
            const std::scoped_lock lock(printing);
            failure = e.what();
            next = ballots;
        }
    };
    {
        std::vector<std::jthread> makers;
        for (unsigned t = 0; t < threads; ++t) makers.emplace_back(work);
    }
    if (!failure.empty()) throw std::runtime_error(failure);
}

// "74.7" and "74.70" are one number.
std::string two_decimals(std::string printed) {
    if (printed.find('.') == std::string::npos) printed += '.';
    while (printed.size() - printed.find('.') < 3) printed += '0';
    return printed;
}

struct Comparison {
    int counts = 0, percentages = 0, wrong = 0;
    void differ(const std::string& what, const std::string& ours, const std::string& printed) {
        ++wrong;
        std::printf("WRONG %s: ours %s, printed %s\n", what.c_str(), ours.c_str(), printed.c_str());
    }
};

Comparison compare(const Json& result, const std::vector<TallyRow>& rows, const std::string& printed_file,
                   const std::string& table) {
    Comparison c;
    constexpr const char* levels[] = {"high", "trust", "low"};
    for (std::size_t p = 0; p < rows.size(); ++p) {
        const Json& line = result.at("persons").at(p);
        const std::optional<std::int64_t> printed[] = {rows[p].counts.high, rows[p].counts.trust,
                                                       rows[p].counts.low};
        for (std::size_t level = 0; level < 3; ++level) {
            if (!printed[level]) continue;
            ++c.counts;
            const std::int64_t ours = line.at("counts").at(levels[level]);
            if (ours != *printed[level])
                c.differ(rows[p].person + " " + levels[level], std::to_string(ours),
                         std::to_string(*printed[level]));
        }
    }
    const auto lines = read_csv(file_text(printed_file));
    if (!lines) throw std::runtime_error("no table of percentages");
    for (const CsvLine& line : *lines) {
        if (line.cells.at(0) != table) continue;
        for (std::size_t p = 0; p < rows.size(); ++p) {
            if (rows[p].person != line.cells.at(1)) continue;
            ++c.percentages;
            const std::string ours = result.at("persons").at(p).at("percent").at(line.cells.at(2));
            if (ours != two_decimals(line.cells.at(5)))
                c.differ(line.cells[1] + " " + line.cells[2] + " %", ours, line.cells[5]);
        }
    }
    return c;
}

bool verified(const std::filesystem::path& archive) {
    const std::string command = std::string("'") + MINHTIN_VERIFY + "' '" + archive.string() + "'";
    return std::system(command.c_str()) == 0;
}

int run(const Arguments& args) {
    const std::vector<TallyRow> rows = rows_of(args.table);
    const std::int64_t ballots = rows.at(0).collected.value();
    std::vector<std::vector<std::int64_t>> counts;
    Sheet sheet{.profile = args.profile,
                .posts = {},
                .slips = static_cast<int>(ballots),
                .summoned = static_cast<int>(rows[0].eligible.value_or(ballots))};
    for (const TallyRow& row : rows) {
        counts.push_back(full_counts(row));
        sheet.posts.push_back(row.position);
    }
    const TemporaryFolder folder;
    ServerProcess server(folder.path());
    SystemRandom random;
    Story story(server.client(), random);
    const auto start = Clock::now();
    story.prepare_and_open(server.setup_token(), sheet);
    std::printf("%lld ballots x %zu persons, opened\n", static_cast<long long>(ballots), rows.size());
    cast_all(story, counts, ballots, args.threads);
    story.close();
    story.count({1, 3});  // member 2 is absent
    const Json result = expect(200, story.office("GET", "/votes/" + story.uuid + "/result"), "result").json();
    expect(200, story.chair("POST", "/votes/" + story.uuid + "/record"), "record");
    const auto archive =
        args.keep.empty() ? folder.path() / (story.uuid + ".bel") : std::filesystem::path(args.keep);
    std::ofstream(archive, std::ios::binary) << story.archive();

    const Comparison c =
        compare(result, rows, args.printed, std::filesystem::path(args.table).filename().string());
    const bool holds = verified(archive);
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    std::printf("%d counts and %d percentages compared, %d wrong; archive %s; %.0f s\n", c.counts,
                c.percentages, c.wrong, holds ? "verified" : "REJECTED", seconds);
    return c.wrong == 0 && c.counts > 0 && c.percentages > 0 && holds ? 0 : 1;
}

}  // namespace
}  // namespace minhtin::test

int main(int argc, char** argv) {
    minhtin::test::Arguments args;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i], value = argv[i + 1];
        if (name == "--table") args.table = value;
        if (name == "--printed") args.printed = value;
        if (name == "--profile") args.profile = value;
        if (name == "--keep") args.keep = value;
        if (name == "--threads") args.threads = static_cast<unsigned>(std::stoul(value));
    }
    try {
        return minhtin::test::run(args);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "replay: %s\n", e.what());
        return 1;
    }
}
