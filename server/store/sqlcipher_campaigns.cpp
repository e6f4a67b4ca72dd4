#include "crypto/ensure.h"
#include "server/store/campaigns.h"
#include "server/store/migrations.h"
#include "server/store/sort_key.h"
#include "server/store/sqlcipher_topics.h"

namespace minhtin::sql {
namespace {

constexpr Migration campaigns_steps[] = {
    {20,
     "CREATE TABLE campaigns ("
     "  id TEXT PRIMARY KEY,"
     "  name TEXT NOT NULL,"
     "  year INTEGER NOT NULL,"
     "  root_unit_id TEXT NOT NULL REFERENCES units (id),"
     "  profile TEXT NOT NULL,"
     "  remark_due TEXT NOT NULL,"
     "  sort_key BLOB NOT NULL,"
     "  UNIQUE (year, name)"
     ") STRICT, WITHOUT ROWID;"},
};

Campaign campaign_of(const Statement& row) {
    const auto due = Day::from_iso(row.text(5));
    ENSURE(due);
    return {row.text(0), row.text(1), static_cast<int>(row.integer(2)), row.text(3), row.text(4), *due};
}

class SqlCampaigns : public Campaigns {
public:
    explicit SqlCampaigns(Database& db) : db_(db) {}

    std::vector<Campaign> all() const override {
        std::vector<Campaign> list;
        auto row = db_.query(
            "SELECT id, name, year, root_unit_id, profile, remark_due FROM campaigns ORDER BY year DESC, "
            "sort_key");
        while (row.next()) list.push_back(campaign_of(row));
        return list;
    }

    std::optional<Campaign> find(std::string_view id) const override {
        auto row = db_.query(
            "SELECT id, name, year, root_unit_id, profile, remark_due FROM campaigns WHERE id = ?1", id);
        if (!row.next()) return {};
        return campaign_of(row);
    }

    Added add(const Campaign& c) override {
        const Bytes key = sort_key(c.name);
        const auto rows = db_.run(
            "INSERT INTO campaigns (id, name, year, root_unit_id, profile, remark_due, sort_key)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (year, name) DO NOTHING",
            c.id, c.name, c.year, c.root_unit_id, c.profile, c.remark_due.iso(), key);
        return rows == 1 ? Added::done : Added::name_taken;
    }

private:
    Database& db_;
};

}  // namespace

const std::span<const Migration> campaigns_migrations = campaigns_steps;

std::unique_ptr<Campaigns> make_campaigns(Database& db) {
    return std::make_unique<SqlCampaigns>(db);
}

}  // namespace minhtin::sql
