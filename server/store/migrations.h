#pragma once
// Numbered steps of a schema. A list may grow in the middle of the numbers (topics have their own ranges:
// docs in server/README.md); what counts is which numbers a file has had. Steps are never changed once
// released.
#include <cstddef>
#include <span>
#include <vector>

#include "server/store/sqlite.h"

namespace minhtin::sql {

struct Migration {
    template <std::size_t N>
    consteval Migration(int n, const char (&literal)[N]) : number(n), sql(literal) {}
    int number;
    const char* sql;
};

// Applies what is missing, in the order of the numbers, in one transaction. Throws StorageError{version} when
// the file has had a step that is not in the list: a newer program wrote it.
void migrate(Database& db, std::vector<Migration> steps);

// The two schemas: every topic's steps together.
std::vector<Migration> registry_migrations();
std::vector<Migration> board_migrations();

// Topics.
extern const std::span<const Migration> common_migrations;     // 0: in both files
extern const std::span<const Migration> accounts_migrations;   // 1-9
extern const std::span<const Migration> people_migrations;     // 10-19
extern const std::span<const Migration> campaigns_migrations;  // 20-24
extern const std::span<const Migration> files_migrations;      // 25-39
extern const std::span<const Migration> votes_migrations;      // 40-49
extern const std::span<const Migration> boards_migrations;     // 1-9 of the other file

}  // namespace minhtin::sql
