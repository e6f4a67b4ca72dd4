#pragma once
// The master key and what is derived from it. The file is never in the data folder by default (but for demo
// data): a copied data folder alone shows nothing.
#include <filesystem>

#include "crypto/random.h"
#include "crypto/secret.h"

namespace minhtin {

struct Keys {
    SecretKey32 board, registry, seals;
};

enum class KeyFile { must_exist, may_be_made };

// Reads the master key, or makes one (32 random bytes, mode 0400, durable) when it may be made. Throws
// std::runtime_error with a sentence: no file, unreadable, not a key, or others than the owner may read it.
SecretKey32 master_key(const std::filesystem::path& file, KeyFile rule, Random& random);

// BLAKE2b key derivation (libsodium crypto_kdf), a number and a context for each use.
Keys derive_keys(const SecretKey32& master);

// ${XDG_CONFIG_HOME:-~/.config}/minhtin/master.key
std::filesystem::path default_key_file();

}  // namespace minhtin
