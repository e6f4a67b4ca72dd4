#pragma once
// Signing in and out, and changing one's own password.
#include <string>

#include "server/app/app.h"

namespace minhtin {

struct SignedIn {
    Account account;
    std::string token;  // for the cookie; the server keeps its hash only
};

// A new session, whatever the client held before. One answer (login_wrong) and one cost for a login that does
// not exist, a disabled account and a wrong password. Refuses too_many_requests after 5 wrong guesses a
// minute from one place (`from`: any name of it), 60 from all.
Outcome<SignedIn> sign_in(App& app, std::string_view login, std::string_view password, std::string_view from,
                          Instant now);

// The active account behind a living session.
std::optional<Account> signed_in(App& app, std::string_view token, Instant now);

void sign_out(App& app, std::string_view token);

// Ends every session of the account, the present one too. Refuses password_wrong and what acceptable_password
// refuses.
Outcome<void> change_password(App& app, const Account& account, std::string_view old_password,
                              std::string_view new_password);

}  // namespace minhtin
