#pragma once
// The topics over one SQLCipher connection. Each borrows it.
#include <memory>

#include "server/store/registry.h"
#include "server/store/sqlite.h"

namespace minhtin::sql {

std::unique_ptr<Meta> make_meta(Database& db);
std::unique_ptr<Accounts> make_accounts(Database& db);
std::unique_ptr<People> make_people(Database& db);
std::unique_ptr<Invitations> make_invitations(Database& db);
std::unique_ptr<Campaigns> make_campaigns(Database& db);
std::unique_ptr<Files> make_files(Database& db);
std::unique_ptr<Votes> make_votes(Database& db);

}  // namespace minhtin::sql
