#pragma once
// The first operator account, made with a token that the server prints once at its first start.
#include <string>

#include "server/app/app.h"

namespace minhtin {

// Makes and stores (hashed) a new setup token and gives it, when there is no account yet; an earlier token
// that was not used stops working. Nothing when the system is set up.
std::optional<std::string> new_setup_token(Registry& registry, Random& random);

bool setup_needed(const App& app);
std::string organisation(const App& app);  // empty before setup

struct SetupRequest {
    std::string token, login, name, password, organisation;
};
// Refuses setup_done, setup_token_wrong, and what create_account refuses. The token works once.
Outcome<Account> set_up(App& app, const SetupRequest& request);

}  // namespace minhtin
