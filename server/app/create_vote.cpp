#include "server/app/create_vote.h"

#include <algorithm>
#include <set>

#include "ballot/tally.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

constexpr std::size_t most_persons = 100, fewest_trustees = 3, most_trustees = 15;
constexpr std::int64_t most_slips = 100'000;

// The list voted on, as the ballot shows it: name and main post on that day.
Outcome<std::vector<VotePerson>> list_of(const RegistryTables& t, std::string_view campaign_id,
                                         const std::vector<std::string>& ids) {
    if (ids.empty() || ids.size() > most_persons) return Reason::persons_missing;
    std::vector<VotePerson> list;
    std::set<std::string> seen;
    for (const std::string& id : ids) {
        const auto person = t.people->person(id);
        if (!person) return Reason::person_unknown;
        if (!seen.insert(id).second) return Refusal(Reason::person_twice, {{"person_id", id}});
        if (!t.files->of(campaign_id, id))
            return Refusal(Reason::person_outside_campaign, {{"person_id", id}});
        list.push_back({id, person->name, person->posts.empty() ? "" : person->posts.front().title});
    }
    return list;
}

Outcome<std::vector<VoteTrustee>> counting_committee(const NewVote& wanted,
                                                     const std::vector<VotePerson>& list) {
    const std::size_t n = wanted.trustees.size();
    if (n < fewest_trustees || n > most_trustees) return Reason::trustees_number;
    if (wanted.threshold < 2 || wanted.threshold >= n) return Reason::threshold_invalid;
    std::vector<VoteTrustee> committee;
    for (const auto& [given_name, given_post] : wanted.trustees) {
        const std::string full_name = tidy(given_name), post = tidy(given_post);
        if (full_name.empty()) return Reason::trustees_number;
        const auto on_list = [&](const VotePerson& p) { return tidy(p.name) == full_name; };
        if (std::any_of(list.begin(), list.end(), on_list))
            return Refusal(Reason::trustee_on_list, {{"name", full_name}});
        const auto same = [&](const VoteTrustee& t) { return t.name == full_name && t.post == post; };
        if (std::any_of(committee.begin(), committee.end(), same))
            return Refusal(Reason::trustee_twice, {{"name", full_name}});
        committee.push_back({full_name, post, {}, {}, {}, false});
    }
    return committee;
}

}  // namespace

Outcome<std::string> create_vote(App& app, std::string_view campaign_id, const NewVote& wanted) {
    const std::string title = tidy(wanted.name);
    if (title.empty()) return Refusal(Reason::field_invalid, {{"field", "name"}});
    if (wanted.day.year() < 2000) return Refusal(Reason::field_invalid, {{"field", "day"}});
    if (wanted.slips < static_cast<std::int64_t>(fewest_ballots) || wanted.slips > most_slips)
        return Reason::slips_number;
    const std::string uuid = random_base58(app.random, 16), ceremony = random_base58(app.random, 16);
    return app.registry.write([&](RegistryTables& t) -> Outcome<std::string> {
        const auto campaign = t.campaigns->find(campaign_id);
        if (!campaign) return Reason::campaign_unknown;
        auto list = list_of(t, campaign_id, wanted.persons);
        if (!list) return list.reason();
        const auto chair = t.accounts->find(wanted.chair_id);
        if (!chair || chair->disabled || !chair->roles.has(Role::committee)) return Reason::chair_unknown;
        auto committee = counting_committee(wanted, *list);
        if (!committee) return committee.reason();
        t.votes->put({.uuid = uuid,
                      .campaign_id = campaign->id,
                      .name = title,
                      .day = wanted.day,
                      .profile = campaign->profile,
                      .chair_id = chair->id,
                      .threshold = wanted.threshold,
                      .slips = wanted.slips,
                      .ceremony = ceremony,
                      .persons = std::move(*list),
                      .trustees = std::move(*committee),
                      .attendance = {},
                      .election = {},
                      .trustees_json = {},
                      .credentials = {},
                      .recorded = false});
        return uuid;
    });
}

}  // namespace minhtin
