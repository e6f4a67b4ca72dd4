#include "server/app/campaigns.h"

#include <algorithm>

#include "server/app/file_entries.h"
#include "server/domain/profiles.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

CampaignView view_of(const RegistryTables& tables, const Campaign& campaign) {
    const auto root = tables.people->unit(campaign.root_unit_id);
    ENSURE(root);
    return {campaign, root->name, static_cast<std::int64_t>(tables.files->of_campaign(campaign.id).size())};
}

}  // namespace

Outcome<CampaignView> start_campaign(App& app, const NewCampaign& wanted, Day today) {
    Campaign campaign{random_base58(app.random, 16), tidy(wanted.name), wanted.year,
                      wanted.root_unit_id,           wanted.profile,    wanted.remark_due};
    if (campaign.name.empty() || length(campaign.name) > 200)
        return Refusal(Reason::field_invalid, {{"field", "name"}});
    if (campaign.year < 2000 || campaign.year > 2199)
        return Refusal(Reason::field_invalid, {{"field", "year"}});
    const RegulationProfile* rules = profile(campaign.profile);
    if (rules == nullptr || !rules->about_trust()) return Reason::profile_unknown;
    if (campaign.remark_due < today) return Reason::due_past;
    return app.registry.write([&](RegistryTables& tables) -> Outcome<CampaignView> {
        if (!tables.people->unit(campaign.root_unit_id)) return Reason::unit_unknown;
        if (tables.campaigns->add(campaign) == Campaigns::Added::name_taken)
            return Reason::campaign_name_taken;
        if (open_missing_files(app, tables, campaign) == 0) return Reason::no_people_in_tree;
        return view_of(tables, campaign);
    });
}

std::vector<CampaignView> list_campaigns(const App& app) {
    return app.registry.read([](const RegistryTables& tables) {
        std::vector<CampaignView> views;
        for (const Campaign& campaign : tables.campaigns->all()) views.push_back(view_of(tables, campaign));
        return views;
    });
}

Outcome<CampaignView> find_campaign(const App& app, std::string_view id) {
    return app.registry.read([&](const RegistryTables& tables) -> Outcome<CampaignView> {
        const auto campaign = tables.campaigns->find(id);
        if (!campaign) return Reason::campaign_unknown;
        return view_of(tables, *campaign);
    });
}

Outcome<std::vector<CampaignPerson>> list_campaign_people(const App& app, std::string_view campaign_id) {
    return app.registry.read([&](const RegistryTables& tables) -> Outcome<std::vector<CampaignPerson>> {
        const auto campaign = tables.campaigns->find(campaign_id);
        if (!campaign) return Reason::campaign_unknown;
        std::map<std::string, std::map<std::string, ChannelState>> states;  // by file
        for (const StandingRow& s : tables.files->standings_of_campaign(campaign_id))
            states[s.file_id][s.channel] = s.state;
        std::vector<CampaignPerson> people;
        for (const RatingFile& file : tables.files->of_campaign(campaign_id)) {
            const auto person = tables.people->person(file.person_id);
            ENSURE(person);
            const PostHere post = post_in(tables, *campaign, *person);
            people.push_back({person->id, person->name, post.title, post.unit_name, states[file.id]});
        }
        return people;
    });
}

PostHere post_in(const RegistryTables& tables, const Campaign& campaign, const Person& person) {
    const std::vector<std::string> tree = tables.people->unit_tree(campaign.root_unit_id);
    const auto here = std::ranges::find_if(
        person.posts, [&](const Post& p) { return std::ranges::find(tree, p.unit_id) != tree.end(); });
    if (here == person.posts.end()) return {};
    const auto unit = tables.people->unit(here->unit_id);
    ENSURE(unit);
    return {here->title, unit->name};
}

}  // namespace minhtin
