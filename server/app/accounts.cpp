#include "server/app/accounts.h"

#include <algorithm>

#include "server/app/setup.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

constexpr std::size_t max_name = 200;

bool valid_login(std::string_view login) {
    return login.size() >= 3 && login.size() <= 64 && std::all_of(login.begin(), login.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
           });
}

// A role that reads or writes "one's own" needs to know what that is.
Outcome<void> sound_roles(const RegistryTables& t, const Account& a) {
    if (a.roles.empty()) {
        return Reason::roles_missing;
    }
    if (a.roles.has(Role::member) && !a.person_id) {
        return Reason::role_needs_person;
    }
    if (a.roles.has(Role::residence) && !a.residence_committee_id) {
        return Reason::role_needs_committee;
    }
    if (a.person_id && !t.people->person(*a.person_id)) {
        return Reason::person_unknown;
    }
    if (a.residence_committee_id && !t.people->committee(*a.residence_committee_id)) {
        return Reason::committee_unknown;
    }
    return {};
}

bool another_operator(const RegistryTables& t, std::string_view except) {
    auto all = t.accounts->all();
    return std::any_of(all.begin(), all.end(), [&](const Account& a) {
        return a.id != except && !a.disabled && a.roles.has(Role::operator_);
    });
}

std::vector<std::string> guessable_words(const Account& a, std::string_view organisation) {
    return {a.login, a.name, std::string(organisation)};
}

}  // namespace

Outcome<PreparedAccount> prepare_account(App& app, const NewAccount& wanted, std::string_view organisation) {
    Account account{.id = random_base58(app.random, 16),
                    .login = wanted.login,
                    .name = tidy(wanted.name),
                    .roles = wanted.roles,
                    .person_id = wanted.person_id,
                    .residence_committee_id = wanted.residence_committee_id,
                    .disabled = false};
    if (!valid_login(account.login)) {
        return Reason::login_invalid;
    }
    if (account.name.empty() || length(account.name) > max_name) {
        return Refusal(Reason::field_invalid, {{"field", "name"}});
    }
    if (auto fine = acceptable_password(wanted.password, guessable_words(account, organisation)); !fine) {
        return fine.reason();
    }
    return PreparedAccount{account, app.passwords.hash(wanted.password)};
}

Outcome<Account> insert_account(RegistryTables& t, const PreparedAccount& prepared) {
    if (auto sound = sound_roles(t, prepared.account); !sound) {
        return sound.reason();
    }
    if (t.accounts->add(prepared.account, prepared.password_hash) == Accounts::Added::login_taken) {
        return Reason::login_taken;
    }
    return prepared.account;
}

Outcome<Account> create_account(App& app, const NewAccount& wanted) {
    auto prepared = prepare_account(app, wanted, organisation(app));
    if (!prepared) {
        return prepared.reason();
    }
    return app.registry.write([&](RegistryTables& t) { return insert_account(t, *prepared); });
}

Outcome<Account> change_account(App& app, std::string_view id, const AccountChange& change) {
    auto before = app.registry.read([&](const RegistryTables& t) { return t.accounts->find(id); });
    if (!before) {
        return Reason::account_unknown;
    }
    std::string new_hash;
    if (change.password) {
        if (auto fine = acceptable_password(*change.password, guessable_words(*before, organisation(app)));
            !fine) {
            return fine.reason();
        }
        new_hash = app.passwords.hash(*change.password);
    }
    auto changed = app.registry.write([&](RegistryTables& t) -> Outcome<Account> {
        Account a = *t.accounts->find(id);
        a.disabled = change.disabled.value_or(a.disabled);
        a.roles = change.roles.value_or(a.roles);
        a.name = change.name ? tidy(*change.name) : a.name;
        if (a.name.empty() || length(a.name) > max_name) {
            return Refusal(Reason::field_invalid, {{"field", "name"}});
        }
        if (auto sound = sound_roles(t, a); !sound) {
            return sound.reason();
        }
        if ((a.disabled || !a.roles.has(Role::operator_)) && !another_operator(t, a.id)) {
            return Reason::last_operator;
        }
        t.accounts->update(a);
        if (!new_hash.empty()) {
            t.accounts->set_password_hash(a.id, new_hash);
        }
        return a;
    });
    if (changed && (change.disabled || change.roles || change.password)) {
        app.sessions.close_all(id);
    }
    return changed;
}

std::vector<Account> list_accounts(const App& app) {
    return app.registry.read([](const RegistryTables& t) { return t.accounts->all(); });
}

std::vector<Account> list_chairs(const App& app) {
    auto all = list_accounts(app);
    std::erase_if(all, [](const Account& a) { return a.disabled || !a.roles.has(Role::committee); });
    return all;
}

}  // namespace minhtin
