#pragma once
// Campaigns: start one, list them, see how far each person's file has come.
#include <map>
#include <string>
#include <vector>

#include "server/app/actor.h"
#include "server/app/app.h"

namespace minhtin {

struct NewCampaign {
    std::string name;
    int year = 0;
    std::string root_unit_id, profile;
    Day remark_due;
};

struct CampaignView {
    Campaign campaign;
    std::string root_unit_name;
    std::int64_t people = 0;  // files
};

// Makes a rating file for everybody who holds a post in the tree. Refuses field_invalid (name, year),
// unit_unknown, profile_unknown, due_past, campaign_name_taken, no_people_in_tree.
Outcome<CampaignView> start_campaign(App& app, const NewCampaign& wanted, Day today);

std::vector<CampaignView> list_campaigns(const App& app);
Outcome<CampaignView> find_campaign(const App& app, std::string_view id);

struct CampaignPerson {
    std::string person_id, name, post, unit_name;
    std::map<std::string, ChannelState> channels;  // by channel
};
// In Vietnamese order of the names. Refuses campaign_unknown.
Outcome<std::vector<CampaignPerson>> list_campaign_people(const App& app, std::string_view campaign_id);

// The post under which a person stands in a campaign: the main one if it is in the tree, else the first that
// is.
struct PostHere {
    std::string title, unit_name;
};
PostHere post_in(const RegistryTables& tables, const Campaign& campaign, const Person& person);

}  // namespace minhtin
