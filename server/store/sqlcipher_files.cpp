#include <algorithm>

#include "crypto/ensure.h"
#include "server/store/files.h"
#include "server/store/migrations.h"
#include "server/store/sqlcipher_topics.h"

namespace minhtin::sql {
namespace {

// Triggers hold what the program promises even against a slip of the program: entries are neither changed nor
// taken away (nor by INSERT OR REPLACE), and a file goes forward one entry at a time.
constexpr Migration files_steps[] = {
    {25,
     "CREATE TABLE rating_files ("
     "  id TEXT PRIMARY KEY,"
     "  campaign_id TEXT NOT NULL REFERENCES campaigns (id),"
     "  person_id TEXT NOT NULL REFERENCES people (id),"
     "  head TEXT NOT NULL,"
     "  entries INTEGER NOT NULL,"
     "  UNIQUE (campaign_id, person_id)"
     ") STRICT, WITHOUT ROWID;"
     "CREATE INDEX rating_files_of_person ON rating_files (person_id);"
     "CREATE TABLE file_entries ("
     "  file_id TEXT NOT NULL REFERENCES rating_files (id),"
     "  seq INTEGER NOT NULL,"
     "  day TEXT NOT NULL,"
     "  channel TEXT NOT NULL,"
     "  kind TEXT NOT NULL,"
     "  sealed BLOB NOT NULL,"
     "  hash TEXT NOT NULL,"
     "  PRIMARY KEY (file_id, seq)"
     ") STRICT, WITHOUT ROWID;"
     "CREATE TRIGGER file_entries_stay BEFORE UPDATE ON file_entries"
     " BEGIN SELECT raise(ABORT, 'entries are not changed'); END;"
     "CREATE TRIGGER file_entries_remain BEFORE DELETE ON file_entries"
     " BEGIN SELECT raise(ABORT, 'entries are not deleted'); END;"
     "CREATE TRIGGER file_entries_follow BEFORE INSERT ON file_entries"
     " WHEN NEW.seq <> (SELECT entries + 1 FROM rating_files WHERE id = NEW.file_id)"
     " BEGIN SELECT raise(ABORT, 'an entry follows the last one'); END;"
     "CREATE TRIGGER rating_files_remain BEFORE DELETE ON rating_files"
     " BEGIN SELECT raise(ABORT, 'files are not deleted'); END;"
     "CREATE TRIGGER rating_files_once BEFORE INSERT ON rating_files"
     " WHEN EXISTS (SELECT 1 FROM rating_files WHERE id = NEW.id)"
     " BEGIN SELECT raise(ABORT, 'files are not replaced'); END;"
     "CREATE TRIGGER rating_files_forward BEFORE UPDATE ON rating_files"
     " WHEN NEW.id <> OLD.id OR NEW.campaign_id <> OLD.campaign_id OR NEW.person_id <> OLD.person_id"
     "  OR NEW.entries <> OLD.entries + 1"
     "  OR NEW.head IS NOT (SELECT hash FROM file_entries WHERE file_id = OLD.id AND seq = NEW.entries)"
     " BEGIN SELECT raise(ABORT, 'a file goes forward by its entries'); END;"
     "CREATE TABLE standings ("
     "  file_id TEXT NOT NULL REFERENCES rating_files (id),"
     "  channel TEXT NOT NULL,"
     "  state TEXT NOT NULL,"
     "  due TEXT,"
     "  asked_day TEXT,"
     "  received_day TEXT,"
     "  exempt BLOB,"
     "  request_id TEXT NOT NULL,"
     "  committee_id TEXT NOT NULL,"
     "  versions INTEGER NOT NULL,"
     "  PRIMARY KEY (file_id, channel)"
     ") STRICT, WITHOUT ROWID;"
     "CREATE UNIQUE INDEX standings_by_request ON standings (request_id) WHERE request_id <> '';"
     "CREATE INDEX standings_by_committee ON standings (committee_id) WHERE committee_id <> '';"
     "CREATE TABLE remark_drafts ("
     "  request_id TEXT PRIMARY KEY,"
     "  sealed BLOB NOT NULL"
     ") STRICT, WITHOUT ROWID;"},
};

Day day_of(const std::string& text) {
    const auto day = Day::from_iso(text);
    ENSURE(day);
    return *day;
}

std::optional<Day> day_or_none(const Statement& row, int column) {
    if (row.is_null(column)) return {};
    return day_of(row.text(column));
}

std::optional<std::string> iso(const std::optional<Day>& day) {
    if (!day) return {};
    return day->iso();
}

ChannelState state_of(const std::string& text) {
    using enum ChannelState;
    for (const ChannelState s : {none, not_asked, asked, exempt, received, late}) {
        if (name(s) == text) return s;
    }
    bug("unknown state of a channel", __FILE__, __LINE__);
}

RatingFile file_of(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4)};
}

StandingRow standing_of(const Statement& row) {
    StandingRow s{.file_id = row.text(0),
                  .channel = row.text(1),
                  .state = state_of(row.text(2)),
                  .due = day_or_none(row, 3),
                  .asked_day = day_or_none(row, 4),
                  .received_day = day_or_none(row, 5),
                  .exempt = {},
                  .request_id = row.text(7),
                  .committee_id = row.text(8),
                  .versions = row.integer(9)};
    if (!row.is_null(6)) s.exempt = row.blob(6);
    return s;
}

class SqlFiles : public Files {
public:
    explicit SqlFiles(Database& db) : db_(db) {}

