#include "server/app/live_board.h"

#include "crypto/ensure.h"

namespace minhtin {
namespace {

std::shared_ptr<const Election> election_of(const BoardStore& store, const std::string& uuid) {
    std::vector<std::string> setup;
    for (const BoardRecord& record : store.read(uuid, 1, 4)) setup.emplace_back(record_content(record));
    auto election = Election::open(setup);
    ENSURE(election);
    return std::make_shared<const Election>(std::move(*election));
}

}  // namespace

LiveBoard::LiveBoard(BoardStore& store, std::string uuid)
    : store_(store), uuid_(std::move(uuid)), election_(election_of(store_, uuid_)) {}

BoardFold& LiveBoard::fold() const {
    if (!doubt_) return *fold_;
    // Aside, so that an exception leaves nothing half read; then the fold is made anew the next time.
    KnownBoard known = fold_ ? known_ : KnownBoard();
    auto fold = fold_ ? std::move(fold_) : std::make_unique<BoardFold>(store_, uuid_, *election_);
    for (BoardFact& fact : fold->read_on()) known.learn(std::move(fact));
    fold_ = std::move(fold);
    const std::scoped_lock lock(knowing_);
    std::swap(known_, known);
    doubt_ = false;
    return *fold_;
}

template <class Question>
auto LiveBoard::ask(Question&& question) const {
    {
        const std::scoped_lock lock(knowing_);
        if (!doubt_) return question(known_);
    }
    const std::scoped_lock lock(extending_);
    fold();
    return question(known_);
}

EventType LiveBoard::last_event() const {
    return ask([](const KnownBoard& k) { return k.last_event(); });
}

bool LiveBoard::is_open() const {
    return ask([](const KnownBoard& k) { return k.is_open(); });
}

std::uint64_t LiveBoard::counted() const {
    return ask([](const KnownBoard& k) { return k.counted(); });
}

BoardHead LiveBoard::head() const {
    return ask([](const KnownBoard& k) { return k.head(); });
}

bool LiveBoard::has_share(std::size_t owner) const {
    return ask([&](const KnownBoard& k) { return k.shares().contains(owner); });
}

std::size_t LiveBoard::shares() const {
    return ask([](const KnownBoard& k) { return k.shares().size(); });
}

std::optional<ClosedBox> LiveBoard::box() const {
    return ask([](const KnownBoard& k) { return k.box(); });
}

std::optional<BoardFact::End> LiveBoard::end() const {
    return ask([](const KnownBoard& k) { return k.end(); });
}

std::optional<Receipt> LiveBoard::receipt(std::string_view hash) const {
    return ask([&](const KnownBoard& k) { return k.receipt(hash); });
}

std::optional<bool> LiveBoard::counts(std::string_view hash) const {
    return ask([&](const KnownBoard& k) { return k.counts(hash); });
}

}  // namespace minhtin
