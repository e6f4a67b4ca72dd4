#include "crypto/ensure.h"
#include "server/store/migrations.h"
#include "server/store/sqlcipher_topics.h"
#include "server/store/votes.h"

namespace minhtin::sql {
namespace {

constexpr Migration votes[] = {
    {40,
     "CREATE TABLE votes (uuid TEXT PRIMARY KEY, campaign_id TEXT NOT NULL, name TEXT NOT NULL, day TEXT NOT "
     "NULL,"
     " profile TEXT NOT NULL, chair_id TEXT NOT NULL, threshold INTEGER NOT NULL, slips INTEGER NOT NULL,"
     " ceremony TEXT NOT NULL, summoned INTEGER, present INTEGER, issued INTEGER,"
     " election TEXT, trustees TEXT, credentials TEXT, recorded INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
     "CREATE INDEX votes_of_campaign ON votes (campaign_id, day, name);"
     "CREATE TABLE vote_persons (uuid TEXT NOT NULL REFERENCES votes, question INTEGER NOT NULL,"
     " person_id TEXT NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL,"
     " PRIMARY KEY (uuid, question), UNIQUE (uuid, person_id)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE vote_trustees (uuid TEXT NOT NULL REFERENCES votes, number INTEGER NOT NULL, name TEXT "
     "NOT NULL,"
     " post TEXT NOT NULL, certificate TEXT, polynomial TEXT, key TEXT, drilled INTEGER NOT NULL,"
     " PRIMARY KEY (uuid, number)) STRICT, WITHOUT ROWID;"},
};

class SqlcipherVotes : public Votes {
public:
    explicit SqlcipherVotes(Database& db) : db_(db) {}

    std::optional<Vote> find(std::string_view uuid) const override {
        auto row = db_.query(
            "SELECT campaign_id, name, day, profile, chair_id, threshold, slips, ceremony, summoned, "
            "present, issued,"
            " election, trustees, credentials, recorded FROM votes WHERE uuid = ?1",
            uuid);
        if (!row.next()) return {};
        const auto day = Day::from_iso(row.text(2));
        ENSURE(day);
        Vote v{.uuid = std::string(uuid),
               .campaign_id = row.text(0),
               .name = row.text(1),
               .day = *day,
               .profile = row.text(3),
               .chair_id = row.text(4),
               .threshold = static_cast<std::size_t>(row.integer(5)),
               .slips = row.integer(6),
               .ceremony = row.text(7),
               .persons = persons(uuid),
               .trustees = trustees(uuid),
               .attendance = {},
               .election = row.text_or_null(11),
               .trustees_json = row.text_or_null(12),
               .credentials = row.text_or_null(13),
               .recorded = row.flag(14)};
        if (!row.is_null(8)) v.attendance = {row.integer(8), row.integer(9), row.integer(10)};
        return v;
    }

    std::vector<Vote> of_campaign(std::string_view campaign_id) const override {
        std::vector<std::string> uuids;
        {
            auto row = db_.query("SELECT uuid FROM votes WHERE campaign_id = ?1 ORDER BY day, name, uuid",
                                 campaign_id);
            while (row.next()) uuids.push_back(row.text(0));
        }
        std::vector<Vote> found;
        for (const std::string& uuid : uuids) found.push_back(*find(uuid));
        return found;
    }

    void put(const Vote& v) override {
        std::optional<std::int64_t> summoned, present, issued;
        if (v.attendance) {
            summoned = v.attendance->summoned;
            present = v.attendance->present;
            issued = v.attendance->issued;
        }
        db_.run("DELETE FROM vote_persons WHERE uuid = ?1", v.uuid);
        db_.run("DELETE FROM vote_trustees WHERE uuid = ?1", v.uuid);
        db_.run(
            "INSERT OR REPLACE INTO votes (uuid, campaign_id, name, day, profile, chair_id, threshold, "
            "slips, ceremony,"
            " summoned, present, issued, election, trustees, credentials, recorded)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            v.uuid, v.campaign_id, v.name, v.day.iso(), v.profile, v.chair_id, v.threshold, v.slips,
            v.ceremony, summoned, present, issued, v.election, v.trustees_json, v.credentials, v.recorded);
        for (std::size_t i = 0; i < v.persons.size(); ++i) {
            const VotePerson& p = v.persons[i];
            db_.run(
                "INSERT INTO vote_persons (uuid, question, person_id, name, post) VALUES (?1, ?2, ?3, ?4, "
                "?5)",
                v.uuid, i, p.person_id, p.name, p.post);
        }
        for (std::size_t i = 0; i < v.trustees.size(); ++i) {
            const VoteTrustee& t = v.trustees[i];
            db_.run(
                "INSERT INTO vote_trustees (uuid, number, name, post, certificate, polynomial, key, drilled)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                v.uuid, i + 1, t.name, t.post, t.certificate, t.polynomial, t.key, t.drilled);
        }
    }

private:
    std::vector<VotePerson> persons(std::string_view uuid) const {
        std::vector<VotePerson> found;
        auto row = db_.query(
            "SELECT person_id, name, post FROM vote_persons WHERE uuid = ?1 ORDER BY question", uuid);
        while (row.next()) found.push_back({row.text(0), row.text(1), row.text(2)});
        return found;
    }
    std::vector<VoteTrustee> trustees(std::string_view uuid) const {
        std::vector<VoteTrustee> found;
        auto row = db_.query(
            "SELECT name, post, certificate, polynomial, key, drilled FROM vote_trustees WHERE uuid = ?1 "
            "ORDER BY number",
            uuid);
        while (row.next()) {
            found.push_back({row.text(0), row.text(1), row.text_or_null(2), row.text_or_null(3),
                             row.text_or_null(4), row.flag(5)});
        }
        return found;
    }
    Database& db_;
};

}  // namespace

const std::span<const Migration> votes_migrations = votes;

std::unique_ptr<Votes> make_votes(Database& db) {
    return std::make_unique<SqlcipherVotes>(db);
}

}  // namespace minhtin::sql
