// The arrangements of votes: what was put comes back whole, and only the latest.
#include "tests/server/store/registry_contract.h"

namespace minhtin::test {
namespace {

using Read = const RegistryTables&;
using Write = RegistryTables&;

Vote a_vote(const std::string& uuid, const std::string& name, Day day) {
    return {.uuid = uuid,
            .campaign_id = "c",
            .name = name,
            .day = day,
            .profile = "96-qd-tw",
            .chair_id = "chair",
            .threshold = 2,
            .slips = 5,
            .ceremony = "ceremony",
            .persons = {{"1", "Đặng Thử", "Trưởng ban"}, {"2", "An Thử", ""}},
            .trustees = {{"Tư Thử", "", {}, {}, {}, false},
                         {"Ba Thử", "Ủy viên", "certificate", "polynomial", "key", true}},
            .attendance = {},
            .election = {},
            .trustees_json = {},
            .credentials = {},
            .recorded = false};
}

std::string uuids(const std::vector<Vote>& votes) {
    std::string all;
    for (const Vote& vote : votes) all += vote.uuid + " ";
    return all;
}

TEST_P(RegistryContract, VotesComeBackWhole) {
    const Day day = *Day::of(2026, 12, 20);
    Vote vote = a_vote("v", "Lấy phiếu", day);
    write([&](Write t) {
        t.people->put(Unit{"u", {}, "", "Cơ quan Thử"});
        t.campaigns->add({"c", "Đợt Thử", 2026, "u", "96-qd-tw", day});
        t.votes->put(vote);
    });
    reopen();
    EXPECT_EQ(read([](Read t) { return t.votes->find("v"); }), vote);
    EXPECT_EQ(read([](Read t) { return t.votes->find("none"); }), std::nullopt);
    vote.attendance = {.summoned = 6, .present = 5, .issued = 4};
    vote.election = "{\"name\":\"Lấy\\nphiếu\"}\n";
    vote.trustees_json = "[]";
    vote.credentials = "[\"a\"]";
    vote.recorded = true;
    vote.trustees[1] = {"Ba Thử", "Ủy viên", {}, {}, {}, false};
    write([&](Write t) { t.votes->put(vote); });
    reopen();
    EXPECT_EQ(read([](Read t) { return t.votes->find("v"); }), vote);
    write([&](Write t) {
        t.votes->put(a_vote("w", "B", day));
        t.votes->put(a_vote("x", "A", day));
        t.votes->put(a_vote("y", "C", day.plus_days(-1)));
    });
    EXPECT_EQ(read([](Read t) { return uuids(t.votes->of_campaign("c")); }), "y x w v ");
    EXPECT_EQ(read([](Read t) { return uuids(t.votes->of_campaign("none")); }), "");
}

}  // namespace
}  // namespace minhtin::test