    std::optional<RatingFile> find(std::string_view id) const override {
        return first(
            db_.query("SELECT id, campaign_id, person_id, head, entries FROM rating_files WHERE id = ?1", id),
            file_of);
    }
    std::optional<RatingFile> of(std::string_view campaign, std::string_view person) const override {
        return first(db_.query("SELECT id, campaign_id, person_id, head, entries FROM rating_files"
                               " WHERE campaign_id = ?1 AND person_id = ?2",
                               campaign, person),
                     file_of);
    }
    std::vector<RatingFile> of_campaign(std::string_view campaign) const override {
        return every(
            db_.query("SELECT f.id, f.campaign_id, f.person_id, f.head, f.entries FROM rating_files f"
                      " JOIN people p ON p.id = f.person_id WHERE f.campaign_id = ?1"
                      " ORDER BY p.sort_key, p.code",
                      campaign),
            file_of);
    }
    std::vector<RatingFile> of_person(std::string_view person) const override {
        return every(db_.query("SELECT id, campaign_id, person_id, head, entries FROM rating_files"
                               " WHERE person_id = ?1 ORDER BY id",
                               person),
                     file_of);
    }
    std::vector<EntryRow> entries(std::string_view file_id) const override {
        return every(db_.query("SELECT seq, day, channel, kind, sealed, hash FROM file_entries WHERE file_id "
                               "= ?1 ORDER BY seq",
                               file_id),
                     [](const Statement& row) {
                         return EntryRow{row.integer(0), day_of(row.text(1)), row.text(2),
                                         row.text(3),    row.blob(4),         row.text(5)};
                     });
    }

    Created create(const RatingFile& f) override {
        ENSURE(f.entries == 0);
        const auto rows = db_.run(
            "INSERT INTO rating_files (id, campaign_id, person_id, head, entries) VALUES (?1, ?2, ?3, ?4, 0)"
            " ON CONFLICT (campaign_id, person_id) DO NOTHING",
            f.id, f.campaign_id, f.person_id, f.head);
        return rows == 1 ? Created::done : Created::exists;
    }

    Appended append(std::string_view file_id, std::string_view expected_head, const EntryRow& e) override {
        const auto file = find(file_id);
        ENSURE(file);
        if (file->head != expected_head || e.seq != file->entries + 1) return Appended::conflict;
        db_.run(
            "INSERT INTO file_entries (file_id, seq, day, channel, kind, sealed, hash)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            file_id, e.seq, e.day.iso(), e.channel, e.kind, e.sealed, e.hash);
        db_.run("UPDATE rating_files SET head = ?2, entries = ?3 WHERE id = ?1", file_id, e.hash, e.seq);
        return Appended::done;
    }

    std::vector<StandingRow> standings(std::string_view file_id) const override {
        return every(
            db_.query("SELECT file_id, channel, state, due, asked_day, received_day, exempt, request_id,"
                      " committee_id, versions FROM standings WHERE file_id = ?1 ORDER BY channel",
                      file_id),
            standing_of);
    }
    std::vector<StandingRow> standings_of_campaign(std::string_view campaign) const override {
        return every(
            db_.query("SELECT s.file_id, s.channel, s.state, s.due, s.asked_day, s.received_day, s.exempt,"
                      " s.request_id, s.committee_id, s.versions FROM standings s"
                      " JOIN rating_files f ON f.id = s.file_id WHERE f.campaign_id = ?1"
                      " ORDER BY s.file_id, s.channel",
                      campaign),
            standing_of);
    }
    std::optional<StandingRow> request(std::string_view request_id) const override {
        return first(
            db_.query("SELECT file_id, channel, state, due, asked_day, received_day, exempt, request_id,"
                      " committee_id, versions FROM standings WHERE request_id = ?1 AND request_id <> ''",
                      request_id),
            standing_of);
    }
    std::vector<StandingRow> requests_to(std::string_view committee_id) const override {
        return every(
            db_.query("SELECT file_id, channel, state, due, asked_day, received_day, exempt, request_id,"
                      " committee_id, versions FROM standings WHERE committee_id = ?1 AND committee_id <> ''"
                      " AND request_id <> '' ORDER BY due, request_id",
                      committee_id),
            standing_of);
    }
    void put(const StandingRow& s) override {
        db_.run(
            "INSERT INTO standings (file_id, channel, state, due, asked_day, received_day, exempt, "
            "request_id,"
            " committee_id, versions) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
            " ON CONFLICT (file_id, channel) DO UPDATE SET state = excluded.state, due = excluded.due,"
            " asked_day = excluded.asked_day, received_day = excluded.received_day, exempt = excluded.exempt,"
            " request_id = excluded.request_id, committee_id = excluded.committee_id,"
            " versions = excluded.versions",
            s.file_id, s.channel, name(s.state), iso(s.due), iso(s.asked_day), iso(s.received_day), s.exempt,
            s.request_id, s.committee_id, s.versions);
    }

    std::optional<Bytes> draft(std::string_view request_id) const override {
        return first(db_.query("SELECT sealed FROM remark_drafts WHERE request_id = ?1", request_id),
                     [](const Statement& row) { return row.blob(0); });
    }
    void put_draft(std::string_view request_id, const Bytes& sealed) override {
        db_.run(
            "INSERT INTO remark_drafts (request_id, sealed) VALUES (?1, ?2)"
            " ON CONFLICT (request_id) DO UPDATE SET sealed = excluded.sealed",
            request_id, sealed);
    }
    void erase_draft(std::string_view request_id) override {
        db_.run("DELETE FROM remark_drafts WHERE request_id = ?1", request_id);
    }

private:
    Database& db_;
};

}  // namespace

const std::span<const Migration> files_migrations = files_steps;

std::unique_ptr<Files> make_files(Database& db) {
    return std::make_unique<SqlFiles>(db);
}

}  // namespace minhtin::sql
