#include "tests/bench/bench_election.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace minhtin {
namespace {

ElectionDescription describe(const BenchPlan& plan, Random& random) {
    ElectionDescription d;
    d.name = "Bỏ phiếu đo tốc độ";
    d.description = "Dữ liệu thử";
    d.uuid = random_base58(random, 14);
    for (std::size_t i = 1; i <= plan.people; ++i) {
        Question q{"Người thử số " + std::to_string(i), {}, false, 0, 1};
        for (std::size_t j = 1; j <= plan.levels; ++j) q.answers.push_back("Mức " + std::to_string(j));
        d.questions.push_back(std::move(q));
    }
    return d;
}

}  // namespace

std::string BenchPlan::seed() const {
    return "bench " + std::to_string(voters) + " " + std::to_string(people) + " " + std::to_string(levels);
}

BenchElection::BenchElection(const BenchPlan& plan) : plan_(plan), voters_(plan.voters) {
    SeededRandom random(plan.seed());
    std::vector<TrusteeItem> trustees;
    Element key;
    for (int i = 0; i < 2; ++i) {
        keys_.push_back(SecretScalar::random(random));
        const TrusteeKey shown = make_trustee_key(keys_.back(), {}, random);
        key = key + shown.key;
        trustees.emplace_back(shown);
    }
    on_all_cores(0, plan.voters, [&](std::size_t i) {
        SeededRandom own(plan_.seed() + " voter " + std::to_string(i));
        voters_[i] = bench_voter(own);
    });
    std::vector<Element> credentials;
    for (const BenchVoter& voter : voters_) credentials.push_back(voter.credential);
    files_ = {encode_election(describe(plan, random), key),
              encode_trustees(trustees),
              encode_credentials(credentials),
              {}};
    election_.emplace(must(Election::open(files_)));
}

PlainVote any_vote(const BenchPlan& plan, SeededRandom& random) {
    PlainVote vote(plan.people, std::vector<unsigned>(plan.levels, 0));
    for (auto& marks : vote) {
        if (const auto level = random.below(plan.levels + 1); level < plan.levels) marks[level] = 1;
    }
    return vote;
}

void on_all_cores(std::size_t from, std::size_t to, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{from};
    std::vector<std::jthread> threads;
    for (unsigned t = 0; t < std::max(1u, std::thread::hardware_concurrency()); ++t)
        threads.emplace_back([&] {
            for (std::size_t i = next++; i < to; i = next++) work(i);
        });
}

}  // namespace minhtin
