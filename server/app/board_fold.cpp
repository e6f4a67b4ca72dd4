#include "server/app/board_fold.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>

#include "ballot/archive.h"
#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr std::size_t read_at_once = 256;  // records

// A value that was checked before it came onto the board.
template <class T, class E>
T known(Result<T, E> result) {
    ENSURE(result);
    return std::move(*result);
}

Digest digest_of(std::string_view hex) {
    const auto digest = digest_from_hex(hex);
    ENSURE(digest);
    return *digest;
}

// work(0) to work(n - 1), on all cores. Throws what one of them threw, when all have ended.
template <class Work>
void on_all_cores(std::size_t n, const Work& work) {
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    std::exception_ptr failure;
    const auto some = [&] {
        try {
            for (std::size_t i = next++; i < n && !failed; i = next++) work(i);
        } catch (...) {
            if (!failed.exchange(true)) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        try {
            for (unsigned t = 1; t < std::thread::hardware_concurrency(); ++t) others.emplace_back(some);
        } catch (const std::system_error&) {  // fewer do it, too
        }
        some();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace

BoardFold::BoardFold(const BoardStore& store, const std::string& uuid, const Election& election)
    : store_(store),
      uuid_(uuid),
      election_(election),
      tally_(election),
      last_(election.credentials().size()) {}

std::vector<BoardFact> BoardFold::read_on() {
    const BoardHead end = store_.head(uuid_);
    std::vector<BoardFact> facts;
    if (records_ == 0) begin(end);
    while (records_ < end.records)
        read_page(store_.read(uuid_, records_, std::min<std::uint64_t>(read_at_once, end.records - records_)),
                  facts);
    ENSURE(head() == end);
    return facts;
}

void BoardFold::begin(const BoardHead& end) {
    const auto header = store_.read(uuid_, 0, 1), last = store_.read(uuid_, end.records - 1, 1);
    ENSURE(header.size() == 1 && last.size() == 1);
    timestamp_ = known(ArchiveReader::open(MemorySource(header[0].bytes))).timestamp();
    archive_.update(header[0].bytes);
    records_ = 1;
    // Once there is an EncryptedTally, nobody asks for the sum that led to it.
    adding_ = known(decode_event(record_content(last[0]))).type < EventType::encrypted_tally;
}

// Up to the last event in it.
void BoardFold::read_page(std::vector<BoardRecord> records, std::vector<BoardFact>& facts) {
    while (!records.empty() && event_hash(records.back()).empty()) records.pop_back();
    ENSURE(!records.empty());
    struct Event {
        BoardEvent event;
        std::size_t first, size;  // of its data
        RecalledBallot ballot;
    };
    std::vector<Event> events;
    for (std::size_t i = 0, first = 0; i < records.size(); ++i) {
        if (event_hash(records[i]).empty()) continue;
        events.push_back({known(decode_event(record_content(records[i]))), first, i - first, {}});
        first = i + 1;
    }
    // What takes time: the hash over all, each record's own hash, the elements of ballots.
    on_all_cores(1 + events.size(), [&](std::size_t i) {
        if (i == 0) {
            for (const BoardRecord& record : records) archive_.update(record.bytes);
            return;
        }
        Event& e = events[i - 1];
        for (std::size_t r = e.first; r <= e.first + e.size; ++r) checked_content(records[r], timestamp_);
        if (e.event.type != EventType::ballot) return;
        const std::string_view content = record_content(records.at(e.first));
        if (adding_) {
            e.ballot = known(recall_ballot(election_, content));
        } else {
            const auto credential = credential_at_beginning(election_, content);
            ENSURE(credential);
            e.ballot.credential = *credential;
        }
    });
    for (Event& e : events) {
        std::vector<std::string> hashes;
        std::vector<std::string_view> data;
        for (std::size_t r = e.first; r < e.first + e.size; ++r) {
            hashes.push_back(records[r].name.substr(0, records[r].name.find('.')));
            data.push_back(record_content(records[r]));
        }
        BoardState next = known(admit(state_, e.event, hashes));
        BoardFact fact = e.event.type == EventType::ballot
                             ? ballot(digest_of(hashes[0]), e.ballot.credential, e.ballot.choices)
                             : other(e.event.type, data);
        stand_after(fact, std::move(next), e.size + 1);
        facts.push_back(std::move(fact));
    }
}

BoardFact BoardFold::take(const BoardEntry& entry, BoardState after, std::span<const BoardRecord> records) {
    for (const BoardRecord& record : records) archive_.update(record.bytes);
    std::vector<std::string_view> data;
    for (const BoardData& d : entry.data) data.push_back(d.content);
    BoardFact fact =
        entry.type == EventType::ballot
            ? ballot(digest_of(entry.data[0].hash), entry.ballot->credential(), entry.ballot->choices())
            : other(entry.type, data);
    stand_after(fact, std::move(after), records.size());
    return fact;
}

void BoardFold::stand_after(BoardFact& fact, BoardState state, std::size_t records) {
    state_ = std::move(state);
    records_ += records;
    fact.state = state_;
    fact.records = records_;
    if (fact.end) fact.end->archive_hash = to_hex(archive_.so_far());
}

BoardFact BoardFold::ballot(const Digest& hash, std::size_t credential, const CiphertextTable& choices) {
    BoardFact fact;
    fact.ballot = {hash, {}};
    auto& last = last_[credential];
    if (last) fact.ballot->replaced = last->hash;
    if (adding_) {
        if (last) tally_.uncount(credential, recall(*last, credential));
        tally_.count(credential, choices);
    }
    last = {hash, records_};
    return fact;
}

BoardFact BoardFold::other(EventType type, const std::vector<std::string_view>& data) {
    BoardFact fact;
    switch (type) {
        case EventType::setup:
        case EventType::ballot:
        case EventType::end_ballots:
            break;
        case EventType::encrypted_tally:
            sum_ = known(decode_tally(election_, data[0]));
            weight_ = known(decode_sized_tally(data[1], election_.profile())).weight;
            ENSURE(!adding_ || (*sum_ == tally_.sum() && weight_ == tally_.weight()));
            break;
        case EventType::partial_decryption: {
            const auto owned = known(decode_owned(data[1], election_.profile()));
            shares_.push_back(known(check_decryption(election_, *sum_, owned.owner, data[0])));
            fact.share = {owned.owner, owned.hash};
            break;
        }
        case EventType::result: {
            const auto opened = known(open_tally(election_, *sum_, shares_));
            fact.end = {known(check_result(election_, opened, weight_, data[0])), {}};
            break;
        }
    }
    return fact;
}

CiphertextTable BoardFold::recall(const OnBoard& ballot, std::size_t credential) const {
    const auto records = store_.read(uuid_, ballot.record, 1);
    ENSURE(records.size() == 1 && records[0].name == data_name(to_hex(ballot.hash)));
    RecalledBallot recalled = known(recall_ballot(election_, checked_content(records[0], timestamp_)));
    ENSURE(recalled.credential == credential);
    return std::move(recalled.choices);
}

}  // namespace minhtin
