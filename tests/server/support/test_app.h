#pragma once
// A whole App for tests: real SQLCipher files in a temporary folder, a clock that stands still until it is
// moved, randomness from a seed, passwords hashed cheaply.
#include <filesystem>
#include <memory>

#include "server/app/app.h"
#include "server/http/routes.h"
#include "server/store/board_store.h"

namespace minhtin::test {

class FixedClock : public Clock {
public:
    Day today() const override { return day; }
    Instant instant() const override { return now; }
    Day day = *Day::of(2026, 11, 21);
    Instant now{std::chrono::hours(1000)};
};

// Not for anything but tests: SHA-256 in counter mode over the seed.
class SeededRandom : public Random {
public:
    explicit SeededRandom(std::string seed) : seed_(std::move(seed)) {}
    void fill(std::span<std::uint8_t> out) override;

private:
    std::string seed_;
    std::mutex mutex_;
    std::uint64_t counter_ = 0;
};

class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    const std::filesystem::path path;
};

SecretKey32 test_key(std::uint8_t fill);

struct TestApp {
    TestApp();
    ~TestApp();
    TemporaryFolder folder;
    FixedClock clock;
    SeededRandom random{"TestApp"};
    std::unique_ptr<Registry> registry;
    std::unique_ptr<BoardStore> board_store;
    Sessions sessions;
    PasswordHasher passwords;
    Attempts attempts;
    Seals seals;
    Boards boards;
    BallotBox box;
    Drills drills;
    App app;

    // An account put into the registry directly; its password is `password`.
    static constexpr const char* password = "mười hai quả cam 7";
    Account add_account(const std::string& login, Roles roles, std::optional<std::string> person_id = {},
                        std::optional<std::string> residence_committee_id = {});
    // Units "Cơ quan A" / "Phòng Thử", a residence committee, one person with two posts.
    struct SmallWorld {
        Unit root, unit;
        ResidenceCommittee committee;
        Person person;
    };
    SmallWorld add_small_world();
};

}  // namespace minhtin::test
