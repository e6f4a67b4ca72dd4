#pragma once
// Who asks. Made only by the HTTP edge, after the gate of the route table let the request through.
#include <optional>

#include "server/store/accounts.h"
#include "server/store/invitations.h"

namespace minhtin {

struct Actor {
    std::optional<Account> account;        // session routes
    std::optional<Invitation> invitation;  // trustee and slips routes
    bool has(Role r) const { return account && account->roles.has(r); }
};

}  // namespace minhtin
