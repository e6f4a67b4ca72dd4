#pragma once
// The registry in one SQLCipher file: one connection that writes, a few that read beside it.
#include <filesystem>
#include <memory>

#include "crypto/secret.h"
#include "server/store/registry.h"

namespace minhtin {

// Opens or makes the file and brings its schema up to date. Throws StorageError.
std::unique_ptr<Registry> open_sqlcipher_registry(const std::filesystem::path& file, const SecretKey32& key);

}  // namespace minhtin
