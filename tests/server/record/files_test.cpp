// The promises of a rating file: entries are only appended, a changed byte is seen, texts are sealed, and
// what the tables say is what the entries say.
#include <gtest/gtest.h>

#include "tests/server/record/world.h"

namespace minhtin::test {
namespace {

World& with_a_remark(World& world) {
    submit_remark(world.app, world.first_ward, world.ask("T1").id, a_remark("mật khẩu của gió"), signature,
                  world.today)
        .value();
    return world;
}

TEST(Files, SqlCannotChangeOrTakeAwayAnEntry) {
    World world;
    with_a_remark(world);
    const auto before = world.rows("T1");
    sql::Database beside = world.beside();
    EXPECT_THROW(beside.run("UPDATE file_entries SET day = '2026-01-01'"), StorageError);
    EXPECT_THROW(beside.run("DELETE FROM file_entries"), StorageError);
    EXPECT_THROW(beside.run("INSERT OR REPLACE INTO file_entries SELECT file_id, seq, '2026-01-01', channel, "
                            "kind, sealed, hash FROM file_entries"),
                 StorageError);
    EXPECT_THROW(beside.run("INSERT INTO file_entries SELECT file_id, seq + 5, day, channel, kind, sealed, "
                            "hash FROM file_entries"),
                 StorageError);
    EXPECT_THROW(beside.run("DELETE FROM rating_files"), StorageError);
    EXPECT_THROW(beside.run("UPDATE rating_files SET head = 'other' WHERE entries > 0"), StorageError);
    EXPECT_THROW(beside.run("UPDATE rating_files SET entries = entries - 1 WHERE entries > 0"), StorageError);
    EXPECT_THROW(beside.run("INSERT OR REPLACE INTO rating_files SELECT id, campaign_id, person_id, head, 0 "
                            "FROM rating_files"),
                 StorageError);
    EXPECT_EQ(world.rows("T1"), before);
}

TEST(Files, AChangedByteBreaksTheChainAndNothingIsAdded) {
    World world;
    with_a_remark(world);
    {
        Bytes sealed = world.rows("T1")[0].sealed;
        sealed[30] ^= 1;
        sql::Database beside = world.beside();
        beside.script("DROP TRIGGER file_entries_stay;");
        beside.run("UPDATE file_entries SET sealed = ?1 WHERE file_id = ?2 AND seq = 1", sealed,
                   world.file("T1").id);
    }
    EXPECT_EQ(code_of(read_record(world.app, world.office, world.campaign, world.person("T1"))),
              "file-damaged");
    EXPECT_EQ(
        code_of(submit_self_review(world.app, world.member, world.campaign, a_self_review(), world.today)),
        "file-damaged");
}

TEST(Files, WhatStandsBesideTheSealedTextIsCheckedToo) {
    for (const int what : {0, 1, 2, 3}) {
        World world;
        with_a_remark(world);
        {
            sql::Database beside = world.beside();
            beside.script(
                "DROP TRIGGER file_entries_stay; DROP TRIGGER file_entries_remain; DROP TRIGGER "
                "rating_files_forward;");
            if (what == 0) beside.run("UPDATE file_entries SET day = '2026-01-01' WHERE seq = 2");
            if (what == 1) beside.run("UPDATE file_entries SET kind = 'asked' WHERE seq = 2");
            if (what == 2) beside.run("DELETE FROM file_entries WHERE seq = 2");  // the newest one taken off
            if (what == 3)
                beside.run("UPDATE rating_files SET head = ?1 WHERE entries = 2", std::string(64, '0'));
        }
        EXPECT_EQ(code_of(read_record(world.app, world.office, world.campaign, world.person("T1"))),
                  "file-damaged")
            << what;
    }
}

TEST(Files, AppendStatesWhatItBelieves) {
    World world;
    with_a_remark(world);
    const RatingFile file = world.file("T1");
    const EntryRow next{3, world.today, "residence-remark", "remark", {1, 2, 3}, std::string(64, 'a')};
    const auto append = [&](const std::string& head, EntryRow row) {
        return world.test.registry->write(
            [&](RegistryTables& t) { return t.files->append(file.id, head, row); });
    };
    EXPECT_EQ(append(std::string(64, '0'), next), Files::Appended::conflict);
    EntryRow gap = next;
    gap.seq = 4;
    EXPECT_EQ(append(file.head, gap), Files::Appended::conflict);
    EXPECT_EQ(world.rows("T1").size(), 2u);
}

// With the database key alone (a dump) no text shows: neither entries, nor drafts, nor why somebody is
// exempt.
TEST(Files, ADumpWithoutTheCampaignKeyShowsNoText) {
    World world;
    with_a_remark(world);
    EXPECT_TRUE(save_draft(world.app, world.second_ward, world.ask("T3").id,
                           {{"general", std::string("bản nháp kín")}}));
    const Exemption why{ExemptReason::other, "vì một lý do kín"};
    EXPECT_TRUE(ask_remarks(world.app, world.office, world.campaign, world.today, {{world.person("T4"), why}},
                            world.today));
    sql::Database beside = world.beside();
    std::string dump;
    const auto add = [&](sql::Statement row) {
        while (row.next()) dump += std::string(as_text(row.blob(0))) + "\n";
    };
    add(beside.query("SELECT sealed FROM file_entries"));
    add(beside.query("SELECT sealed FROM remark_drafts"));
    add(beside.query("SELECT exempt FROM standings WHERE exempt IS NOT NULL"));
    EXPECT_GT(dump.size(), 500u);
    for (const char* text : {"mật khẩu", "của gió", "kín", "general", "fields", "other", "Người Ký"}) {
        EXPECT_EQ(dump.find(text), std::string::npos) << text;
    }
}

TEST(Files, TheTablesAreAShadowOfTheEntries) {
    World world;
    with_a_remark(world);
    world.ask("T2");
    ask_remarks(world.app, world.office, world.campaign, world.today,
                {{world.person("T4"), Exemption{ExemptReason::student, ""}}}, world.today)
        .value();
    submit_self_review(world.app, world.member, world.campaign, a_self_review(), world.today).value();
    world.test.registry->read([&](const RegistryTables& t) {
        int compared = 0;
        for (const RatingFile& file : t.files->of_campaign(world.campaign)) {
            const auto entries = read_entries(world.app, t, file);
            EXPECT_TRUE(entries);
            const Record record = fold(*entries);
            for (const StandingRow& row : t.files->standings(file.id)) {
                StandingRow rebuilt = shadow_of(world.app, file, record.of(row.channel));
                EXPECT_EQ(exemption_of(world.app, world.campaign, rebuilt),
                          exemption_of(world.app, world.campaign, row));
                rebuilt.exempt = row.exempt;  // sealed with another nonce
                EXPECT_EQ(rebuilt, row) << row.channel;
                ++compared;
            }
        }
        EXPECT_EQ(compared, 4 * static_cast<int>(channels().size()));
        return compared;
    });
}

TEST(Seals, OpenOnlyWhereTheyWereMade) {
    const Seals seals(test_key(7));
    SeededRandom random("seals");
    const Bytes sealed = seals.seal("campaign", "entry|1", "kín", random);
    EXPECT_EQ(seals.open("campaign", "entry|1", sealed), "kín");
    EXPECT_FALSE(seals.open("other", "entry|1", sealed));
    EXPECT_FALSE(seals.open("campaign", "entry|2", sealed));
    EXPECT_FALSE(Seals(test_key(8)).open("campaign", "entry|1", sealed));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        Bytes changed = sealed;
        changed[i] ^= 1;
        EXPECT_FALSE(seals.open("campaign", "entry|1", changed)) << i;
    }
    EXPECT_FALSE(seals.open("campaign", "entry|1", ByteView(sealed).first(39)));
}

}  // namespace
}  // namespace minhtin::test
