#pragma once
// Boards in one SQLCipher file of their own: one connection that writes, a few that read beside it (WAL,
// synchronous=FULL). The file holds what the archives show and the order that they show; rows are numbered by
// election and place in its archive, so that they tell nothing about the order between elections.
#include <filesystem>
#include <memory>

#include "crypto/secret.h"
#include "server/store/board_store.h"

namespace minhtin {

// Opens or makes the file and brings its schema up to date. Throws sql::StorageError.
std::unique_ptr<BoardStore> open_sqlcipher_board_store(const std::filesystem::path& file,
                                                       const SecretKey32& key);

}  // namespace minhtin
