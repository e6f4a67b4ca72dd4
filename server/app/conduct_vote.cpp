#include "server/app/conduct_vote.h"

#include <chrono>

#include "ballot/tally.h"
#include "crypto/ensure.h"
#include "server/domain/profiles.h"

namespace minhtin {
namespace {

bool is_chair(const Actor& actor, const Vote& vote) {
    return actor.account && actor.account->id == vote.chair_id;
}

// The day at 00:00 UTC: the only time that an archive shows.
std::uint64_t archive_time(Day day) {
    const std::string iso = day.iso();
    const std::chrono::year_month_day date{
        std::chrono::year(std::stoi(iso.substr(0, 4))),
        std::chrono::month(static_cast<unsigned>(std::stoul(iso.substr(5, 2)))),
        std::chrono::day(static_cast<unsigned>(std::stoul(iso.substr(8, 2))))};
    const auto seconds = std::chrono::sys_seconds(std::chrono::sys_days(date)).time_since_epoch().count();
    ENSURE(seconds >= 0);
    return static_cast<std::uint64_t>(seconds);
}

Outcome<std::shared_ptr<LiveBoard>> board_of(App& app, const Actor& chair, std::string_view uuid) {
    const auto vote = find_vote(app, uuid);
    if (!vote) return vote.reason();
    if (!is_chair(chair, *vote)) return Reason::not_the_chair;
    auto board = app.boards.find(uuid);
    if (!board) return Reason::vote_not_open;
    return board;
}

}  // namespace

Outcome<void> set_attendance(App& app, const Actor& actor, std::string_view uuid, const Attendance& a) {
    // A board that nobody has asked about yet is read now, not in the transaction.
    if (const auto board = app.boards.find(uuid)) (void)board->is_open();
    return change_vote(app, uuid, Preparation::any_time, [&](RegistryTables&, Vote& vote) -> Outcome<void> {
        if (!actor.has(Role::office) && !is_chair(actor, vote)) return Reason::not_the_chair;
        if (a.issued < 0 || a.issued > a.present || a.present > a.summoned) return Reason::attendance_order;
        if (a.issued > vote.slips) return Reason::attendance_over_slips;
        if (was_opened(app, uuid)) {
            if (!app.boards.find(uuid)->is_open()) return Reason::vote_closed;
            const Attendance before = vote.attendance.value();
            if (a.summoned != before.summoned || a.present < before.present || a.issued < before.issued)
                return Reason::attendance_shrinks;
        }
        vote.attendance = a;
        return {};
    });
}

Outcome<void> open_vote(App& app, const Actor& actor, std::string_view uuid) {
    return change_vote(app, uuid, Preparation::only, [&](RegistryTables&, Vote& vote) -> Outcome<void> {
        if (!is_chair(actor, vote)) return Reason::not_the_chair;
        if (!vote.election || !vote.trustees_json) return Reason::keys_missing;
        if (!drills_complete(vote)) return Reason::drill_missing;
        if (!vote.credentials) return Reason::slips_missing;
        if (!vote.attendance || vote.attendance->summoned == 0) return Reason::attendance_missing;
        const RegulationProfile* rules = profile(vote.profile);
        ENSURE(rules);
        if (!quorum_holds(rules->quorum, vote.attendance->present, vote.attendance->summoned))
            return Reason::no_quorum;
        app.boards.begin(uuid, {*vote.election, *vote.trustees_json, *vote.credentials, {}},
                         archive_time(vote.day));
        return {};
    });
}

Outcome<void> close_vote(App& app, const Actor& actor, std::string_view uuid) {
    const auto board = board_of(app, actor, uuid);
    if (!board) return board.reason();
    if ((*board)->is_open() && (*board)->counted() < fewest_ballots) return Reason::too_few_ballots;
    // It only grows, so what holds for this number holds for a later one.
    const auto vote = find_vote(app, uuid);
    if (!vote) return vote.reason();
    return (*board)->close(static_cast<std::uint64_t>(vote->attendance.value().issued));
}

Outcome<void> submit_share(App& app, const Invitation& who, std::string_view bytes) {
    const auto board = app.boards.find(who.vote);
    if (!board) return Reason::vote_not_closed;
    return board->submit_share(static_cast<std::size_t>(who.index), bytes);
}

Outcome<void> finish_vote(App& app, const Actor& actor, std::string_view uuid) {
    const auto board = board_of(app, actor, uuid);
    if (!board)
        return board.reason() == Refusal(Reason::vote_not_open) ? Refusal(Reason::vote_not_closed)
                                                                : board.reason();
    return (*board)->finish();
}

}  // namespace minhtin
