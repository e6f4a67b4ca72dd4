#include "server/app/setup.h"

#include "crypto/hash.h"
#include "server/app/accounts.h"

namespace minhtin {
namespace {

constexpr std::string_view token_name = "setup-token-hash";
constexpr std::string_view organisation_name = "organisation";

}  // namespace

std::optional<std::string> new_setup_token(Registry& registry, Random& random) {
    return registry.write([&](RegistryTables& t) -> std::optional<std::string> {
        if (t.accounts->any()) {
            return {};
        }
        std::string token = random_base58(random, 32);
        t.meta->set(token_name, sha256_hex(token));
        return token;
    });
}

bool setup_needed(const App& app) {
    return app.registry.read([](const RegistryTables& t) { return !t.accounts->any(); });
}

std::string organisation(const App& app) {
    return app.registry.read(
        [](const RegistryTables& t) { return t.meta->get(organisation_name).value_or(""); });
}

Outcome<Account> set_up(App& app, const SetupRequest& request) {
    NewAccount wanted{.login = request.login,
                      .name = request.name,
                      .roles = Role::operator_,
                      .password = request.password,
                      .person_id = {},
                      .residence_committee_id = {}};
    if (!setup_needed(app)) {
        return Reason::setup_done;
    }
    auto made = prepare_account(app, wanted, request.organisation);
    if (!made) {
        return made.reason();
    }
    return app.registry.write([&](RegistryTables& t) -> Outcome<Account> {
        if (t.accounts->any()) {
            return Reason::setup_done;
        }
        auto expected = t.meta->get(token_name);
        if (!expected || !equal_ct(as_bytes(*expected), as_bytes(sha256_hex(request.token)))) {
            return Reason::setup_token_wrong;
        }
        t.meta->erase(token_name);
        t.meta->set(organisation_name, request.organisation);
        return insert_account(t, *made);
    });
}

}  // namespace minhtin
