#include "server/app/sign_in.h"

#include "server/app/setup.h"

namespace minhtin {
namespace {

constexpr int wrong_from_one_place = 5;
constexpr int wrong_from_all = 60;  // then a place has one try: others cannot lock the owner out

struct Known {
    Account account;
    std::string password_hash;
};

std::optional<Known> active_account(const App& app, std::string_view login) {
    return app.registry.read([&](const RegistryTables& t) -> std::optional<Known> {
        auto account = t.accounts->find_login(login);
        if (!account || account->disabled) {
            return {};
        }
        return Known{*account, t.accounts->password_hash(account->id)};
    });
}

// The same password under the present parameters, unless it was changed meanwhile.
void renew_hash(App& app, const Known& known, std::string_view password) {
    std::string fresh = app.passwords.hash(password);
    app.registry.write([&](RegistryTables& t) {
        if (t.accounts->password_hash(known.account.id) == known.password_hash) {
            t.accounts->set_password_hash(known.account.id, fresh);
        }
    });
}

}  // namespace

Outcome<SignedIn> sign_in(App& app, std::string_view login, std::string_view password, std::string_view from,
                          Instant now) {
    std::string everywhere = "login " + std::string(login);
    std::string here = everywhere + " from " + std::string(from);
    if (app.attempts.exhausted(here, wrong_from_one_place, now) ||
        (app.attempts.exhausted(everywhere, wrong_from_all, now) && app.attempts.exhausted(here, 1, now))) {
        return Reason::too_many_requests;
    }
    auto known = active_account(app, login);
    bool right =
        known ? app.passwords.verify(known->password_hash, password) : app.passwords.verify_nobody(password);
    if (!right) {
        app.attempts.count(here, now);
        app.attempts.count(everywhere, now);
        return Reason::login_wrong;
    }
    SignedIn in{known->account, app.sessions.open(known->account.id, app.random, now)};
    if (auto still = active_account(app, login); !still || still->password_hash != known->password_hash) {
        app.sessions.close(in.token);  // the password was changed, or the account disabled, while we compared
        return Reason::login_wrong;
    }
    if (app.passwords.outdated(known->password_hash)) {
        renew_hash(app, *known, password);
    }
    return in;
}

std::optional<Account> signed_in(App& app, std::string_view token, Instant now) {
    auto id = app.sessions.touch(token, now);
    if (!id) {
        return {};
    }
    auto account = app.registry.read([&](const RegistryTables& t) { return t.accounts->find(*id); });
    return account && !account->disabled ? account : std::nullopt;
}

void sign_out(App& app, std::string_view token) {
    app.sessions.close(token);
}

Outcome<void> change_password(App& app, const Account& account, std::string_view old_password,
                              std::string_view new_password) {
    std::string present =
        app.registry.read([&](const RegistryTables& t) { return t.accounts->password_hash(account.id); });
    if (!app.passwords.verify(present, old_password)) {
        return Reason::password_wrong;
    }
    if (auto fine = acceptable_password(new_password, {account.login, account.name, organisation(app)});
        !fine) {
        return fine.reason();
    }
    std::string hash = app.passwords.hash(new_password);
    return app.registry.write([&](RegistryTables& t) -> Outcome<void> {
        // The operator may have set another one, or disabled the account, while we compared.
        if (t.accounts->password_hash(account.id) != present || t.accounts->find(account.id)->disabled)
            return Reason::password_wrong;
        t.accounts->set_password_hash(account.id, hash);
        app.sessions.close_all(account.id);
        return {};
    });
}

}  // namespace minhtin
