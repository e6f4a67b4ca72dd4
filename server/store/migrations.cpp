#include "server/store/migrations.h"

#include <algorithm>
#include <set>

#include "crypto/ensure.h"

namespace minhtin::sql {
namespace {

std::vector<Migration> joined(std::initializer_list<std::span<const Migration>> topics) {
    std::vector<Migration> all;
    for (auto topic : topics) {
        all.insert(all.end(), topic.begin(), topic.end());
    }
    return all;
}

constexpr Migration common[] = {
    {0, "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"},
};

}  // namespace

const std::span<const Migration> common_migrations = common;

class Migrator {
public:
    static void execute(Database& db, const Migration& step) { db.execute(step.sql); }
};

void migrate(Database& db, std::vector<Migration> steps) {
    std::sort(steps.begin(), steps.end(), [](auto& a, auto& b) { return a.number < b.number; });
    ENSURE(std::adjacent_find(steps.begin(), steps.end(),
                              [](auto& a, auto& b) { return a.number == b.number; }) == steps.end());
    Transaction transaction(db, Transaction::Kind::write);
    db.script("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY) STRICT");
    std::set<std::int64_t> applied;
    {
        auto row = db.query("SELECT number FROM migrations");
        while (row.next()) {
            applied.insert(row.integer(0));
        }
    }
    for (const Migration& step : steps) {
        if (applied.erase(step.number) == 0) {
            Migrator::execute(db, step);
            db.run("INSERT INTO migrations (number) VALUES (?1)", step.number);
        }
    }
    if (!applied.empty()) {
        throw StorageError(StorageError::Kind::version,
                           "the database was written by a newer version of this program");
    }
    transaction.commit();
}

std::vector<Migration> registry_migrations() {
    return joined({common_migrations, accounts_migrations, people_migrations, campaigns_migrations,
                   files_migrations, votes_migrations});
}

std::vector<Migration> board_migrations() {
    return joined({common_migrations, boards_migrations});
}

}  // namespace minhtin::sql
