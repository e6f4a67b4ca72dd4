// Every file of the corpora through its target, and each a few hundred times with bytes changed by fixed
// randomness: so the fuzzers' promises are kept by every build, with every compiler.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/ballot/files.h"
#include "tests/fuzz/targets.h"
#include "tests/support/seeded_random.h"

namespace minhtin {
namespace {

struct Target {
    const char* name;
    void (*run)(std::string_view);
    int changes;  // of each file
};

class Corpus : public testing::TestWithParam<Target> {};

TEST_P(Corpus, EveryFileIsTaken) {
    const Target& target = GetParam();
    const auto folder = std::filesystem::path(MINHTIN_SOURCE_DIR) / "tests/fuzz/corpus" / target.name;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    ASSERT_FALSE(files.empty());
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename());
        const std::string bytes = contents(file);
        EXPECT_NO_THROW(target.run(bytes));
        SeededRandom random(file.filename().string());
        for (int i = 0; i < target.changes; ++i) {
            std::string changed = bytes;
            for (std::uint64_t edits = 1 + random.below(3); edits > 0 && !changed.empty(); --edits) {
                const auto at = static_cast<std::size_t>(random.below(changed.size()));
                switch (random.below(4)) {
                    case 0:
                        changed[at] = static_cast<char>(random.below(256));
                        break;
                    case 1:
                        changed.erase(at, 1 + static_cast<std::size_t>(random.below(8)));
                        break;
                    case 2:
                        changed.insert(
                            at, changed.substr(static_cast<std::size_t>(random.below(changed.size())), 8));
                        break;
                    default:
                        changed[at] = static_cast<char>(changed[at] ^ (1 << random.below(8)));
                        break;
                }
            }
            EXPECT_NO_THROW(target.run(changed));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Fuzz, Corpus,
    testing::Values(Target{"json", fuzz_json, 2000}, Target{"archive", fuzz_archive, 100},
                    Target{"ballot", fuzz_ballot, 300}, Target{"events", fuzz_events, 2000},
                    Target{"csv", fuzz_csv, 1000}, Target{"profile", fuzz_profile, 100},
                    Target{"rating_input", fuzz_rating_input, 100}, Target{"group", fuzz_group, 50}),
    [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace minhtin
