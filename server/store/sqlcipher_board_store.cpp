#include "server/store/sqlcipher_board_store.h"

#include <condition_variable>
#include <mutex>

#include "crypto/ensure.h"
#include "server/store/migrations.h"
#include "server/store/sqlite.h"

namespace minhtin {
namespace sql {
namespace {

constexpr Migration boards[] = {
    {1,
     "CREATE TABLE records (election TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, bytes BLOB "
     "NOT NULL,"
     " PRIMARY KEY (election, number)) STRICT, WITHOUT ROWID;"
     "CREATE UNIQUE INDEX record_names ON records (election, name);"},
    // Records are large: a table of rows holds them in fewer pages than the tree of a key, and an index of
    // names costs a page or two a record. A record's row is its election's ordinal times 2^32 plus its
    // number, so that rows do not tell in which order ballots of different elections came.
    {2,
     "CREATE TABLE elections (id TEXT PRIMARY KEY, ordinal INTEGER NOT NULL UNIQUE) STRICT, WITHOUT ROWID;"
     "INSERT INTO elections SELECT election, row_number() OVER (ORDER BY election) FROM records WHERE number "
     "= 0;"
     "DROP INDEX record_names;"
     "ALTER TABLE records RENAME TO records_by_key;"
     "CREATE TABLE records (place INTEGER PRIMARY KEY, name TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;"
     "INSERT INTO records SELECT ordinal * 4294967296 + number, name, bytes FROM records_by_key JOIN "
     "elections"
     " ON id = election ORDER BY election, number;"
     "DROP TABLE records_by_key;"},
};

}  // namespace

const std::span<const Migration> boards_migrations = boards;

}  // namespace sql

namespace {

constexpr std::size_t max_board_readers = 8;

constexpr std::int64_t records_of_an_election = std::int64_t{1} << 32;

// Of its record number 0.
std::optional<std::int64_t> first_place(sql::Database& db, std::string_view election) {
    auto row = db.query("SELECT ordinal FROM elections WHERE id = ?1", election);
    if (!row.next()) return {};
    return row.integer(0) * records_of_an_election;
}

std::int64_t begin_election(sql::Database& db, std::string_view election) {
    db.run("INSERT INTO elections SELECT ?1, coalesce(max(ordinal), 0) + 1 FROM elections", election);
    return first_place(db, election).value();
}

std::int64_t place(std::int64_t first, std::uint64_t number) {
    ENSURE(number < static_cast<std::uint64_t>(records_of_an_election));
    return first + static_cast<std::int64_t>(number);
}

BoardHead head_at(sql::Database& db, std::int64_t first) {
    auto row =
        db.query("SELECT place, name FROM records WHERE place BETWEEN ?1 AND ?2 ORDER BY place DESC LIMIT 1",
                 first, first + records_of_an_election - 1);
    ENSURE(row.next());
    return {static_cast<std::uint64_t>(row.integer(0) - first) + 1,
            std::string(event_hash({row.text(1), {}}))};
}

BoardHead head_of(sql::Database& db, std::optional<std::int64_t> first) {
    return first ? head_at(db, *first) : BoardHead{};
}

BoardRecord record_of(const sql::Statement& row) {
    const Bytes bytes = row.blob(1);
    return {row.text(0), std::string(as_text(bytes))};
}

class SqlcipherBoardStore : public BoardStore {
    // A reading connection is one thread's for the time of one question; who finds none waits.
    struct Lease {
        explicit Lease(const SqlcipherBoardStore& s) : store(s) {
            std::unique_lock lock(store.reading_);
            store.returned_.wait(lock,
                                 [&] { return !store.idle_.empty() || store.readers_ < max_board_readers; });
            if (store.idle_.empty()) {
                connection = std::make_unique<sql::Database>(
                    store.file_, store.key_, sql::Database::Mode::query_only, sql::Database::Pages::large);
                ++store.readers_;
            } else {
                connection = std::move(store.idle_.back());
                store.idle_.pop_back();
            }
        }
        ~Lease() {
            const std::scoped_lock lock(store.reading_);
            store.idle_.push_back(std::move(connection));
            store.returned_.notify_one();
        }
        const SqlcipherBoardStore& store;
        std::unique_ptr<sql::Database> connection;
    };

    template <class F>
    auto with_reader(F&& question) const {
        Lease lease(*this);
        return question(*lease.connection);
    }

public:
    SqlcipherBoardStore(const std::filesystem::path& file, const SecretKey32& key)
        : file_(file),
          key_(std::array(key.expose())),
          writer_(file, key, sql::Database::Mode::create, sql::Database::Pages::large) {
        sql::migrate(writer_, sql::board_migrations());
    }

    std::vector<std::string> elections() const override {
        return with_reader([](sql::Database& db) {
            std::vector<std::string> ids;
            auto row = db.query("SELECT id FROM elections ORDER BY id");
            while (row.next()) ids.push_back(row.text(0));
            return ids;
        });
    }

    BoardHead head(std::string_view election) const override {
        return with_reader([&](sql::Database& db) { return head_of(db, first_place(db, election)); });
    }

    Appended append(std::string_view election, const BoardHead& expected, const BoardGroup& group) override {
        ENSURE(!group.empty() && !event_hash(group.back()).empty());
        const std::scoped_lock one_writer(writing_);
        sql::Transaction transaction(writer_, sql::Transaction::Kind::write);
        const auto known = first_place(writer_, election);
        if (head_of(writer_, known) != expected) return Appended::head_moved;
        const std::int64_t first = known ? *known : begin_election(writer_, election);
        std::uint64_t number = expected.records;
        for (const BoardRecord& record : group)
            writer_.run("INSERT INTO records (place, name, bytes) VALUES (?1, ?2, ?3)",
                        place(first, number++), record.name, as_bytes(record.bytes));
        transaction.commit();
        return Appended::done;
    }

    std::vector<BoardRecord> read(std::string_view election, std::uint64_t from,
                                  std::size_t limit) const override {
        return with_reader([&](sql::Database& db) {
            std::vector<BoardRecord> records;
            const auto first = first_place(db, election);
            if (!first) return records;
            auto row = db.query(
                "SELECT name, bytes FROM records WHERE place BETWEEN ?1 AND ?2 ORDER BY place LIMIT ?3",
                place(*first, from), *first + records_of_an_election - 1, limit);
            while (row.next()) records.push_back(record_of(row));
            return records;
        });
    }

private:
    const std::filesystem::path file_;
    const SecretKey32 key_;
    std::mutex writing_;
    sql::Database writer_;
    mutable std::mutex reading_;
    mutable std::condition_variable returned_;
    mutable std::vector<std::unique_ptr<sql::Database>> idle_;
    mutable std::size_t readers_ = 0;
};

}  // namespace

std::unique_ptr<BoardStore> open_sqlcipher_board_store(const std::filesystem::path& file,
                                                       const SecretKey32& key) {
    return std::make_unique<SqlcipherBoardStore>(file, key);
}

}  // namespace minhtin
