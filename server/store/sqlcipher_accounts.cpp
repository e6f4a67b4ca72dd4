#include <algorithm>

#include "crypto/ensure.h"
#include "server/store/migrations.h"
#include "server/store/sort_key.h"
#include "server/store/sqlcipher_topics.h"

namespace minhtin::sql {
namespace {

constexpr Migration accounts_steps[] = {
    {1,
     "CREATE TABLE accounts ("
     "  id TEXT PRIMARY KEY,"
     "  login TEXT NOT NULL UNIQUE,"
     "  name TEXT NOT NULL,"
     "  roles INTEGER NOT NULL,"
     "  person_id TEXT,"
     "  residence_committee_id TEXT,"
     "  disabled INTEGER NOT NULL DEFAULT 0,"
     "  password_hash TEXT NOT NULL"
     ") STRICT, WITHOUT ROWID;"},
    {2,
     "CREATE TABLE invitations ("
     "  token_hash TEXT PRIMARY KEY,"
     "  vote TEXT NOT NULL,"
     "  target TEXT NOT NULL CHECK (target IN ('trustee', 'slips')),"
     "  trustee INTEGER NOT NULL,"
     "  UNIQUE (vote, target, trustee)"
     ") STRICT, WITHOUT ROWID;"},
};

Account account_of(const Statement& row) {
    return {.id = row.text(0),
            .login = row.text(1),
            .name = row.text(2),
            .roles = Roles::from_bits(row.integer(3)),
            .person_id = row.text_or_null(4),
            .residence_committee_id = row.text_or_null(5),
            .disabled = row.flag(6)};
}

class SqlAccounts : public Accounts {
public:
    explicit SqlAccounts(Database& db) : db_(db) {}

    std::vector<Account> all() const override {
        std::vector<std::pair<Bytes, Account>> keyed;
        auto row = db_.query(
            "SELECT id, login, name, roles, person_id, residence_committee_id, disabled FROM accounts ORDER "
            "BY login");
        while (row.next()) {
            Account a = account_of(row);
            keyed.emplace_back(sort_key(a.name), a);
        }
        std::stable_sort(keyed.begin(), keyed.end(), [](auto& a, auto& b) { return a.first < b.first; });
        std::vector<Account> accounts;
        for (auto& [key, account] : keyed) {
            accounts.push_back(std::move(account));
        }
        return accounts;
    }

    std::optional<Account> find(std::string_view id) const override {
        return first(
            db_.query("SELECT id, login, name, roles, person_id, residence_committee_id, disabled FROM "
                      "accounts WHERE id = ?1",
                      id),
            account_of);
    }

    std::optional<Account> find_login(std::string_view login) const override {
        return first(db_.query("SELECT id, login, name, roles, person_id, residence_committee_id, disabled"
                               " FROM accounts WHERE login = ?1",
                               login),
                     account_of);
    }

    std::string password_hash(std::string_view id) const override {
        auto row = db_.query("SELECT password_hash FROM accounts WHERE id = ?1", id);
        ENSURE(row.next());
        return row.text(0);
    }

    bool any() const override { return db_.query("SELECT 1 FROM accounts LIMIT 1").next(); }

    Added add(const Account& a, std::string_view hash) override {
        auto inserted = db_.run(
            "INSERT INTO accounts (id, login, name, roles, person_id, residence_committee_id, disabled, "
            "password_hash)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (login) DO NOTHING",
            a.id, a.login, a.name, a.roles.bits(), a.person_id, a.residence_committee_id, a.disabled, hash);
        return inserted == 1 ? Added::done : Added::login_taken;
    }

    void update(const Account& a) override {
        ENSURE(
            db_.run("UPDATE accounts SET name = ?2, roles = ?3, person_id = ?4, residence_committee_id = ?5,"
                    " disabled = ?6 WHERE id = ?1",
                    a.id, a.name, a.roles.bits(), a.person_id, a.residence_committee_id, a.disabled) == 1);
    }

    void set_password_hash(std::string_view id, std::string_view hash) override {
        ENSURE(db_.run("UPDATE accounts SET password_hash = ?2 WHERE id = ?1", id, hash) == 1);
    }

private:
    Database& db_;
};

class SqlInvitations : public Invitations {
public:
    explicit SqlInvitations(Database& db) : db_(db) {}

    std::optional<Invitation> find(std::string_view token_hash) const override {
        auto row =
            db_.query("SELECT vote, target, trustee FROM invitations WHERE token_hash = ?1", token_hash);
        if (!row.next()) {
            return {};
        }
        return Invitation{row.text(0),
                          row.text(1) == "trustee" ? Invitation::Target::trustee : Invitation::Target::slips,
                          static_cast<int>(row.integer(2))};
    }

    void replace(const Invitation& i, std::string_view token_hash) override {
        db_.run("DELETE FROM invitations WHERE vote = ?1 AND target = ?2 AND trustee = ?3", i.vote,
                name(i.target), i.index);
        db_.run("INSERT INTO invitations (token_hash, vote, target, trustee) VALUES (?1, ?2, ?3, ?4)",
                token_hash, i.vote, name(i.target), i.index);
    }

    void remove(std::string_view vote, Invitation::Target target) override {
        db_.run("DELETE FROM invitations WHERE vote = ?1 AND target = ?2", vote, name(target));
    }

private:
    static const char* name(Invitation::Target t) {
        return t == Invitation::Target::trustee ? "trustee" : "slips";
    }
    Database& db_;
};

}  // namespace

const std::span<const Migration> accounts_migrations = accounts_steps;

std::unique_ptr<Accounts> make_accounts(Database& db) {
    return std::make_unique<SqlAccounts>(db);
}
std::unique_ptr<Invitations> make_invitations(Database& db) {
    return std::make_unique<SqlInvitations>(db);
}

}  // namespace minhtin::sql
