#include <algorithm>
#include <map>
#include <sstream>

#include "crypto/ensure.h"
#include "server/domain/text.h"
#include "server/store/migrations.h"
#include "server/store/sort_key.h"
#include "server/store/sqlcipher_topics.h"

namespace minhtin::sql {
namespace {

// sort_key is the ICU key of the name, folded the name and code without diacritics: made again on every
// write.
constexpr Migration people_steps[] = {
    {10,
     "CREATE TABLE units ("
     "  id TEXT PRIMARY KEY,"
     "  parent_id TEXT REFERENCES units (id),"
     "  code TEXT NOT NULL,"
     "  name TEXT NOT NULL,"
     "  sort_key BLOB NOT NULL"
     ") STRICT, WITHOUT ROWID;"
     "CREATE UNIQUE INDEX units_by_name ON units (ifnull(parent_id, ''), name);"
     "CREATE UNIQUE INDEX units_by_code ON units (code) WHERE code <> '';"
     "CREATE TABLE residence_committees ("
     "  id TEXT PRIMARY KEY,"
     "  name TEXT NOT NULL,"
     "  ward TEXT NOT NULL,"
     "  sort_key BLOB NOT NULL,"
     "  UNIQUE (name, ward)"
     ") STRICT, WITHOUT ROWID;"
     "CREATE TABLE people ("
     "  id TEXT PRIMARY KEY,"
     "  code TEXT NOT NULL UNIQUE,"
     "  name TEXT NOT NULL,"
     "  birth_day TEXT,"
     "  residence_committee_id TEXT REFERENCES residence_committees (id),"
     "  folded TEXT NOT NULL,"
     "  sort_key BLOB NOT NULL"
     ") STRICT, WITHOUT ROWID;"
     "CREATE INDEX people_in_order ON people (sort_key, code);"
     "CREATE TABLE posts ("
     "  person_id TEXT NOT NULL REFERENCES people (id),"
     "  position INTEGER NOT NULL,"
     "  unit_id TEXT NOT NULL REFERENCES units (id),"
     "  title TEXT NOT NULL,"
     "  main INTEGER NOT NULL,"
     "  PRIMARY KEY (person_id, position)"
     ") STRICT, WITHOUT ROWID;"
     "CREATE INDEX posts_by_unit ON posts (unit_id);"},
};

Unit unit_of(const Statement& row) {
    return {row.text(0), row.text_or_null(1), row.text(2), row.text(3)};
}
ResidenceCommittee committee_of(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2)};
}

Person person_of(const Statement& row) {
    Person p{.id = row.text(0),
             .code = row.text(1),
             .name = row.text(2),
             .birth_day = {},
             .posts = {},
             .residence_committee_id = row.text_or_null(4)};
    if (auto day = row.text_or_null(3)) {
        p.birth_day = Day::from_iso(*day);
        ENSURE(p.birth_day);
    }
    return p;
}

std::string person_words(const Person& p) {
    return " " + fold(p.name + " " + p.code);
}

class SqlPeople : public People {
public:
    explicit SqlPeople(Database& db) : db_(db) {}

    std::vector<Unit> units() const override {
        std::map<std::string, std::vector<Unit>> children;  // by parent, in order
        auto row = db_.query("SELECT id, parent_id, code, name FROM units ORDER BY sort_key, id");
        while (row.next()) {
            Unit u = unit_of(row);
            children[u.parent_id.value_or("")].push_back(std::move(u));
        }
        std::vector<Unit> ordered = children[""];
        for (std::size_t i = 0; i < ordered.size(); ++i) {
            std::vector<Unit> below = children[ordered[i].id];
            ordered.insert(ordered.begin() + static_cast<std::ptrdiff_t>(i) + 1, below.begin(), below.end());
        }
        return ordered;
    }

    std::optional<Unit> unit(std::string_view id) const override {
        return first(db_.query("SELECT id, parent_id, code, name FROM units WHERE id = ?1", id), unit_of);
    }
    std::optional<Unit> unit_by_code(std::string_view code) const override {
        return first(
            db_.query("SELECT id, parent_id, code, name FROM units WHERE code = ?1 AND code <> ''", code),
            unit_of);
    }
    std::optional<Unit> unit_under(std::optional<std::string_view> parent,
                                   std::string_view name) const override {
        return first(
            db_.query(
                "SELECT id, parent_id, code, name FROM units WHERE ifnull(parent_id, '') = ?1 AND name = ?2",
                parent.value_or(""), name),
            unit_of);
    }

    std::vector<std::string> unit_tree(std::string_view root) const override {
        std::vector<std::string> ids;
        auto row = db_.query(
            "WITH RECURSIVE tree (id) AS (SELECT id FROM units WHERE id = ?1"
            " UNION SELECT units.id FROM units JOIN tree ON units.parent_id = tree.id) SELECT id FROM tree",
            root);
        while (row.next()) {
            ids.push_back(row.text(0));
        }
        return ids;
    }

