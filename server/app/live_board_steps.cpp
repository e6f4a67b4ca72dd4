// What may be appended to a board, each in one durable group.
#include <iterator>
#include <set>
#include <span>

#include "crypto/ensure.h"
#include "server/app/live_board.h"

namespace minhtin {
namespace {

constexpr int attempts = 3;

}  // namespace

void LiveBoard::doubt() {
    const std::scoped_lock lock(knowing_);
    doubt_ = true;
}

// False when the board was not where we thought: decide anew.
bool LiveBoard::append(const std::vector<BoardEntry>& entries) {
    BoardGroup group;
    std::vector<BoardState> states;  // after each
    std::vector<std::size_t> ends;   // in the group
    for (const BoardEntry& entry : entries) {
        EventRecords step = records_of(states.empty() ? fold_->state() : states.back(), entry.type,
                                       entry.data, fold_->timestamp());
        std::move(step.records.begin(), step.records.end(), std::back_inserter(group));
        states.push_back(std::move(step.next));
        ends.push_back(group.size());
    }
    try {
        if (store_.append(uuid_, fold_->head(), group) == Appended::head_moved) {
            doubt();
            return false;
        }
        // An exception on the way leaves no fold behind.
        std::unique_ptr<BoardFold> fold = std::move(fold_);
        std::vector<BoardFact> facts;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const std::size_t from = i == 0 ? 0 : ends[i - 1];
            facts.push_back(
                fold->take(entries[i], std::move(states[i]), std::span(group).subspan(from, ends[i] - from)));
        }
        const std::scoped_lock lock(knowing_);
        doubt_ = true;  // while half of them are learned
        for (BoardFact& fact : facts) known_.learn(std::move(fact));
        fold_ = std::move(fold);
        doubt_ = false;
    } catch (...) {
        doubt();
        throw;
    }
    return true;
}

std::vector<Outcome<Receipt>> LiveBoard::cast(const std::vector<CheckedCast>& ballots) {
    const std::scoped_lock lock(extending_);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        fold();
        std::vector<BoardEntry> entries;
        std::set<std::string_view> staged;
        if (known_.is_open()) {
            for (const auto& [ballot, bytes] : ballots) {
                if (known_.receipt(ballot.hash()) || !staged.insert(ballot.hash()).second) continue;
                entries.push_back({EventType::ballot, {{bytes, ballot.hash()}}, &ballot});
            }
        }
        if (!entries.empty() && !append(entries)) continue;
        std::vector<Outcome<Receipt>> answers;
        for (const CheckedCast& cast : ballots) {
            if (const auto receipt = known_.receipt(cast.ballot.hash()))
                answers.emplace_back(*receipt);
            else
                answers.emplace_back(Reason::vote_closed);
        }
        return answers;
    }
    return std::vector<Outcome<Receipt>>(ballots.size(), Outcome<Receipt>(Reason::busy));
}

// False as append() says.
bool LiveBoard::count_anew() {
    BoardFold anew(store_, uuid_, *election_);
    anew.read_on();
    if (!(anew.head() == fold_->head())) {
        doubt();
        return false;
    }
    const bool alike = anew.tally().sum() == fold_->tally().sum() &&
                       anew.tally().encode_sized() == fold_->tally().encode_sized();
    if (!alike) {
        fold_.reset();
        doubt();
    }
    ENSURE(alike);
    return true;
}

Outcome<void> LiveBoard::close(std::uint64_t issued) {
    const std::scoped_lock lock(extending_);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const RunningTally& tally = fold().tally();
        if (!known_.is_open()) return Reason::vote_closed;
        const std::uint64_t counted = known_.counted();
        if (counted == 0) return Reason::too_few_ballots;
        if (counted > issued)
            return Refusal(Reason::collected_over_issued,
                           {{"collected", std::to_string(counted)}, {"issued", std::to_string(issued)}});
        ENSURE(tally.ballots() == counted);
        if (counted <= counted_twice && !count_anew()) continue;
        const std::string sum = tally.encode();
        // What is written is what was added up: nothing on the board can be taken back.
        const auto written = decode_tally(*election_, sum);
        ENSURE(written && *written == tally.sum());
        if (append({{EventType::end_ballots, {}},
                    {EventType::encrypted_tally, {{sum}, {tally.encode_sized()}}}}))
            return {};
    }
    return Reason::busy;
}

Outcome<void> LiveBoard::submit_share(std::size_t owner, std::string_view bytes) {
    const std::scoped_lock lock(extending_);
    const std::string share(bytes);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const BoardFold& board = fold();
        if (!board.sum()) return Reason::vote_not_closed;
        if (const auto before = known_.shares().find(owner); before != known_.shares().end()) {
            if (before->second == sha256_hex(share)) return {};
            return Reason::message_differs;
        }
        if (known_.end()) return Reason::not_your_step;
        const auto checked = check_decryption(*election_, *board.sum(), owner, share);
        if (!checked) return checked.reason();
        if (append({{EventType::partial_decryption, {{share}, {encode_owned(owner, share)}}}})) return {};
    }
    return Reason::busy;
}

Outcome<void> LiveBoard::finish() {
    const std::scoped_lock lock(extending_);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const BoardFold& board = fold();
        if (!board.sum()) return Reason::vote_not_closed;
        if (known_.end()) return {};
        if (!enough_decryptions(*election_, board.shares())) return Reason::shares_missing;
        const auto result = compute_result(*election_, *board.sum(), board.weight(), board.shares());
        if (!result) return result.reason();
        const std::string bytes = encode_result(*result);
        // As every verifier will.
        const auto opened = open_tally(*election_, *board.sum(), board.shares());
        ENSURE(opened && check_result(*election_, *opened, board.weight(), bytes));
        if (append({{EventType::result, {{bytes}}}})) return {};
    }
    return Reason::busy;
}

}  // namespace minhtin
