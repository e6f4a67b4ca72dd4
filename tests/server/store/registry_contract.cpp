#include "tests/server/store/registry_contract.h"

#include <set>

#include "crypto/ensure.h"
#include "server/store/errors.h"

namespace minhtin::test {
namespace {

using Read = const RegistryTables&;
using Write = RegistryTables&;

Account an_account(const std::string& id, const std::string& login, const std::string& name = "Người Thử") {
    return {.id = id,
            .login = login,
            .name = name,
            .roles = Role::office | Role::committee,
            .person_id = {},
            .residence_committee_id = {},
            .disabled = false};
}

TEST_P(RegistryContract, AWriteIsThereAfterReopening) {
    write([](Write t) { t.meta->set("organisation", "Cơ quan Thử"); });
    reopen();
    EXPECT_EQ(read([](Read t) { return t.meta->get("organisation"); }), "Cơ quan Thử");
    write([](Write t) { t.meta->erase("organisation"); });
    EXPECT_EQ(read([](Read t) { return t.meta->get("organisation"); }), std::nullopt);
}

TEST_P(RegistryContract, AWriteThatThrowsOrRefusesLeavesNothing) {
    EXPECT_THROW(write([](Write t) {
                     t.meta->set("a", "1");
                     throw std::runtime_error("stop");
                 }),
                 std::runtime_error);
    auto refused = write([](Write t) -> Outcome<int> {
        t.meta->set("a", "2");
        return Reason::busy;
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(read([](Read t) { return t.meta->get("a"); }), std::nullopt);
}

TEST_P(RegistryContract, AReaderSeesOneMoment) {
    write([](Write t) { t.meta->set("a", "before"); });
    read([&](Read t) {
        auto first = t.meta->get("a");
        std::thread other([&] { write([](Write w) { w.meta->set("a", "after"); }); });
        other.join();
        EXPECT_EQ(t.meta->get("a"), first);
        return 0;
    });
    EXPECT_EQ(read([](Read t) { return t.meta->get("a"); }), "after");
}

TEST_P(RegistryContract, WritersComeOneAfterTheOther) {
    write([](Write t) { t.meta->set("n", "0"); });
    std::vector<std::thread> writers;
    for (int w = 0; w < 4; ++w) {
        writers.emplace_back([&] {
            for (int i = 0; i < 25; ++i) {
                write([](Write t) { t.meta->set("n", std::to_string(std::stoi(*t.meta->get("n")) + 1)); });
            }
        });
    }
    for (auto& w : writers) {
        w.join();
    }
    EXPECT_EQ(read([](Read t) { return t.meta->get("n"); }), "100");
}

TEST_P(RegistryContract, Accounts) {
    EXPECT_FALSE(read([](Read t) { return t.accounts->any(); }));
    write([](Write t) {
        EXPECT_EQ(t.accounts->add(an_account("1", "đ", "Đặng"), "hash1"), Accounts::Added::done);
        EXPECT_EQ(t.accounts->add(an_account("2", "b", "Bùi"), "hash2"), Accounts::Added::done);
        EXPECT_EQ(t.accounts->add(an_account("3", "a", "Ân"), "hash3"), Accounts::Added::done);
        EXPECT_EQ(t.accounts->add(an_account("4", "b"), "hash4"), Accounts::Added::login_taken);
    });
    read([](Read t) {
        EXPECT_TRUE(t.accounts->any());
        std::string order;
        for (const Account& a : t.accounts->all()) {
            order += a.name + " ";
        }
        EXPECT_EQ(order, "Ân Bùi Đặng ");
        EXPECT_EQ(t.accounts->find_login("b")->id, "2");
        EXPECT_EQ(t.accounts->find("4"), std::nullopt);
        EXPECT_EQ(t.accounts->password_hash("2"), "hash2");
        return 0;
    });
    Account changed = an_account("2", "b", "Bùi Hai");
    changed.roles = Role::inspector;
    changed.disabled = true;
    changed.person_id = "p";
    write([&](Write t) {
        t.accounts->update(changed);
        t.accounts->set_password_hash("2", "new");
    });
    EXPECT_EQ(read([](Read t) { return t.accounts->find("2"); }), changed);
    EXPECT_EQ(read([](Read t) { return t.accounts->password_hash("2"); }), "new");
    EXPECT_THROW(write([](Write t) { t.accounts->update(an_account("9", "nobody")); }), Bug);
}

TEST_P(RegistryContract, Invitations) {
    const Invitation one{"vote", Invitation::Target::trustee, 1};
    const Invitation two{"vote", Invitation::Target::trustee, 2};
    const Invitation slips{"vote", Invitation::Target::slips, 0};
    write([&](Write t) {
        t.invitations->replace(one, "h1");
        t.invitations->replace(two, "h2");
        t.invitations->replace(slips, "h3");
        t.invitations->replace(one, "h4");
    });
    read([&](Read t) {
        EXPECT_EQ(t.invitations->find("h1"), std::nullopt);
        EXPECT_EQ(t.invitations->find("h4"), one);
        EXPECT_EQ(t.invitations->find("h2"), two);
        EXPECT_EQ(t.invitations->find("h3"), slips);
        return 0;
    });
    write([&](Write t) { t.invitations->remove("vote", Invitation::Target::trustee); });
    EXPECT_EQ(read([](Read t) { return t.invitations->find("h2"); }), std::nullopt);
    EXPECT_EQ(read([](Read t) { return t.invitations->find("h3"); }), slips);
}

Person a_person(const std::string& id, const std::string& name, std::vector<Post> posts = {}) {
    return {.id = id,
            .code = "M" + id,
            .name = name,
            .birth_day = {},
            .posts = std::move(posts),
            .residence_committee_id = {}};
}

std::string names(const std::vector<Person>& people) {
    std::string all;
    for (const Person& p : people) {
        all += (all.empty() ? "" : ", ") + p.name;
    }
    return all;
}

TEST_P(RegistryContract, UnitsAreATreeInVietnameseOrder) {
    write([](Write t) {
        t.people->put(Unit{"r", {}, "CQ", "Cơ quan"});
        t.people->put(Unit{"d", "r", "", "Đội xe"});
        t.people->put(Unit{"b", "r", "", "Ban Ăn"});
        t.people->put(Unit{"a", "r", "", "Ban An"});
        t.people->put(Unit{"x", "b", "TX", "Tổ X"});
    });
    read([](Read t) {
        std::string order;
        for (const Unit& u : t.people->units()) {
            order += u.id;
        }
        EXPECT_EQ(order, "rabxd");
        EXPECT_EQ(t.people->unit_by_code("TX")->id, "x");
        EXPECT_EQ(t.people->unit_by_code(""), std::nullopt);
        EXPECT_EQ(t.people->unit_under("r", "Đội xe")->id, "d");
        EXPECT_EQ(t.people->unit_under(std::nullopt, "Cơ quan")->id, "r");
        EXPECT_EQ(t.people->unit_under(std::nullopt, "Đội xe"), std::nullopt);
        auto tree = t.people->unit_tree("b");
        EXPECT_EQ(std::set<std::string>(tree.begin(), tree.end()), (std::set<std::string>{"b", "x"}));
        EXPECT_TRUE(t.people->unit_tree("nothing").empty());
        return 0;
    });
    // Natural keys are unique.
    EXPECT_THROW(write([](Write t) { t.people->put(Unit{"y", "r", "", "Đội xe"}); }), StorageError);
    EXPECT_THROW(write([](Write t) { t.people->put(Unit{"y", "r", "TX", "Khác"}); }), StorageError);
    write([](Write t) { t.people->put(Unit{"x", "b", "TX", "Tổ Y"}); });
    EXPECT_EQ(read([](Read t) { return t.people->unit("x"); }), (Unit{"x", "b", "TX", "Tổ Y"}));
}

TEST_P(RegistryContract, ResidenceCommittees) {
    write([](Write t) {
        t.people->put(ResidenceCommittee{"2", "Chi bộ Sông", "Phường Ví Dụ"});
        t.people->put(ResidenceCommittee{"1", "Chi bộ Đồi", "Phường Ví Dụ"});
    });
    read([](Read t) {
        auto all = t.people->committees();
        EXPECT_EQ(all.size(), 2u);
        EXPECT_EQ(all.front().name, "Chi bộ Đồi");
        EXPECT_EQ(t.people->committee_by_name("Chi bộ Sông", "Phường Ví Dụ")->id, "2");
        EXPECT_EQ(t.people->committee_by_name("Chi bộ Sông", "Phường Khác"), std::nullopt);
        EXPECT_EQ(t.people->committee("1")->ward, "Phường Ví Dụ");
        return 0;
    });
    EXPECT_THROW(write([](Write t) {
                     t.people->put(ResidenceCommittee{"3", "Chi bộ Đồi", "Phường Ví Dụ"});
                 }),
                 StorageError);
}

TEST_P(RegistryContract, PeopleWithSeveralPosts) {
    Person p = a_person("1", "Đặng Thử Hường", {{"u", "Ủy viên", false}, {"v", "Trưởng phòng", true}});
    p.birth_day = Day::of(1980, 2, 29);
    p.residence_committee_id = "c";
    write([&](Write t) {
        t.people->put(Unit{"u", {}, "", "U"});
        t.people->put(Unit{"v", "u", "", "V"});
        t.people->put(ResidenceCommittee{"c", "C", "W"});
        t.people->put(p);
    });
    std::swap(p.posts[0], p.posts[1]);  // the main one comes first
    EXPECT_EQ(read([](Read t) { return t.people->person("1"); }), p);
    EXPECT_EQ(read([](Read t) { return t.people->person_by_code("M1"); }), p);
    EXPECT_EQ(read([](Read t) { return t.people->person_by_code("M2"); }), std::nullopt);
    p.posts = {{"u", "Chuyên viên", true}};
    write([&](Write t) { t.people->put(p); });
    EXPECT_EQ(read([](Read t) { return t.people->person("1"); }), p);
    EXPECT_THROW(write([](Write t) {
                     t.people->put(a_person("2", "X", {{"none", "Y", true}}));
                 }),
                 StorageError);
}

TEST_P(RegistryContract, SearchKnowsVietnamese) {
    write([](Write t) {
        t.people->put(Unit{"u", {}, "", "U"});
        t.people->put(Unit{"v", "u", "", "V"});
        t.people->put(Unit{"w", {}, "", "W"});
        t.people->put(a_person("1", "Nguyễn Thử Ước", {{"v", "", true}}));
        t.people->put(a_person("2", "Đặng Thử Hường", {{"v", "", true}}));
        t.people->put(a_person("3", "Dương Thử Ăn", {{"w", "", true}}));
        t.people->put(a_person("4", "Ân Thử Bình", {}));
    });
    auto find = [&](const char* text, std::optional<std::string_view> unit) {
        return read([&](Read t) { return names(t.people->find(text, unit)); });
    };
    EXPECT_EQ(find("", {}), "Ân Thử Bình, Dương Thử Ăn, Đặng Thử Hường, Nguyễn Thử Ước");
    EXPECT_EQ(find("huong dang", {}), "Đặng Thử Hường");
    EXPECT_EQ(find("ĐẶNG", {}), "Đặng Thử Hường");
    EXPECT_EQ(find("uoc", {}), "Nguyễn Thử Ước");
    EXPECT_EQ(find("Hươ\xCC\x80ng", {}), "Đặng Thử Hường");  // ờ as ơ and a combining grave
    EXPECT_EQ(find("m3", {}), "Dương Thử Ăn");
    EXPECT_EQ(find("khong co", {}), "");
    EXPECT_EQ(find("", "u"), "Đặng Thử Hường, Nguyễn Thử Ước");
    EXPECT_EQ(find("hang' OR 1=1 --", {}), "");
}

}  // namespace
}  // namespace minhtin::test
