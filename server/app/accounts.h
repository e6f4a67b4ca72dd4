#pragma once
// Accounts as the operator keeps them. A change of password, roles or `disabled` ends the account's sessions.
#include <optional>
#include <string>
#include <vector>

#include "server/app/actor.h"
#include "server/app/app.h"

namespace minhtin {

struct NewAccount {
    std::string login, name;
    Roles roles;
    std::string password;
    std::optional<std::string> person_id, residence_committee_id;
};

// Refuses login_invalid, login_taken, roles_missing, role_needs_person, role_needs_committee, person_unknown,
// committee_unknown, field_invalid (name) and what acceptable_password refuses.
Outcome<Account> create_account(App& app, const NewAccount& wanted);

struct AccountChange {
    std::optional<bool> disabled;
    std::optional<Roles> roles;
    std::optional<std::string> password, name;
};
// Refuses account_unknown, last_operator, roles_missing, role_needs_…, and what acceptable_password refuses.
Outcome<Account> change_account(App& app, std::string_view id, const AccountChange& change);

std::vector<Account> list_accounts(const App& app);
// Those who may chair a vote: active accounts with the committee role.
std::vector<Account> list_chairs(const App& app);

// In two steps, so that no password is hashed while the registry is locked.
struct PreparedAccount {
    Account account;
    std::string password_hash;
};
Outcome<PreparedAccount> prepare_account(App& app, const NewAccount& wanted, std::string_view organisation);
Outcome<Account> insert_account(RegistryTables& tables, const PreparedAccount& prepared);

}  // namespace minhtin
