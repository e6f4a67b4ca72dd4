#include "server/app/read_record.h"

#include <gtest/gtest.h>

#include "tests/server/record/world.h"

namespace minhtin::test {
namespace {

TEST(Records, WhoMayRead) {
    World world;
    const auto read = [&](const Actor& actor, const char* code) {
        return code_of(read_record(world.app, actor, world.campaign, world.person(code)));
    };
    for (const Actor* actor : {&world.office, &world.committee_member, &world.inspector})
        EXPECT_EQ(read(*actor, "T2"), "");
    EXPECT_EQ(read(world.member, "T1"), "");
    EXPECT_EQ(read(world.member, "T2"), "not-allowed");
    for (const Actor* actor : {&world.operator_, &world.first_ward, &world.second_ward})
        EXPECT_EQ(read(*actor, "T1"), "not-allowed");
    EXPECT_EQ(read(Actor{}, "T1"), "not-allowed");
    EXPECT_EQ(code_of(read_record(world.app, world.office, world.campaign, "nobody")), "record-unknown");
    EXPECT_EQ(code_of(read_record(world.app, world.office, "nowhere", world.person("T1"))),
              "campaign-unknown");
}

TEST(Records, OwnRecords) {
    World world;
    ASSERT_EQ(list_own_records(world.app, world.member)->size(), 1u);
    EXPECT_EQ(list_own_records(world.app, world.member)->front().person_id, world.person("T1"));
    EXPECT_EQ(code_of(list_own_records(world.app, world.office)), "not-allowed");
}

VoteResult vote_line(std::int64_t low) {
    return {"Lấy phiếu thử",
            "uuid",
            "96-qd-tw",
            0,
            tally_of(*profile("96-qd-tw"), {19, 2, low}, {50, 48, 47}),
            std::string(64, 'a'),
            "fingerprint"};
}

TEST(Records, TheVoteComesInWithItsSource) {
    World world;
    const auto append = [&](const std::string& campaign, const std::string& person, const VoteResult& line) {
        return world.test.registry->write([&](RegistryTables& t) {
            return append_vote_result(world.app, t, campaign, person, line, author_of(world.office),
                                      world.today);
        });
    };
    const auto first = append(world.campaign, world.person("T1"), vote_line(25));
    ASSERT_TRUE(first);
    EXPECT_EQ(append(world.campaign, world.person("T1"), vote_line(25))->hash,
              first->hash);  // the same line once
    EXPECT_EQ(append(world.campaign, world.person("T1"), vote_line(24))->seq, 2);
    EXPECT_EQ(code_of(append(world.campaign, "nobody", vote_line(25))), "person-outside-campaign");
    EXPECT_EQ(code_of(append("nowhere", world.person("T1"), vote_line(25))), "campaign-unknown");
    const auto view = read_record(world.app, world.member, world.campaign, world.person("T1"));
    ASSERT_TRUE(view);
    EXPECT_EQ(view->entries[0].source, (EntrySource{EntrySource::Kind::archive, "Lấy phiếu thử"}));
    EXPECT_EQ(view->record.superseded[0], 2);
    EXPECT_EQ(view->hashes.back(), view->file.head);
    EXPECT_EQ(view->record.of(confidence_vote).state, ChannelState::received);
    EXPECT_FALSE(view->record.complete());
}

}  // namespace
}  // namespace minhtin::test
