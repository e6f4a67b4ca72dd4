#include "server/app/read_result.h"

#include "crypto/ensure.h"

namespace minhtin {
namespace {

// Answers of a question stand in the order of the profile's levels (ceremony.cpp).
LevelCounts by_level(const RegulationProfile& rules, const std::vector<std::uint64_t>& answers) {
    ENSURE(answers.size() == rules.levels.size());
    LevelCounts counts;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::string& level = rules.levels[i].id;
        ENSURE(level == "high" || level == "trust" || level == "low");
        auto& count = level == "high" ? counts.high : level == "trust" ? counts.trust : counts.low;
        count = static_cast<std::int64_t>(answers[i]);
    }
    return counts;
}

}  // namespace

Outcome<ResultSheet> read_result(App& app, std::string_view uuid) {
    auto vote = find_vote(app, uuid);
    if (!vote) return vote.reason();
    const auto board = app.boards.find(uuid);
    const auto end = board ? board->end() : std::nullopt;
    if (!end) return Reason::vote_not_counted;
    const RegulationProfile* rules = profile(vote->profile);
    ENSURE(rules && vote->attendance && end->result.size() == vote->persons.size());
    ResultSheet sheet{.vote = std::move(*vote),
                      .chair_name = {},
                      .collected = static_cast<std::int64_t>(board->counted()),
                      .base_kind = rules->base,
                      .base = 0,
                      .archive_hash = end->archive_hash,
                      .fingerprint = board->election().fingerprint(),
                      .box = board->box().value(),
                      .shares = {},
                      .tallies = {}};
    const auto chair =
        app.registry.read([&](const RegistryTables& t) { return t.accounts->find(sheet.vote.chair_id); });
    if (chair) sheet.chair_name = chair->name;
    for (std::size_t i = 1; i <= sheet.vote.trustees.size(); ++i) sheet.shares.push_back(board->has_share(i));
    const BallotNumbers ballots{sheet.vote.attendance->summoned, sheet.vote.attendance->issued,
                                sheet.collected};
    for (const auto& answers : end->result)
        sheet.tallies.push_back(tally_of(*rules, by_level(*rules, answers), ballots));
    sheet.base = sheet.tallies.front().base;
    return sheet;
}

}  // namespace minhtin
