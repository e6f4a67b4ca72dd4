#pragma once
// An election of the hardened profile that is ready to be put onto a board: 2 of 3 trustees, some slips.
#include <memory>
#include <string>
#include <vector>

#include "ballot/ballot.h"
#include "ballot/election.h"
#include "crypto/random.h"

namespace minhtin::test {

struct SmallElection {
    explicit SmallElection(std::size_t persons = 2, std::size_t slips = 6);

    SetupFiles files;
    std::vector<SecretScalar> keys;        // by trustee
    std::vector<std::string> credentials;  // private
    std::shared_ptr<const Election> election;

    // A ballot of that slip: for each person the place of the level, or -1.
    std::string ballot(std::size_t slip, const std::vector<int>& marks);

    static constexpr const char* uuid = "SmaLLeLection1234";
    static constexpr std::uint64_t time = 1'795'824'000;

private:
    SystemRandom random_;
};

}  // namespace minhtin::test
