#include "server/app/demo.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <map>

#include "server/app/read_findings.h"
#include "server/app/setup.h"
#include "tests/server/record/world.h"

namespace minhtin::test {
namespace {

// The settings of a demo installation over a test's stores.
App demo_app(TestApp& test) {
    return App{.registry = *test.registry,
               .clock = test.clock,
               .random = test.random,
               .sessions = test.sessions,
               .passwords = test.passwords,
               .attempts = test.attempts,
               .seals = test.seals,
               .settings = {.version = "test", .demo = true, .page_hash = ""},
               .boards = test.boards,
               .box = test.box,
               .drills = test.drills};
}

TEST(Demo, FillsAnEmptyInstallationOnce) {
    TestApp test;
    App app = demo_app(test);
    make_demo(app, test.clock.today());
    EXPECT_NE(organisation(app).find("dữ liệu thử"), std::string::npos);
    const auto accounts = test.registry->read([](const RegistryTables& t) { return t.accounts->all(); });
    ASSERT_EQ(accounts.size(), demo_accounts().size());
    for (const DemoAccount& a : demo_accounts()) {
        const auto hash = test.registry->read([&](const RegistryTables& t) {
            return t.accounts->password_hash(t.accounts->find_login(a.login)->id);
        });
        EXPECT_TRUE(test.passwords.verify(hash, a.password)) << a.login;
    }
    ASSERT_EQ(list_campaigns(app).size(), 2u);
    const auto campaigns = list_campaigns(app);
    const auto running =
        std::ranges::find(campaigns, "96-qd-tw", [](const CampaignView& v) { return v.campaign.profile; });
    ASSERT_NE(running, campaigns.end());
    EXPECT_EQ(running->people, 24);
    std::map<ChannelState, int> states;
    const auto requests = list_remark_requests(app, running->campaign.id, test.clock.today());
    for (const RemarkRequest& r : *requests) ++states[r.state];
    EXPECT_EQ(states[ChannelState::received], 1);
    EXPECT_EQ(states[ChannelState::exempt], 1);
    EXPECT_EQ(states[ChannelState::asked], 4);
    make_demo(app, test.clock.today());  // again: nothing
    EXPECT_EQ(list_campaigns(app).size(), 2u);
}

TEST(Demo, ShowsEveryKindOfFinding) {
    TestApp test;
    App app = demo_app(test);
    make_demo(app, test.clock.today());
    const auto campaigns = list_campaigns(app);
    const auto running =
        std::ranges::find(campaigns, "96-qd-tw", [](const CampaignView& v) { return v.campaign.profile; });
    const std::string& campaign = running->campaign.id;
    Actor office;
    office.account =
        test.registry->read([](const RegistryTables& t) { return t.accounts->find_login("vanphong"); });
    const auto person =
        test.registry->read([](const RegistryTables& t) { return t.people->person_by_code("DT02"); });
    const auto own = read_findings(app, office, campaign, person->id, test.clock.today());
    ASSERT_TRUE(own);
    using enum Finding::Kind;
    for (const auto kind : {forbids, missing, would_break, warns})
        EXPECT_GT(std::ranges::count(own->verdict.findings, kind, &Finding::kind), 0) << name(kind);
    EXPECT_FALSE(own->verdict.not_applied.empty());
    const auto free = [&](const char* code) {
        const auto one =
            test.registry->read([&](const RegistryTables& t) { return t.people->person_by_code(code); });
        const auto found =
            read_unit_findings(app, office, campaign, one->posts.front().unit_id, test.clock.today());
        EXPECT_EQ(found->people.size(), 6u);
        return found->verdict.caps.at(0).free;
    };
    EXPECT_EQ(free("DT01"), 0);
    EXPECT_EQ(free("DT08"), -2);
}

TEST(Demo, NeverInARealInstallation) {
    TestApp test;
    EXPECT_THROW(make_demo(test.app, test.clock.today()), Bug);
    EXPECT_TRUE(setup_needed(test.app));
}

}  // namespace
}  // namespace minhtin::test
