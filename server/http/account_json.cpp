#include "server/http/account_json.h"

#include <algorithm>

namespace minhtin::http {

std::string_view role_name(Role role) {
    switch (role) {
        case Role::operator_:
            return "operator";
        case Role::office:
            return "office";
        case Role::committee:
            return "committee";
        case Role::residence:
            return "residence";
        case Role::inspector:
            return "inspector";
        case Role::member:
            return "member";
    }
    return {};
}

Roles roles_from(const std::vector<std::string>& names) {
    Roles roles;
    for (const std::string& name : names) {
        auto it = std::find_if(std::begin(all_roles), std::end(all_roles),
                               [&](Role r) { return role_name(r) == name; });
        if (it == std::end(all_roles) || roles.has(*it)) {
            Fields::invalid("roles");
        }
        roles = roles | *it;
    }
    return roles;
}

Json json_of(const Account& account) {
    Json roles = Json::array();
    for (Role role : all_roles) {
        if (account.roles.has(role)) {
            roles.push_back(role_name(role));
        }
    }
    auto or_null = [](const std::optional<std::string>& s) { return s ? Json(*s) : Json(nullptr); };
    return {{"id", account.id},
            {"login", account.login},
            {"name", account.name},
            {"roles", roles},
            {"person_id", or_null(account.person_id)},
            {"residence_committee_id", or_null(account.residence_committee_id)}};
}

}  // namespace minhtin::http
