#include "server/app/known_board.h"

#include "crypto/ensure.h"

namespace minhtin {

void KnownBoard::learn(BoardFact fact) {
    if (fact.ballot) {
        const auto& replaced = fact.ballot->replaced;
        ENSURE(ballots_.emplace(fact.ballot->hash, Ballot{replaced.has_value(), false}).second);
        if (replaced)
            ballots_.at(*replaced).replaced = true;
        else
            ++counted_;
    }
    if (fact.share) shares_.emplace(fact.share->owner, std::move(fact.share->hash));
    if (fact.end) end_ = std::move(fact.end);
    state_ = std::move(fact.state);
    records_ = fact.records;
    if (state_.last == EventType::encrypted_tally) box_ = ClosedBox{counted_, *state_.head};
}

const KnownBoard::Ballot* KnownBoard::find(std::string_view hash) const {
    const auto digest = digest_from_hex(hash);
    if (!digest) return nullptr;
    const auto at = ballots_.find(*digest);
    return at == ballots_.end() ? nullptr : &at->second;
}

std::optional<Receipt> KnownBoard::receipt(std::string_view hash) const {
    const Ballot* ballot = find(hash);
    if (!ballot) return {};
    return Receipt{to_base64(*from_hex(hash)), std::string(hash), ballot->replaces};
}

std::optional<bool> KnownBoard::counts(std::string_view hash) const {
    const Ballot* ballot = find(hash);
    if (!ballot) return {};
    return !ballot->replaced;
}

}  // namespace minhtin
