#include "server/app/read_result.h"

#include "crypto/ensure.h"
#include "crypto/hash.h"
#include "server/app/board_source.h"
#include "server/domain/bands.h"
#include "server/domain/percent.h"

namespace minhtin {
namespace {

std::string hash_of_archive(const BoardStore& store, const std::string& uuid, std::uint64_t records) {
    Sha256 hash;
    ArchivePages pages(store, uuid, records);
    for (std::string bytes = pages.next(); !bytes.empty(); bytes = pages.next()) hash.update(bytes);
    return to_hex(hash.finish());
}

std::int64_t number_of(Base base, const Attendance& attendance, std::int64_t collected) {
    switch (base) {
        case Base::eligible:
            return attendance.summoned;
        case Base::issued:
            return attendance.issued;
        case Base::collected:
            break;
    }
    return collected;
}

PersonResult person_result(const VoteResult& r, const RegulationProfile& rules, std::size_t question,
                           const std::vector<std::uint64_t>& counts) {
    ENSURE(counts.size() == rules.levels.size());
    PersonResult p{question, r.vote.persons[question], {}, r.collected, nullptr};
    Counts by_name;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto count = static_cast<std::int64_t>(counts[i]);
        const std::string& level = rules.levels[i].id;
        p.levels.push_back({level, count, percent(count, r.base_number)});
        p.not_counted -= count;
        if (level == "high") by_name.high = count;
        if (level == "trust") by_name.trust = count;
        if (level == "low") by_name.low = count;
    }
    ENSURE(p.not_counted >= 0);
    p.band = band_of(rules, by_name, r.base_number);
    return p;
}

}  // namespace

Outcome<VoteResult> read_result(App& app, std::string_view uuid) {
    auto vote = find_vote(app, uuid);
    if (!vote) return vote.reason();
    const auto board = app.boards.find(uuid);
    const auto counts = board ? board->result() : std::nullopt;
    if (!counts) return Reason::vote_not_counted;
    const RegulationProfile* rules = profile(vote->profile);
    ENSURE(rules && vote->attendance && counts->size() == vote->persons.size());
    const auto collected = static_cast<std::int64_t>(board->counted());
    VoteResult r{
        .vote = std::move(*vote),
        .chair_name = {},
        .collected = collected,
        .base = rules->base,
        .base_number = 0,
        .archive_hash = hash_of_archive(app.boards.store(), std::string(uuid), board->head().records),
        .fingerprint = board->election().fingerprint(),
        .shares = {},
        .persons = {}};
    r.base_number = number_of(r.base, *r.vote.attendance, collected);
    const auto chair =
        app.registry.read([&](const RegistryTables& t) { return t.accounts->find(r.vote.chair_id); });
    if (chair) r.chair_name = chair->name;
    for (std::size_t i = 1; i <= r.vote.trustees.size(); ++i) r.shares.push_back(board->has_share(i));
    for (std::size_t q = 0; q < counts->size(); ++q)
        r.persons.push_back(person_result(r, *rules, q, (*counts)[q]));
    return r;
}

}  // namespace minhtin
