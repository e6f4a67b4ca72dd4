#include "server/app/read_vote.h"

#include <algorithm>

#include "ballot/field.h"
#include "crypto/ensure.h"
#include "server/app/ceremony.h"
#include "server/app/drill.h"

namespace minhtin {
namespace {

std::string_view done_by(const VoteTrustee& trustee, std::size_t index, const LiveBoard* board) {
    if (board && board->has_share(index)) return "share";
    if (trustee.drilled) return "drill";
    if (trustee.key) return "key";
    if (trustee.polynomial) return "polynomial";
    if (trustee.certificate) return "certificate";
    return "none";
}

std::vector<std::string> names_where(const VoteView& v, const std::function<bool(std::size_t)>& waited_for) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < v.vote.trustees.size(); ++i)
        if (waited_for(i)) names.push_back(v.vote.trustees[i].name);
    return names;
}

std::vector<VoteStep> steps_of(const VoteView& v) {
    const bool keys = v.vote.election.has_value();
    const bool drill = drills_complete(v.vote);
    const bool slips = v.vote.credentials.has_value();
    const bool opened = v.state >= VoteState::open;
    const auto state = [](bool done, bool current) -> std::string_view {
        return done ? "done" : current ? "current" : "ahead";
    };
    std::vector<VoteStep> steps{{"list", "done", {}, "office"}, {"trustees", "done", {}, "office"}};
    steps.push_back({"keys", state(keys, true),
                     names_where(v, [&](std::size_t i) { return !v.vote.trustees[i].key; }), "trustees"});
    steps.push_back({"drill", state(drill, keys),
                     names_where(v, [&](std::size_t i) { return !v.vote.trustees[i].drilled; }), "trustees"});
    steps.push_back({"slips", state(slips, keys), {}, "slips"});
    steps.push_back({"open", state(opened, keys && drill && slips), {v.chair_name}, "chair"});
    const auto shares = static_cast<std::size_t>(std::count(v.done.begin(), v.done.end(), "share"));
    const bool chair_counts = v.state != VoteState::closed || shares >= v.vote.threshold;
    VoteStep count{"count",
                   state(v.state >= VoteState::counted, opened),
                   {v.chair_name},
                   chair_counts ? "chair" : "trustees"};
    if (!chair_counts)
        count.waiting_for = names_where(v, [&](std::size_t i) { return v.done[i] != "share"; });
    steps.push_back(std::move(count));
    steps.push_back(
        {"record", state(v.state == VoteState::recorded, v.state == VoteState::counted), {}, "office"});
    for (VoteStep& step : steps)
        if (step.state != "current") step.waiting_for.clear();
    return steps;
}

std::string_view next_step(const VoteView& v, std::size_t index, bool certificates, bool polynomials) {
    const VoteTrustee& me = v.vote.trustees[index - 1];
    switch (v.state) {
        case VoteState::setup:
        case VoteState::ready:
            if (!me.certificate) return "certificate";
            if (!me.polynomial) return certificates ? "polynomial" : "wait";
            if (!me.key) return polynomials ? "key" : "wait";
            return me.drilled ? "wait-open" : "drill";
        case VoteState::open:
            return "voting";
        case VoteState::closed:
            return v.done[index - 1] == "share" ? "done" : "share";
        case VoteState::counted:
        case VoteState::recorded:
            break;
    }
    return "done";
}

}  // namespace

Outcome<VoteView> read_vote(App& app, std::string_view uuid) {
    auto found = find_vote(app, uuid);
    if (!found) return found.reason();
    const auto board = app.boards.find(uuid);
    VoteView v{std::move(*found), {}, {}, {}, {}, {}, {}, {}};
    v.state = state_of(v.vote, board.get());
    const auto chair =
        app.registry.read([&](const RegistryTables& t) { return t.accounts->find(v.vote.chair_id); });
    if (chair) v.chair_name = chair->name;
    for (std::size_t i = 0; i < v.vote.trustees.size(); ++i)
        v.done.push_back(done_by(v.vote.trustees[i], i + 1, board.get()));
    v.fingerprint = fingerprint_of(v.vote);
    if (board) {
        v.ballots = board->counted();
        v.box = board->box();
    }
    v.steps = steps_of(v);
    return v;
}

std::vector<VoteSummary> list_votes(App& app, std::string_view campaign_id) {
    const auto votes =
        app.registry.read([&](const RegistryTables& t) { return t.votes->of_campaign(campaign_id); });
    std::vector<VoteSummary> list;
    for (const Vote& vote : votes)
        list.push_back({vote.uuid, vote.name, vote.day, state_of(vote, app.boards.find(vote.uuid).get())});
    return list;
}

Outcome<TrusteeView> read_trustee(App& app, const Invitation& who) {
    auto vote = read_vote(app, who.vote);
    if (!vote) return vote.reason();
    const auto index = static_cast<std::size_t>(who.index);
    TrusteeView view{std::move(*vote), index, {}, {}, {}, {}, {}, {}};
    const Vote& v = view.vote.vote;
    view.certificates = certificates_of(v);
    view.trustees = v.trustees_json;
    if (const auto polynomials = checked_polynomials(v)) view.vinput = make_vinput(*polynomials, index);
    view.step = next_step(view.vote, index, view.certificates.has_value(), view.vinput.has_value());
    const VoteTrustee& me = v.trustees.at(index - 1);
    if (const auto key = public_key_of(me)) {
        const auto sealed = read_document(*me.key, [](Field f) { return f["private_key"].text(); });
        ENSURE(sealed);
        view.private_key = *sealed;
        view.public_key = key->encode();
    }
    return view;
}

Outcome<PublicVote> read_public_vote(App& app, std::string_view uuid) {
    const auto vote = find_vote(app, uuid);
    if (!vote) return Reason::election_unknown;
    const auto board = app.boards.find(uuid);
    const auto state = [&]() -> std::string_view {
        switch (state_of(*vote, board.get())) {
            case VoteState::setup:
            case VoteState::ready:
                return "preparing";
            case VoteState::open:
                return "open";
            case VoteState::closed:
                return "closed";
            case VoteState::counted:
            case VoteState::recorded:
                break;
        }
        return "counted";
    };
    return PublicVote{vote->name, vote->day, state(), fingerprint_of(*vote), vote->persons.size()};
}

Outcome<std::string> read_election(App& app, std::string_view uuid) {
    const auto vote = find_vote(app, uuid);
    if (!vote) return Reason::election_unknown;
    if (!vote->election) return Reason::keys_missing;
    return *vote->election;
}

Outcome<std::string> read_credentials(App& app, std::string_view uuid) {
    const auto vote = find_vote(app, uuid);
    if (!vote) return Reason::election_unknown;
    if (!vote->credentials) return Reason::slips_missing;
    return *vote->credentials;
}

Outcome<std::uint64_t> read_archive(App& app, std::string_view uuid) {
    const std::uint64_t records = app.boards.store().head(uuid).records;
    if (records > 0) return records;
    return is_vote(app, uuid) ? Reason::vote_not_open : Reason::election_unknown;
}

}  // namespace minhtin
