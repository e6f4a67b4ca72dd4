#include "server/app/campaigns.h"

#include <gtest/gtest.h>

#include "tests/server/record/world.h"

namespace minhtin::test {
namespace {

TEST(Campaigns, EverybodyInTheTreeGetsAFile) {
    World world;
    const auto view = find_campaign(world.app, world.campaign);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->people, 4);
    EXPECT_EQ(view->root_unit_name, "Cơ quan Thử");
    const auto people = list_campaign_people(world.app, world.campaign);
    ASSERT_TRUE(people);
    ASSERT_EQ(people->size(), 4u);
    for (const CampaignPerson& p : *people) {
        EXPECT_EQ(p.channels.at("self-review"), ChannelState::asked);
        EXPECT_EQ(p.channels.at("residence-remark"), ChannelState::not_asked);
        EXPECT_EQ(p.channels.at("confidence-vote"), ChannelState::none);
    }
}

TEST(Campaigns, OnlyTheTree) {
    World world;
    const auto units = world.test.registry->read([](const RegistryTables& t) { return t.people->units(); });
    const auto part = start_campaign(
        world.app, {"Đợt phòng", 2026, units.back().id, "06-qd-duk", world.today}, world.today);
    ASSERT_TRUE(part);
    EXPECT_EQ(part->people, 2);
    EXPECT_EQ(list_campaigns(world.app).size(), 2u);
}

TEST(Campaigns, Refusals) {
    World world;
    const auto root = find_campaign(world.app, world.campaign)->campaign.root_unit_id;
    const auto refusal = [&](NewCampaign wanted) {
        return code_of(start_campaign(world.app, wanted, world.today));
    };
    const Day due = world.today;
    EXPECT_EQ(refusal({"", 2026, root, "96-qd-tw", due}), "field-invalid");
    EXPECT_EQ(refusal({"x", 1999, root, "96-qd-tw", due}), "field-invalid");
    EXPECT_EQ(refusal({"x", 2026, root, "97-qd-tw", due}), "profile-unknown");
    EXPECT_EQ(refusal({"x", 2026, root, "96-qd-tw", due.plus_days(-1)}), "due-past");
    EXPECT_EQ(refusal({"x", 2026, "nowhere", "96-qd-tw", due}), "unit-unknown");
    EXPECT_EQ(refusal({"Đợt thử", 2026, root, "96-qd-tw", due}), "campaign-name-taken");
    world.test.registry->write([](RegistryTables& t) {
        t.people->put(Unit{"empty", {}, "", "Đơn vị trống"});
    });
    EXPECT_EQ(refusal({"x", 2026, "empty", "96-qd-tw", due}), "no-people-in-tree");
    EXPECT_EQ(list_campaigns(world.app).size(), 1u);  // the refused ones left nothing
    EXPECT_EQ(code_of(find_campaign(world.app, "nowhere")), "campaign-unknown");
    EXPECT_EQ(code_of(list_campaign_people(world.app, "nowhere")), "campaign-unknown");
}

}  // namespace
}  // namespace minhtin::test
