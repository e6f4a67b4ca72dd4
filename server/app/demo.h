#pragma once
// Demo data: an invented organisation in the middle of a campaign. Only for an installation that was made for
// the demo (server/store/installation.h); its passwords are printed and exist nowhere else.
#include <span>
#include <string_view>

#include "server/app/app.h"

namespace minhtin {

struct DemoAccount {
    std::string_view login, password, name;
    std::string_view does;  // in Vietnamese: what the account is for
};

// One for each role, the same at every start.
std::span<const DemoAccount> demo_accounts();

// Fills an installation that has no account yet: 24 people in four units, three residence committees, the
// accounts, a campaign of this year under 96-QĐ/TW with requests in every state, and one of 06-QĐ/ĐUK. Does
// nothing to one that has accounts. ENSUREs that the installation is a demo one. Everything goes the way that
// people's own work goes.
void make_demo(App& app, Day today);

}  // namespace minhtin
