#include "server/store/sqlcipher_board_store.h"

#include <unistd.h>

#include <filesystem>

#include "server/store/errors.h"
#include "server/store/migrations.h"
#include "server/store/sqlite.h"
#include "tests/server/store/board_contract.h"

namespace minhtin {
namespace {

SecretKey32 a_key(std::uint8_t seed = 7) {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(seed);
    return SecretKey32(std::move(bytes));
}

struct Folder {
    Folder()
        : path(std::filesystem::temp_directory_path() /
               ("minhtin-board-" + std::to_string(getpid()) + "-" + std::to_string(next++))) {
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
    static inline int next = 0;
};

// A store whose folder goes with it.
class OwnFolder : public BoardStore {
public:
    std::vector<std::string> elections() const override { return store_->elections(); }
    BoardHead head(std::string_view e) const override { return store_->head(e); }
    Appended append(std::string_view e, const BoardHead& h, const BoardGroup& g) override {
        return store_->append(e, h, g);
    }
    std::vector<BoardRecord> read(std::string_view e, std::uint64_t f, std::size_t l) const override {
        return store_->read(e, f, l);
    }

private:
    Folder folder_;
    std::unique_ptr<BoardStore> store_ = open_sqlcipher_board_store(folder_.path / "board.db", a_key());
};

INSTANTIATE_TEST_SUITE_P(Sqlcipher, BoardContract,
                         testing::Values([] { return std::make_unique<OwnFolder>(); }));

TEST(SqlcipherBoardStore, what_was_appended_is_there_after_opening_again) {
    const Folder folder;
    const BoardGroup group{{"a.data.json", std::string(512, 'a')}, {"a.event.json", std::string(512, 'e')}};
    {
        auto store = open_sqlcipher_board_store(folder.path / "board.db", a_key());
        ASSERT_EQ(store->append("BoardTest12345678", {}, group), Appended::done);
    }
    auto store = open_sqlcipher_board_store(folder.path / "board.db", a_key());
    EXPECT_EQ(store->head("BoardTest12345678"), (BoardHead{2, "a"}));
    EXPECT_EQ(store->read("BoardTest12345678", 0, 10), group);
    EXPECT_EQ(store->elections(), std::vector<std::string>{"BoardTest12345678"});
}

TEST(SqlcipherBoardStore, boards_of_an_earlier_version_stay_as_they_were) {
    const Folder folder;
    const std::array<std::string, 2> elections{"BoardTest12345678", "BoardTest87654321"};
    const BoardGroup group{{"a.data.json", std::string(512 * 40, '\xff')},
                           {"a.event.json", std::string(512, 'e')}};
    {
        sql::Database old(folder.path / "board.db", a_key(), sql::Database::Mode::create);
        auto steps = sql::board_migrations();
        std::erase_if(steps, [](const sql::Migration& step) { return step.number > 1; });
        sql::migrate(old, steps);
        for (const std::size_t number : {1u, 0u})
            for (const std::string& election : elections)
                old.run("INSERT INTO records (election, number, name, bytes) VALUES (?1, ?2, ?3, ?4)",
                        election, number, group[number].name, as_bytes(group[number].bytes));
    }
    auto store = open_sqlcipher_board_store(folder.path / "board.db", a_key());
    EXPECT_EQ(store->elections(), std::vector(elections.begin(), elections.end()));
    for (const std::string& election : elections) {
        EXPECT_EQ(store->head(election), (BoardHead{2, "a"}));
        EXPECT_EQ(store->read(election, 0, 10), group);
        const BoardRecord next{"b.event.json", std::string(512, 'e')};
        EXPECT_EQ(store->append(election, {2, "a"}, {next}), Appended::done);
        EXPECT_EQ(store->read(election, 2, 10), std::vector{next});
    }
    EXPECT_EQ(store->append("BoardTest00000000", {}, group), Appended::done);
    EXPECT_EQ(store->elections().size(), 3u);
    EXPECT_EQ(store->read("BoardTest00000000", 0, 10), group);
}

// What came when, between two votes of one evening, is in no archive; so it is in no row either.
TEST(SqlcipherBoardStore, rows_do_not_tell_how_two_elections_came_in_between_each_other) {
    const auto rows_after = [](std::initializer_list<const char*> order) {
        const Folder folder;
        {
            auto store = open_sqlcipher_board_store(folder.path / "board.db", a_key());
            for (const std::string election : order) {
                const BoardHead head = store->head(election);
                const std::string name = std::to_string(head.records) + election + ".event.json";
                EXPECT_EQ(store->append(election, head, {{name, std::string(512, 'e')}}), Appended::done);
            }
        }
        sql::Database db(folder.path / "board.db", a_key(), sql::Database::Mode::query_only,
                         sql::Database::Pages::large);
        return sql::every(db.query("SELECT rowid, name FROM records ORDER BY rowid"),
                          [](sql::Statement& row) { return std::pair(row.integer(0), row.text(1)); });
    };
    const auto rows = rows_after({"A", "B", "A", "A", "B"});
    EXPECT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows_after({"A", "B", "B", "A", "A"}), rows);
}

TEST(SqlcipherBoardStore, another_key_opens_nothing) {
    const Folder folder;
    (void)open_sqlcipher_board_store(folder.path / "board.db", a_key());
    EXPECT_THROW((void)open_sqlcipher_board_store(folder.path / "board.db", a_key(8)), StorageError);
}

}  // namespace
}  // namespace minhtin