    std::vector<ResidenceCommittee> committees() const override {
        std::vector<ResidenceCommittee> all;
        auto row = db_.query("SELECT id, name, ward FROM residence_committees ORDER BY sort_key, id");
        while (row.next()) {
            all.push_back(committee_of(row));
        }
        return all;
    }
    std::optional<ResidenceCommittee> committee(std::string_view id) const override {
        return first(db_.query("SELECT id, name, ward FROM residence_committees WHERE id = ?1", id),
                     committee_of);
    }
    std::optional<ResidenceCommittee> committee_by_name(std::string_view name,
                                                        std::string_view ward) const override {
        return first(
            db_.query("SELECT id, name, ward FROM residence_committees WHERE name = ?1 AND ward = ?2", name,
                      ward),
            committee_of);
    }

    std::vector<Person> find(std::string_view text, std::optional<std::string_view> unit_id) const override {
        std::istringstream words(fold(text));
        std::vector<std::string> wanted;
        for (std::string word; words >> word;) {
            wanted.push_back(word);
        }
        std::vector<Person> found;
        auto row = db_.query(
            "WITH RECURSIVE tree (id) AS (SELECT id FROM units WHERE id = ?1"
            " UNION SELECT units.id FROM units JOIN tree ON units.parent_id = tree.id)"
            " SELECT id, code, name, birth_day, residence_committee_id, folded FROM people"
            " WHERE ?1 IS NULL OR EXISTS (SELECT 1 FROM posts WHERE person_id = people.id AND unit_id IN "
            "tree)"
            " ORDER BY sort_key, code",
            unit_id);
        while (row.next()) {
            std::string words_of = row.text(5);
            if (std::all_of(wanted.begin(), wanted.end(),
                            [&](auto& w) { return words_of.find(w) != std::string::npos; })) {
                found.push_back(with_posts(person_of(row)));
            }
        }
        return found;
    }

    std::optional<Person> person(std::string_view id) const override {
        auto p = first(
            db_.query("SELECT id, code, name, birth_day, residence_committee_id FROM people WHERE id = ?1",
                      id),
            person_of);
        return p ? std::optional(with_posts(std::move(*p))) : p;
    }
    std::optional<Person> person_by_code(std::string_view code) const override {
        auto p = first(
            db_.query("SELECT id, code, name, birth_day, residence_committee_id FROM people WHERE code = ?1",
                      code),
            person_of);
        return p ? std::optional(with_posts(std::move(*p))) : p;
    }

    void put(const Unit& u) override {
        Bytes key = sort_key(u.name);
        db_.run(
            "INSERT INTO units (id, parent_id, code, name, sort_key) VALUES (?1, ?2, ?3, ?4, ?5)"
            " ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, code = excluded.code,"
            " name = excluded.name, sort_key = excluded.sort_key",
            u.id, u.parent_id, u.code, u.name, key);
    }

    void put(const ResidenceCommittee& c) override {
        Bytes key = sort_key(c.name + " " + c.ward);
        db_.run(
            "INSERT INTO residence_committees (id, name, ward, sort_key) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name, ward = excluded.ward,"
            " sort_key = excluded.sort_key",
            c.id, c.name, c.ward, key);
    }

    void put(const Person& p) override {
        Bytes key = sort_key(p.name);
        std::optional<std::string> birth_day = p.birth_day ? std::optional(p.birth_day->iso()) : std::nullopt;
        db_.run(
            "INSERT INTO people (id, code, name, birth_day, residence_committee_id, folded, sort_key)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET code = excluded.code,"
            " name = excluded.name, birth_day = excluded.birth_day,"
            " residence_committee_id = excluded.residence_committee_id, folded = excluded.folded,"
            " sort_key = excluded.sort_key",
            p.id, p.code, p.name, birth_day, p.residence_committee_id, person_words(p), key);
        db_.run("DELETE FROM posts WHERE person_id = ?1", p.id);
        int position = 0;
        for (const Post& post : p.posts) {
            db_.run(
                "INSERT INTO posts (person_id, position, unit_id, title, main) VALUES (?1, ?2, ?3, ?4, ?5)",
                p.id, ++position, post.unit_id, post.title, post.main);
        }
    }

private:
    Person with_posts(Person p) const {
        auto row = db_.query(
            "SELECT unit_id, title, main FROM posts WHERE person_id = ?1 ORDER BY main DESC, position", p.id);
        while (row.next()) {
            p.posts.push_back({row.text(0), row.text(1), row.flag(2)});
        }
        return p;
    }
    Database& db_;
};

}  // namespace

const std::span<const Migration> people_migrations = people_steps;

std::unique_ptr<People> make_people(Database& db) {
    return std::make_unique<SqlPeople>(db);
}

}  // namespace minhtin::sql
