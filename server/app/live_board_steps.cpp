// What may be appended to a board, each in one durable group.
#include <thread>

#include "ballot/audit.h"
#include "crypto/ensure.h"
#include "crypto/hash.h"
#include "server/app/board_records.h"
#include "server/app/board_source.h"
#include "server/app/live_board.h"

namespace minhtin {
namespace {

constexpr int attempts = 3;

bool is_open(const BoardState& state) {
    return state.last == EventType::setup || state.last == EventType::ballot;
}

// The archive as it would be with more records behind it.
class Extended : public ByteSource {
public:
    Extended(const BoardStore& store, const std::string& uuid, const BoardGroup& more) : board_(store, uuid) {
        for (const BoardRecord& record : more) tail_ += record.bytes;
    }
    std::uint64_t size() const override { return board_.size() + tail_.size(); }
    void read(std::uint64_t offset, std::span<char> out) const override {
        const std::size_t in_board =
            offset < board_.size() ? std::min<std::uint64_t>(out.size(), board_.size() - offset) : 0;
        board_.read(std::min(offset, board_.size()), out.first(in_board));
        MemorySource(tail_).read(std::max(offset, board_.size()) - board_.size(), out.subspan(in_board));
    }

private:
    BoardSource board_;
    std::string tail_;
};

}  // namespace

BoardGroup LiveBoard::group_of(const Folded& f, const std::vector<Step>& steps) {
    BoardGroup group;
    BoardState state = f.state;
    for (const Step& step : steps) {
        EventRecords records = records_of(state, step.type, step.data, f.timestamp);
        std::move(records.records.begin(), records.records.end(), std::back_inserter(group));
        state = std::move(records.next);
    }
    return group;
}

// With the lock held. False when the board was not where we thought: everything is folded again, decide anew.
bool LiveBoard::commit(const std::vector<Step>& steps) {
    Folded& f = now();
    const BoardGroup group = group_of(f, steps);
    // Until all is appended and applied, what we know may be wrong: an exception on the way leaves nothing
    // behind.
    std::unique_ptr<Folded> mine = std::move(folded_);
    if (store_.append(uuid_, f.head, group) == Appended::head_moved) return false;
    for (const Step& step : steps) {
        if (step.type == EventType::ballot) {
            const std::string hash = sha256_hex(step.data[0]);
            const std::size_t credential = step.ballot->credential();
            const std::string before = f.last[credential];
            if (!before.empty()) f.tally.uncount(credential, recall(before));
            f.tally.count(credential, step.ballot->choices());
            note(f, hash, credential);
        } else {
            apply(f, step.type, step.data);
        }
        advance(f, records_of(f.state, step.type, step.data, f.timestamp).next);
    }
    f.head = {f.head.records + group.size(), *f.state.head};
    folded_ = std::move(mine);
    return true;
}

std::vector<Outcome<Receipt>> LiveBoard::cast(const std::vector<CheckedCast>& ballots) {
    const std::scoped_lock lock(mutex_);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const Folded& f = now();
        std::vector<Step> steps;
        std::unordered_map<std::string, bool> staged;
        if (is_open(f.state)) {
            for (const CheckedCast& cast : ballots) {
                if (f.ballots.contains(cast.ballot.hash()) ||
                    !staged.emplace(cast.ballot.hash(), true).second)
                    continue;
                steps.push_back({EventType::ballot, {cast.bytes}, &cast.ballot});
            }
        }
        if (!steps.empty() && !commit(steps)) continue;
        std::vector<Outcome<Receipt>> answers;
        for (const CheckedCast& cast : ballots) {
            if (const auto receipt = receipt_of(now(), cast.ballot.hash()))
                answers.emplace_back(*receipt);
            else
                answers.emplace_back(Reason::vote_closed);
        }
        return answers;
    }
    return std::vector<Outcome<Receipt>>(ballots.size(), Outcome<Receipt>(Reason::busy));
}

Outcome<void> LiveBoard::close(std::uint64_t issued) {
    const std::scoped_lock lock(mutex_);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const Folded& f = now();
        if (!is_open(f.state)) return Reason::vote_closed;
        if (f.counted == 0) return Reason::too_few_ballots;
        if (f.counted > issued)
            return Refusal(Reason::collected_over_issued,
                           {{"collected", std::to_string(f.counted)}, {"issued", std::to_string(issued)}});
        // The sum that grew with the ballots against the sum over the ballots that are there.
        const RunningTally again = recount(f);
        ENSURE(again.sum() == f.tally.sum() && again.ballots() == f.tally.ballots() &&
               again.ballots() == f.counted);
        const std::vector<Step> steps{
            {EventType::end_ballots, {}, nullptr},
            {EventType::encrypted_tally, {again.encode(), again.encode_sized()}, nullptr}};
        if (commit(steps)) return {};
    }
    return Reason::busy;
}

Outcome<void> LiveBoard::submit_share(std::size_t owner, std::string_view bytes) {
    const std::scoped_lock lock(mutex_);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const Folded& f = now();
        if (!f.sum) return Reason::vote_not_closed;
        if (const auto before = f.share_hashes.find(owner); before != f.share_hashes.end()) {
            if (before->second == sha256_hex(bytes)) return {};
            return Reason::message_differs;
        }
        if (f.result) return Reason::not_your_step;
        const auto checked = check_decryption(*election_, *f.sum, owner, bytes);
        if (!checked) return checked.reason();
        if (commit(
                {{EventType::partial_decryption, {std::string(bytes), encode_owned(owner, bytes)}, nullptr}}))
            return {};
    }
    return Reason::busy;
}

Outcome<void> LiveBoard::finish() {
    const std::scoped_lock lock(mutex_);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const Folded& f = now();
        if (!f.sum) return Reason::vote_not_closed;
        if (f.result) return {};
        if (!enough_decryptions(*election_, f.shares)) return Reason::shares_missing;
        const auto result = compute_result(*election_, *f.sum, f.weight, f.shares);
        if (!result) return result.reason();
        const std::vector<Step> steps{{EventType::result, {encode_result(*result)}, nullptr}};
        // A result is not announced before the whole archive with it has passed what everybody can check.
        const AuditReport report = audit(Extended(store_, uuid_, group_of(f, steps)),
                                         {.threads = std::max(1u, std::thread::hardware_concurrency())});
        if (report.rejection) return *report.rejection;
        ENSURE(report.result == *result && report.counted == f.counted);
        if (commit(steps)) return {};
    }
    return Reason::busy;
}

}  // namespace minhtin
