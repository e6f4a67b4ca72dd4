#include "ballot/ballot_checks.h"

#include <atomic>
#include <exception>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>

#include "crypto/hash.h"

namespace minhtin {
namespace {

std::string name_of(const WaitingBallot& ballot) {
    return "ballot " + std::to_string(ballot.number + 1) + " (" + sha256_b64(ballot.bytes) + ")";
}

}  // namespace

Result<void, Rejection> BallotChecks::run(const Election& election, const Accept& accept) {
    std::vector<std::optional<Result<CheckedBallot, Rejection>>> results(waiting_.size());
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::atomic<bool> failed{false};
    auto work = [&] {
        try {
            for (std::size_t i = next++; i < waiting_.size() && !failed; i = next++)
                results[i].emplace(check_ballot(election, waiting_[i].bytes));
        } catch (...) {
            if (!failed.exchange(true)) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t t = 1; t < threads_ && t < waiting_.size(); ++t) others.emplace_back(work);
        work();
    }
    if (failure) std::rethrow_exception(failure);

    const std::vector<WaitingBallot> checked = std::exchange(waiting_, {});
    bytes_ = 0;
    for (std::size_t i = 0; i < checked.size(); ++i) {
        auto& result = *results[i];
        if (!result) return Refused{within(name_of(checked[i]), result.reason())};
        if (auto ok = accept(*result, checked[i]); !ok)
            return Refused{within(name_of(checked[i]), ok.reason())};
    }
    return {};
}

Result<void, Rejection> CountedBallots::add(const CheckedBallot& ballot, const WaitingBallot& from) {
    Last& last = last_[ballot.credential()];
    if (last.size != 0) {
        if (last.hash == ballot.hash() || replaced_.contains(ballot.hash()))
            return Refused{Rejection{Reject::ballot_repeated, ""}};
        std::string bytes(last.size, '\0');
        archive_->read(last.offset, bytes);
        if (sha256_hex(bytes) != last.hash) throw std::runtime_error("the archive changed while it was read");
        const auto earlier = recall_ballot(*election_, bytes);
        ENSURE(earlier && earlier->credential == ballot.credential());
        tally_.uncount(earlier->credential, earlier->choices);
        replaced_.insert(std::move(last.hash));
    }
    tally_.count(ballot.credential(), ballot.choices());
    last = {from.offset, from.bytes.size(), ballot.hash()};
    return {};
}

}  // namespace minhtin
