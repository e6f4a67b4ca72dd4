#pragma once
// What the tools read from and write to a person's folder. Failures of the file system throw
// std::system_error.
#include <optional>
#include <string>

#include "crypto/secret.h"

namespace minhtin {

// A whole file of at most 16 MiB, or standard input for "-".
std::string read_file(const std::string& path);
// A new file that only its owner reads; an existing one is never overwritten. Durable when this returns.
void write_new_private_file(const std::string& path, const std::string& content);
// The same file with other content: after a failure or a crash either the old or the new one is there, whole.
void replace_private_file(const std::string& path, const std::string& content);

enum class Ask { once, twice };
// In NFC. The first line of `file`, or asked on the terminal without showing it; twice when a secret is
// locked. Nothing if it is empty, not UTF-8, or the second time is another.
std::optional<SecretString> read_passphrase(const std::optional<std::string>& file, Ask ask);

// Asks on the terminal; true if the answer is "yes" or "có".
bool confirm(const std::string& question);

}  // namespace minhtin
