// Campaigns and rating files: the part of the registry's contract that the records stand on.
#include "crypto/ensure.h"
#include "server/store/errors.h"
#include "tests/server/store/registry_contract.h"

namespace minhtin::test {
namespace {

using Read = const RegistryTables&;
using Write = RegistryTables&;

const Day due = *Day::of(2026, 12, 5);

std::string hash_of(char digit) {
    return std::string(64, digit);
}

Campaign a_campaign(const std::string& id, const std::string& name, int year = 2026) {
    return {
        .id = id, .name = name, .year = year, .root_unit_id = "u", .profile = "96-qd-tw", .remark_due = due};
}

RatingFile a_file(const std::string& id, const std::string& person, const std::string& campaign = "c") {
    return {.id = id, .campaign_id = campaign, .person_id = person, .head = hash_of('0'), .entries = 0};
}

// The entry's hash is its number, again and again.
EntryRow an_entry(std::int64_t seq) {
    return {.seq = seq,
            .day = due,
            .channel = "residence-remark",
            .kind = "remark",
            .sealed = Bytes{0, static_cast<std::uint8_t>(seq), 255},
            .hash = hash_of(static_cast<char>('0' + seq))};
}

StandingRow asked(const std::string& file, const std::string& request, const std::string& committee) {
    return {.file_id = file,
            .channel = "residence-remark",
            .state = ChannelState::asked,
            .due = due,
            .asked_day = due.plus_days(-10),
            .received_day = {},
            .exempt = {},
            .request_id = request,
            .committee_id = committee,
            .versions = 0};
}

template <class Row>
std::string ids(const std::vector<Row>& rows) {
    std::string all;
    for (const Row& row : rows) all += row.id + " ";
    return all;
}

std::string requests(const std::vector<StandingRow>& rows) {
    std::string all;
    for (const StandingRow& row : rows) all += row.request_id + " ";
    return all;
}

// A unit, three people, the campaign "c" and the files f1 (of Đặng) and f2 (of An).
void begin(Registry& registry) {
    registry.write([](Write t) {
        t.people->put(Unit{"u", {}, "", "Cơ quan Thử"});
        for (const auto& [id, name] : {std::pair{"1", "Đặng Thử"}, {"2", "An Thử"}, {"3", "Bình Thử"}})
            t.people->put(Person{id, std::string("M") + id, name, {}, {}, {}});
        EXPECT_EQ(t.campaigns->add(a_campaign("c", "Đợt Thử")), Campaigns::Added::done);
        EXPECT_EQ(t.files->create(a_file("f1", "1")), Files::Created::done);
        EXPECT_EQ(t.files->create(a_file("f2", "2")), Files::Created::done);
    });
}

Files::Appended append(Registry& registry, const std::string& file, const std::string& head,
                       std::int64_t seq) {
    return registry.write([&](Write t) { return t.files->append(file, head, an_entry(seq)); });
}

RatingFile file(Registry& registry, const std::string& id) {
    return registry.read([&](Read t) { return t.files->find(id); }).value();
}

TEST_P(RegistryContract, CampaignsOfTheLatestYearComeFirst) {
    begin(*registry);
    write([](Write t) {
        EXPECT_EQ(t.campaigns->add(a_campaign("d", "Đợt Ân", 2027)), Campaigns::Added::done);
        EXPECT_EQ(t.campaigns->add(a_campaign("e", "Đợt An", 2027)), Campaigns::Added::done);
        EXPECT_EQ(t.campaigns->add(a_campaign("f", "Đợt Ăn", 2027)), Campaigns::Added::done);
        EXPECT_EQ(t.campaigns->add(a_campaign("g", "Đợt Thử", 2025)), Campaigns::Added::done);
    });
    EXPECT_EQ(read([](Read t) { return ids(t.campaigns->all()); }), "e f d c g ");
    EXPECT_EQ(read([](Read t) { return t.campaigns->find("c"); }), a_campaign("c", "Đợt Thử"));
    EXPECT_EQ(read([](Read t) { return t.campaigns->find("none"); }), std::nullopt);
}

TEST_P(RegistryContract, ACampaignsNameIsGivenOnceAYear) {
    begin(*registry);
    EXPECT_EQ(write([](Write t) { return t.campaigns->add(a_campaign("d", "Đợt Thử")); }),
              Campaigns::Added::name_taken);
    EXPECT_EQ(read([](Read t) { return t.campaigns->find("d"); }), std::nullopt);
    Campaign nowhere = a_campaign("d", "Đợt khác");
    nowhere.root_unit_id = "none";
    EXPECT_THROW(write([&](Write t) { t.campaigns->add(nowhere); }), StorageError);
    EXPECT_THROW(write([](Write t) { t.campaigns->add(a_campaign("c", "Cùng mã")); }), StorageError);
    EXPECT_EQ(read([](Read t) { return t.campaigns->all(); }), (std::vector{a_campaign("c", "Đợt Thử")}));
}

TEST_P(RegistryContract, APersonHasOneFileInACampaign) {
    begin(*registry);
    EXPECT_EQ(write([](Write t) { return t.files->create(a_file("f3", "1")); }), Files::Created::exists);
    write([](Write t) {
        t.campaigns->add(a_campaign("d", "Đợt Hai"));
        EXPECT_EQ(t.files->create(a_file("a1", "1", "d")), Files::Created::done);
    });
    reopen();
    read([](Read t) {
        EXPECT_EQ(t.files->find("f1"), a_file("f1", "1"));
        EXPECT_EQ(t.files->find("f3"), std::nullopt);
        EXPECT_EQ(t.files->of("c", "2"), a_file("f2", "2"));
        EXPECT_EQ(t.files->of("c", "3"), std::nullopt);
        EXPECT_EQ(ids(t.files->of_campaign("c")), "f2 f1 ");  // An before Đặng
        EXPECT_EQ(ids(t.files->of_campaign("none")), "");
        EXPECT_EQ(ids(t.files->of_person("1")), "a1 f1 ");
        EXPECT_EQ(ids(t.files->of_person("3")), "");
        return 0;
    });
}

TEST_P(RegistryContract, AFileBeginsEmptyAndIsNeverReplaced) {
    begin(*registry);
    ASSERT_EQ(append(*registry, "f1", hash_of('0'), 1), Files::Appended::done);
    EXPECT_THROW(write([](Write t) { t.files->create(a_file("f1", "3")); }), StorageError);
    RatingFile full = a_file("f3", "3");
    full.entries = 1;
    EXPECT_THROW(write([&](Write t) { t.files->create(full); }), Bug);
    EXPECT_THROW(write([](Write t) { t.files->create(a_file("f3", "nobody")); }), StorageError);
    EXPECT_THROW(write([](Write t) { t.files->create(a_file("f3", "3", "none")); }), StorageError);
    EXPECT_EQ(file(*registry, "f1").entries, 1);
    EXPECT_EQ(read([](Read t) { return ids(t.files->of_person("3")); }), "");
}

TEST_P(RegistryContract, EntriesComeBackInOrderAndByteForByte) {
    begin(*registry);
    ASSERT_EQ(append(*registry, "f1", hash_of('0'), 1), Files::Appended::done);
    ASSERT_EQ(append(*registry, "f1", hash_of('1'), 2), Files::Appended::done);
    reopen();
    EXPECT_EQ(read([](Read t) { return t.files->entries("f1"); }), (std::vector{an_entry(1), an_entry(2)}));
    EXPECT_EQ(read([](Read t) { return t.files->entries("f2"); }), std::vector<EntryRow>{});
    EXPECT_EQ(file(*registry, "f1").head, hash_of('2'));
    EXPECT_EQ(file(*registry, "f1").entries, 2);
    EXPECT_EQ(file(*registry, "f2"), a_file("f2", "2"));
}

TEST_P(RegistryContract, AnEntryFollowsTheLastOneOrNothingIsWritten) {
    begin(*registry);
    ASSERT_EQ(append(*registry, "f1", hash_of('0'), 1), Files::Appended::done);
    EXPECT_EQ(append(*registry, "f1", hash_of('0'), 2), Files::Appended::conflict);  // an old head
    EXPECT_EQ(append(*registry, "f1", hash_of('7'), 2), Files::Appended::conflict);  // an unknown head
    EXPECT_EQ(append(*registry, "f1", hash_of('1'), 1), Files::Appended::conflict);  // that number is taken
    EXPECT_EQ(append(*registry, "f1", hash_of('1'), 3), Files::Appended::conflict);  // a gap
    EXPECT_EQ(append(*registry, "f1", hash_of('1'), 0), Files::Appended::conflict);
    EXPECT_EQ(read([](Read t) { return t.files->entries("f1"); }), (std::vector{an_entry(1)}));
    EXPECT_EQ(file(*registry, "f1").head, hash_of('1'));
    EXPECT_EQ(append(*registry, "f1", hash_of('1'), 2), Files::Appended::done);
    EXPECT_THROW(append(*registry, "none", hash_of('0'), 1), Bug);
}

TEST_P(RegistryContract, OfManyWritersAtOneHeadOneWins) {
    begin(*registry);
    std::atomic<int> done = 0, conflict = 0;
    {
        std::vector<std::jthread> writers;
        for (int w = 0; w < 4; ++w)
            writers.emplace_back([&] {
                (append(*registry, "f1", hash_of('0'), 1) == Files::Appended::done ? done : conflict)++;
            });
    }
    EXPECT_EQ(done, 1);
    EXPECT_EQ(conflict, 3);
    EXPECT_EQ(file(*registry, "f1").entries, 1);
}

TEST_P(RegistryContract, AnAppendIsUndoneWithItsTransaction) {
    begin(*registry);
    EXPECT_THROW(write([](Write t) {
                     EXPECT_EQ(t.files->append("f1", hash_of('0'), an_entry(1)), Files::Appended::done);
                     EXPECT_EQ(t.files->find("f1")->entries, 1);
                     t.files->put(asked("f1", "r1", "k"));
                     t.files->put_draft("r1", Bytes{1});
                     throw std::runtime_error("stop");
                 }),
                 std::runtime_error);
    EXPECT_EQ(file(*registry, "f1"), a_file("f1", "1"));
    read([](Read t) {
        EXPECT_TRUE(t.files->entries("f1").empty());
        EXPECT_TRUE(t.files->standings("f1").empty());
        EXPECT_EQ(t.files->draft("r1"), std::nullopt);
        return 0;
    });
}

TEST_P(RegistryContract, AChannelHasOneStandingThatTheLatestReplaces) {
    begin(*registry);
    const StandingRow first = asked("f1", "r1", "k");
    StandingRow review = asked("f1", "", "");
    review.channel = "self-review";
    review.state = ChannelState::none;
    review.due = review.asked_day = {};
    StandingRow exempt = first;
    exempt.state = ChannelState::exempt;
    exempt.exempt = Bytes{9, 0, 9};
    exempt.due = {};
    exempt.received_day = due;
    exempt.versions = 2;
    write([&](Write t) {
        t.files->put(first);
        t.files->put(review);
    });
    EXPECT_EQ(read([](Read t) { return t.files->standings("f1"); }), (std::vector{first, review}));
    write([&](Write t) { t.files->put(exempt); });
    reopen();
    EXPECT_EQ(read([](Read t) { return t.files->standings("f1"); }), (std::vector{exempt, review}));
    write([](Write t) {
        for (const ChannelState state : {ChannelState::none, ChannelState::not_asked, ChannelState::asked,
                                         ChannelState::exempt, ChannelState::received, ChannelState::late}) {
            StandingRow row = asked("f2", "r2", "k");
            row.state = state;
            t.files->put(row);
            EXPECT_EQ(t.files->request("r2")->state, state);
        }
    });
}

TEST_P(RegistryContract, StandingsAreFoundByCampaignRequestAndCommittee) {
    begin(*registry);
    StandingRow later = asked("f1", "r1", "k"), nobody = asked("f2", "", "");
    later.due = due.plus_days(1);
    StandingRow elsewhere = asked("a1", "r3", "k");
    write([&](Write t) {
        t.campaigns->add(a_campaign("d", "Đợt Hai"));
        t.files->create(a_file("a1", "1", "d"));
        t.files->create(a_file("f3", "3"));
        t.files->put(later);
        t.files->put(nobody);
        t.files->put(elsewhere);
        t.files->put(asked("f3", "r4", "other"));
    });
    read([&](Read t) {
        EXPECT_EQ(requests(t.files->standings_of_campaign("c")), "r1  r4 ");  // f1, f2, f3
        EXPECT_EQ(requests(t.files->standings_of_campaign("d")), "r3 ");
        EXPECT_EQ(t.files->request("r1"), later);
        EXPECT_EQ(t.files->request(""), std::nullopt);
        EXPECT_EQ(t.files->request("none"), std::nullopt);
        EXPECT_EQ(requests(t.files->requests_to("k")), "r3 r1 ");  // the one due first
        EXPECT_EQ(requests(t.files->requests_to("")), "");
        EXPECT_EQ(requests(t.files->requests_to("none")), "");
        return 0;
    });
    // A request is one channel of one file.
    EXPECT_THROW(write([](Write t) { t.files->put(asked("f2", "r1", "k")); }), StorageError);
    EXPECT_THROW(write([](Write t) { t.files->put(asked("none", "r9", "k")); }), StorageError);
}

TEST_P(RegistryContract, DraftsAreKeptReplacedAndErased) {
    begin(*registry);
    write([](Write t) {
        t.files->put_draft("r1", Bytes{1, 0, 1});
        t.files->put_draft("r2", Bytes{2});
        t.files->put_draft("r1", Bytes{3, 0, 3});
    });
    reopen();
    EXPECT_EQ(read([](Read t) { return t.files->draft("r1"); }), (Bytes{3, 0, 3}));
    write([](Write t) {
        t.files->erase_draft("r1");
        t.files->erase_draft("never");
    });
    EXPECT_EQ(read([](Read t) { return t.files->draft("r1"); }), std::nullopt);
    EXPECT_EQ(read([](Read t) { return t.files->draft("r2"); }), Bytes{2});
}

}  // namespace
}  // namespace minhtin::test
