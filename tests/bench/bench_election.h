#pragma once
// An election for benchmarks: a question for each of some people, of some levels of which one at most is
// marked; hardened profile; two trustees who are both needed. The same plan gives the same election.
#include <functional>
#include <string>
#include <vector>

#include "ballot/election.h"
#include "tests/bench/quick_ballot.h"
#include "tests/support/seeded_random.h"

namespace minhtin {

struct BenchPlan {
    std::size_t voters, people, levels;
    std::string seed() const;
};

class BenchElection {
public:
    explicit BenchElection(const BenchPlan& plan);
    const BenchPlan& plan() const { return plan_; }
    const SetupFiles& files() const { return files_; }
    const Election& election() const { return *election_; }
    const std::vector<BenchVoter>& voters() const { return voters_; }
    const std::vector<SecretScalar>& keys() const { return keys_; }  // of the trustees

private:
    BenchPlan plan_;
    std::vector<SecretScalar> keys_;
    std::vector<BenchVoter> voters_;
    SetupFiles files_;
    std::optional<Election> election_;
};

// A voter marks some level of everybody, or none.
PlainVote any_vote(const BenchPlan& plan, SeededRandom& random);

// work(i) for i in from..to, to not included, shared by all cores.
void on_all_cores(std::size_t from, std::size_t to, const std::function<void(std::size_t)>& work);

// What is refused in a benchmark is a Bug.
template <class T>
T must(Result<T, Rejection> result) {
    if (!result) throw Bug(std::string(sentence(result.reason().reason).code) + " " + result.reason().where);
    return std::move(result).value();
}

}  // namespace minhtin
