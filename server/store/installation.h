#pragma once
// Which installation a database file belongs to, and whether it holds demo data: written into both files when
// they are made, compared at every start.
#include <filesystem>
#include <stdexcept>
#include <string>

#include "crypto/random.h"
#include "crypto/secret.h"

namespace minhtin {

enum class Use { real, demo };

struct DatabaseFiles {
    std::filesystem::path board, registry;
};

// The files do not fit: the sentence says how.
struct WrongInstallation : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Makes both files for that use, or checks that they are a pair and were made for it. Throws
// WrongInstallation, StorageError.
void claim_databases(const DatabaseFiles& files, const SecretKey32& board_key,
                     const SecretKey32& registry_key, Use use, Random& random);

}  // namespace minhtin
