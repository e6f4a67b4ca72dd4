// The database file: wrong keys, damage, newer schemas, and what never stands in it in clear.
#include "server/store/sqlite.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "crypto/ensure.h"
#include "server/store/installation.h"
#include "server/store/migrations.h"
#include "tests/server/support/test_app.h"

namespace minhtin::test {
namespace {

using sql::Database;
using sql::Transaction;
using Kind = StorageError::Kind;

template <class F>
std::optional<Kind> kind_thrown(F f) {
    try {
        f();
    } catch (const StorageError& e) {
        return e.kind;
    }
    return {};
}

void flip(const std::filesystem::path& file, std::uintmax_t at) {
    std::fstream f(file, std::ios::in | std::ios::out | std::ios::binary);
    f.seekg(static_cast<std::streamoff>(at));
    const char c = static_cast<char>(f.get() ^ 1);
    f.seekp(static_cast<std::streamoff>(at));
    f.put(c);
}

void read_all(const std::filesystem::path& file, Database::Pages pages, std::uint8_t key = 1) {
    Database db(file, test_key(key), Database::Mode::existing, pages);
    auto row = db.query("SELECT a, b, c FROM t");
    while (row.next()) {
    }
}

struct Sqlite : testing::Test {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path / "a.db";
    void make(Database::Pages pages = Database::Pages::standard) {
        Database db(file, test_key(1), Database::Mode::create, pages);
        db.script("CREATE TABLE t (a INTEGER, b TEXT, c BLOB) STRICT");
        for (int i = 0; i < 200; ++i) {
            db.run("INSERT INTO t VALUES (?1, ?2, ?3)", i, "Nguyễn Thử Không Ai Cả", as_bytes("0123456789"));
        }
    }
};

TEST_F(Sqlite, AWrongKeyIsRefusedAtOnce) {
    make();
    EXPECT_EQ(kind_thrown([&] { Database(file, test_key(2), Database::Mode::existing); }), Kind::unreadable);
    EXPECT_EQ(kind_thrown([&] { Database(file, test_key(1), Database::Mode::existing); }), std::nullopt);
}

TEST_F(Sqlite, APlainDatabaseIsRefused) {
    std::ofstream(file, std::ios::binary) << std::string("SQLite format 3\0", 16) << std::string(4080, '\0');
    EXPECT_EQ(kind_thrown([&] { Database(file, test_key(1), Database::Mode::existing); }), Kind::unreadable);
}

TEST_F(Sqlite, EveryFlippedByteIsNoticed) {
    make();
    auto size = std::filesystem::file_size(file);
    for (std::uintmax_t at = 0; at < size; at += 1021) {
        std::filesystem::path copy = folder.path / "copy.db";
        std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
        flip(copy, at);
        EXPECT_EQ(kind_thrown([&] { read_all(copy, Database::Pages::standard); }), Kind::unreadable)
            << "byte " << at;
    }
}

std::string layout(Database& db) {
    auto size = db.query("PRAGMA cipher_page_size"), hmac = db.query("PRAGMA cipher_hmac_algorithm");
    EXPECT_TRUE(size.next() && hmac.next());
    return size.text(0) + " " + hmac.text(0);
}

TEST_F(Sqlite, FilesHaveTheLayoutThatWasAskedForWhenTheyWereMade) {
    for (const auto made : {Database::Pages::standard, Database::Pages::large}) {
        make(made);
        Database db(file, test_key(1), Database::Mode::query_only, Database::Pages::large);
        EXPECT_EQ(layout(db), made == Database::Pages::large ? "16384 HMAC_SHA256" : "4096 HMAC_SHA512");
        std::filesystem::remove(file);
    }
}

TEST_F(Sqlite, AFlippedByteOfLargePagesIsNoticed) {
    make(Database::Pages::large);
    const auto size = std::filesystem::file_size(file);
    EXPECT_EQ(size % 16384, 0u);
    for (std::uintmax_t at = 0; at < size; at += 4093) {
        flip(file, at);
        EXPECT_EQ(kind_thrown([&] { read_all(file, Database::Pages::large); }), Kind::unreadable)
            << "byte " << at;
        flip(file, at);
    }
    EXPECT_EQ(kind_thrown([&] { read_all(file, Database::Pages::large); }), std::nullopt);
    EXPECT_EQ(kind_thrown([&] { read_all(file, Database::Pages::standard); }), Kind::unreadable);
}

// What a crash left in the log beside the file included.
TEST_F(Sqlite, AFileWithStandardPagesOpensAsOneWithLargeOnes) {
    const std::filesystem::path crashed = folder.path / "crashed";
    std::filesystem::create_directory(crashed);
    make();
    {
        Database db(file, test_key(1), Database::Mode::existing);
        db.run("INSERT INTO t VALUES (200, ?1, NULL)", std::string(50'000, 'x'));
        for (const char* name : {"a.db", "a.db-wal"})
            std::filesystem::copy_file(folder.path / name, crashed / name);
    }
    EXPECT_GT(std::filesystem::file_size(crashed / "a.db-wal"), 50'000u);
    for (int i = 0; i < 2; ++i) {
        Database db(crashed / "a.db", test_key(1), Database::Mode::existing, Database::Pages::large);
        auto row = db.query("SELECT count(*), max(length(b)) FROM t");
        ASSERT_TRUE(row.next());
        EXPECT_EQ(row.integer(0), 201);
        EXPECT_EQ(row.integer(1), 50'000);
    }
    EXPECT_EQ(kind_thrown([&] { read_all(crashed / "a.db", Database::Pages::large, 2); }), Kind::unreadable);
}

TEST_F(Sqlite, NothingStandsInTheFilesInClear) {
    Database db(file, test_key(1), Database::Mode::create);
    db.script("CREATE TABLE t (b TEXT) STRICT");
    db.run("INSERT INTO t VALUES (?1)", "Nguyễn Thử Không Ai Cả");
    for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
        std::ifstream in(entry.path(), std::ios::binary);
        std::string all(std::istreambuf_iterator<char>(in), {});
        EXPECT_EQ(all.find("Không Ai"), std::string::npos) << entry.path();
        EXPECT_EQ(all.find("SQLite format"), std::string::npos) << entry.path();
        EXPECT_EQ(all.find("CREATE TABLE"), std::string::npos) << entry.path();
    }
}

TEST_F(Sqlite, SettingsAreWhatDurabilityAndSecrecyNeed) {
    Database db(file, test_key(1), Database::Mode::create);
    auto one = [](sql::Statement row) {
        EXPECT_TRUE(row.next());
        return row.integer(0);
    };
    EXPECT_EQ(one(db.query("PRAGMA synchronous")), 2);
    EXPECT_EQ(one(db.query("PRAGMA secure_delete")), 1);
    EXPECT_EQ(one(db.query("PRAGMA temp_store")), 2);
    EXPECT_EQ(one(db.query("PRAGMA foreign_keys")), 1);
    EXPECT_EQ(one(db.query("PRAGMA trusted_schema")), 0);
    auto journal = db.query("PRAGMA journal_mode");
    ASSERT_TRUE(journal.next());
    EXPECT_EQ(journal.text(0), "wal");
}

TEST_F(Sqlite, AReaderCannotWrite) {
    make();
    Database reader(file, test_key(1), Database::Mode::query_only);
    EXPECT_TRUE(kind_thrown([&] { reader.run("DELETE FROM t"); }).has_value());
}

TEST_F(Sqlite, ValuesComeBackAsTheyWere) {
    Database db(file, test_key(1), Database::Mode::create);
    db.script("CREATE TABLE v (a INTEGER, b TEXT, c BLOB, d TEXT) STRICT");
    const std::string text("a'b\"; DROP TABLE v; --\0z", 24);
    EXPECT_EQ(db.run("INSERT INTO v VALUES (?1, ?2, ?3, ?4)", INT64_MIN, text, Bytes{0, 255}, std::nullopt),
              1);
    auto row = db.query("SELECT a, b, c, d FROM v");
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.integer(0), INT64_MIN);
    EXPECT_EQ(row.text(1), text);
    EXPECT_EQ(row.blob(2), (Bytes{0, 255}));
    EXPECT_TRUE(row.is_null(3));
    EXPECT_EQ(row.text_or_null(3), std::nullopt);
    EXPECT_THROW(row.text(0), Bug);
    EXPECT_FALSE(row.next());
}

TEST_F(Sqlite, AStatementInsideOfItsOwnRun) {
    make();
    Database db(file, test_key(1), Database::Mode::existing);
    auto count = [&](auto& self, int depth) -> std::int64_t {
        auto row = db.query("SELECT a FROM t WHERE a >= ?1 ORDER BY a", depth);
        EXPECT_TRUE(row.next());
        std::int64_t mine = row.integer(0);
        std::int64_t deeper = depth < 3 ? self(self, depth + 1) : 0;
        EXPECT_TRUE(row.next());
        EXPECT_EQ(row.integer(0), mine + 1);
        return mine + deeper;
    };
    EXPECT_EQ(count(count, 0), 0 + 1 + 2 + 3);
    EXPECT_EQ(count(count, 0), 0 + 1 + 2 + 3);
}

TEST_F(Sqlite, ATransactionWithoutCommitNeverWas) {
    make();
    Database db(file, test_key(1), Database::Mode::existing);
    {
        Transaction t(db, Transaction::Kind::write);
        db.run("DELETE FROM t");
    }
    auto row = db.query("SELECT count(*) FROM t");
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.integer(0), 200);
}

TEST_F(Sqlite, MessagesHoldNoValues) {
    Database db(file, test_key(1), Database::Mode::create);
    db.script("CREATE TABLE u (a TEXT PRIMARY KEY) STRICT");
    db.run("INSERT INTO u VALUES (?1)", "bí mật");
    try {
        db.run("INSERT INTO u VALUES (?1)", "bí mật");
        FAIL();
    } catch (const StorageError& e) {
        EXPECT_EQ(e.kind, Kind::constraint);
        EXPECT_EQ(std::string(e.what()).find("bí mật"), std::string::npos);
    }
}

TEST_F(Sqlite, MigrationsRunOnceInOrderAndAllOrNothing) {
    Database db(file, test_key(1), Database::Mode::create);
    const sql::Migration first{3, "CREATE TABLE a (x INTEGER) STRICT"};
    const sql::Migration second{7, "INSERT INTO a VALUES (1)"};
    const sql::Migration between{5, "INSERT INTO a VALUES (2)"};
    const sql::Migration broken{9, "INSERT INTO a VALUES (3); INSERT INTO nowhere VALUES (4)"};
    auto rows = [&] {
        auto row = db.query("SELECT count(*) FROM a");
        EXPECT_TRUE(row.next());
        return row.integer(0);
    };
    sql::migrate(db, {second, first});
    EXPECT_EQ(rows(), 1);
    sql::migrate(db, {first, between, second});
    EXPECT_EQ(rows(), 2);
    EXPECT_THROW(sql::migrate(db, {first, between, second, broken}), StorageError);
    EXPECT_EQ(rows(), 2);
    // Without step 5 the program is older than the file.
    EXPECT_EQ(kind_thrown([&] { sql::migrate(db, {first, second}); }), Kind::version);
    EXPECT_THROW(sql::migrate(db, {first, first}), Bug);
}

struct Installation : testing::Test {
    TemporaryFolder folder;
    SeededRandom random{"installation"};
    DatabaseFiles in(const char* sub) {
        std::filesystem::create_directories(folder.path / sub);
        return {folder.path / sub / "board.db", folder.path / sub / "registry.db"};
    }
    void claim(const DatabaseFiles& files, Use use) {
        claim_databases(files, test_key(1), test_key(2), use, random);
    }
};

TEST_F(Installation, DemoAndRealDoNotMix) {
    auto real = in("real");
    auto demo = in("demo");
    claim(real, Use::real);
    claim(demo, Use::demo);
    claim(real, Use::real);
    claim(demo, Use::demo);
    EXPECT_THROW(claim(real, Use::demo), WrongInstallation);
    EXPECT_THROW(claim(demo, Use::real), WrongInstallation);
    // One file of each.
    EXPECT_THROW(claim({demo.board, real.registry}, Use::real), WrongInstallation);
    EXPECT_THROW(claim({real.board, demo.registry}, Use::real), WrongInstallation);
}

TEST_F(Installation, TheBoardHasLargePages) {
    const auto files = in("pages");
    claim(files, Use::real);
    EXPECT_EQ(kind_thrown([&] { Database(files.board, test_key(1), Database::Mode::existing); }),
              Kind::unreadable);
    EXPECT_EQ(kind_thrown([&] { Database(files.registry, test_key(2), Database::Mode::existing); }),
              std::nullopt);
}

TEST_F(Installation, TheTwoFilesAreAPair) {
    auto one = in("one");
    auto two = in("two");
    claim(one, Use::real);
    claim(two, Use::real);
    EXPECT_THROW(claim({one.board, two.registry}, Use::real), WrongInstallation);
}

}  // namespace
}  // namespace minhtin::test
