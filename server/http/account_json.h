#pragma once
// Accounts and roles as they stand in bodies.
#include "server/http/json.h"
#include "server/store/accounts.h"

namespace minhtin::http {

std::string_view role_name(Role role);
// Refuses a name that is no role (field_invalid) and a role named twice.
Roles roles_from(const std::vector<std::string>& names);
Json json_of(const Account& account);

}  // namespace minhtin::http
