#include "server/app/live_board.h"

#include <thread>

#include "ballot/field.h"
#include "crypto/ensure.h"
#include "crypto/hash.h"
#include "server/app/board_records.h"
#include "server/app/board_source.h"

namespace minhtin {
namespace {

// A value that was checked before it came onto the board.
template <class T, class E>
T known(Result<T, E> result) {
    ENSURE(result);
    return std::move(*result);
}

std::shared_ptr<const Election> election_of(const BoardStore& store, const std::string& uuid) {
    std::vector<std::string> setup;
    for (const BoardRecord& record : store.read(uuid, 1, 4)) setup.emplace_back(record_content(record));
    return std::make_shared<const Election>(known(Election::open(setup)));
}

}  // namespace

LiveBoard::LiveBoard(BoardStore& store, std::string uuid)
    : store_(store), uuid_(std::move(uuid)), election_(election_of(store_, uuid_)), folded_(fold()) {}

std::unique_ptr<LiveBoard::Folded> LiveBoard::fold() const {
    auto f = std::make_unique<Folded>(*election_);
    const BoardSource source(store_, uuid_);
    f->head = store_.head(uuid_);
    ArchiveReader archive = known(ArchiveReader::open(source));
    f->timestamp = archive.timestamp();
    std::vector<std::string> data, hashes;
    while (auto file = known(archive.next())) {
        if (file->kind == ArchiveFile::Kind::data) {
            hashes.push_back(file->hash);
            data.push_back(std::move(file->content));
            continue;
        }
        const BoardEvent event = known(decode_event(file->content));
        advance(*f, known(admit(f->state, event, hashes)));
        if (event.type == EventType::ballot) {
            const auto credential =
                known(read_document(data[0], [](Field b) { return b["credential"].element(); }));
            const auto place = election_->credentials().find(credential);
            ENSURE(place);
            note(*f, hashes[0], *place);
        } else {
            apply(*f, event.type, data);
        }
        data.clear();
        hashes.clear();
    }
    ENSURE(f->state.head == f->head.event);
    if (!f->sum) f->tally = recount(*f);
    return f;
}

void LiveBoard::note(Folded& f, const std::string& hash, std::size_t credential) const {
    std::string& last = f.last[credential];
    if (last.empty()) ++f.counted;
    f.ballots.emplace(hash, Ballot{credential, !last.empty()});
    last = hash;
}

// An event is on the board, the ballots before it noted.
void LiveBoard::advance(Folded& f, BoardState next) {
    f.state = std::move(next);
    if (f.state.last == EventType::encrypted_tally) f.box = ClosedBox{f.counted, *f.state.head};
}

void LiveBoard::apply(Folded& f, EventType type, const std::vector<std::string>& data) const {
    switch (type) {
        case EventType::setup:
        case EventType::ballot:
        case EventType::end_ballots:
            return;
        case EventType::encrypted_tally: {
            f.sum = known(decode_tally(*election_, data[0]));
            f.weight = known(decode_sized_tally(data[1], election_->profile())).weight;
            return;
        }
        case EventType::partial_decryption: {
            const auto owned = known(decode_owned(data[1], election_->profile()));
            f.shares.push_back(known(check_decryption(*election_, *f.sum, owned.owner, data[0])));
            f.share_hashes[owned.owner] = owned.hash;
            return;
        }
        case EventType::result: {
            const auto opened = known(open_tally(*election_, *f.sum, f.shares));
            f.result = known(check_result(*election_, opened, f.weight, data[0]));
            return;
        }
    }
}

CiphertextTable LiveBoard::recall(const std::string& hash) const {
    const auto record = store_.find(uuid_, data_name(hash));
    ENSURE(record);
    return known(recall_ballot(*election_, record_content(*record))).choices;
}

// The sum over the ballots that count, from their bytes.
RunningTally LiveBoard::recount(const Folded& f) const {
    RunningTally tally(*election_);
    std::mutex adding;
    std::exception_ptr failure;
    const auto part = [&](std::size_t first, std::size_t step) {
        try {
            for (std::size_t c = first; c < f.last.size(); c += step) {
                if (f.last[c].empty()) continue;
                const CiphertextTable choices = recall(f.last[c]);
                const std::scoped_lock lock(adding);
                tally.count(c, choices);
            }
        } catch (...) {
            const std::scoped_lock lock(adding);
            failure = std::current_exception();
        }
    };
    {
        const std::size_t threads = std::max(1u, std::thread::hardware_concurrency());
        std::vector<std::jthread> others;
        for (std::size_t t = 1; t < threads; ++t) others.emplace_back(part, t, threads);
        part(0, threads);
    }
    if (failure) std::rethrow_exception(failure);
    return tally;
}

// With the lock held.
LiveBoard::Folded& LiveBoard::now() const {
    if (!folded_) folded_ = fold();
    return *folded_;
}

EventType LiveBoard::last_event() const {
    const std::scoped_lock lock(mutex_);
    return *now().state.last;
}

std::uint64_t LiveBoard::counted() const {
    const std::scoped_lock lock(mutex_);
    return now().counted;
}

BoardHead LiveBoard::head() const {
    const std::scoped_lock lock(mutex_);
    return now().head;
}

bool LiveBoard::has_share(std::size_t owner) const {
    const std::scoped_lock lock(mutex_);
    return now().share_hashes.contains(owner);
}

std::size_t LiveBoard::shares() const {
    const std::scoped_lock lock(mutex_);
    return now().shares.size();
}

std::optional<ClosedBox> LiveBoard::box() const {
    const std::scoped_lock lock(mutex_);
    return now().box;
}

std::optional<ResultTable> LiveBoard::result() const {
    const std::scoped_lock lock(mutex_);
    return now().result;
}

std::optional<Receipt> LiveBoard::receipt(std::string_view hash) const {
    const std::scoped_lock lock(mutex_);
    return receipt_of(now(), std::string(hash));
}

std::optional<Receipt> LiveBoard::receipt_of(const Folded& f, const std::string& hash) {
    const auto at = f.ballots.find(hash);
    if (at == f.ballots.end()) return {};
    return Receipt{to_base64(*from_hex(hash)), hash, at->second.replaces};
}

std::optional<bool> LiveBoard::counts(std::string_view hash) const {
    const std::scoped_lock lock(mutex_);
    const Folded& f = now();
    const auto at = f.ballots.find(std::string(hash));
    if (at == f.ballots.end()) return {};
    return f.last[at->second.credential] == hash;
}

}  // namespace minhtin
