// Accounts, for the operator.
#include "server/app/accounts.h"
#include "server/http/account_json.h"
#include "server/http/problems.h"
#include "server/http/routes.h"

namespace minhtin::http {
namespace {

Json with_state(const Account& account) {
    Json j = json_of(account);
    j["disabled"] = account.disabled;
    return j;
}

Response get_accounts(App& app, const Request&) {
    Json accounts = Json::array();
    for (const Account& account : list_accounts(app)) {
        accounts.push_back(with_state(account));
    }
    return json_response({{"accounts", accounts}});
}

Response get_chairs(App& app, const Request&) {
    Json accounts = Json::array();
    for (const Account& account : list_chairs(app)) {
        accounts.push_back({{"id", account.id}, {"name", account.name}});
    }
    return json_response({{"accounts", accounts}});
}

Response post_account(App& app, const Request& r) {
    Fields in(r.body);
    NewAccount wanted{.login = in.text("login", 64),
                      .name = in.text("name", 200),
                      .roles = roles_from(in.texts("roles", 6, 20)),
                      .password = in.secret("password", 1024),
                      .person_id = in.text_or_none("person_id", 64),
                      .residence_committee_id = in.text_or_none("residence_committee_id", 64)};
    in.done();
    return json_response(with_state(value_or_refuse(create_account(app, wanted))), 201);
}

Response patch_account(App& app, const Request& r) {
    Fields in(r.body);
    AccountChange change;
    if (in.has("disabled")) {
        change.disabled = in.flag("disabled");
    }
    if (in.has("roles")) {
        change.roles = roles_from(in.texts("roles", 6, 20));
    }
    if (in.has("password")) {
        change.password = in.secret("password", 1024);
    }
    change.name = in.text_or_none("name", 200);
    in.done();
    return json_response(with_state(value_or_refuse(change_account(app, r.params.at("id"), change))));
}

constexpr Route table[] = {
    {Method::get, "/accounts", Access::roles(Role::operator_ | Role::inspector), no_body, Limit::none,
     &get_accounts},
    {Method::post, "/accounts", Access::roles(Role::operator_), small_body, Limit::none, &post_account},
    {Method::patch, "/accounts/{id}", Access::roles(Role::operator_), small_body, Limit::none,
     &patch_account},
    {Method::get, "/accounts/committee", Access::roles(Role::office | Role::committee | Role::inspector),
     no_body, Limit::none, &get_chairs},
};

}  // namespace

std::span<const Route> account_routes() {
    return table;
}

}  // namespace minhtin::http
