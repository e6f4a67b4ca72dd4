#pragma once
// What a person is asked: on the controlling terminal, also when the standard streams are files. Lines are
// wiped when they end, and never in memory that grows. Failures of the system throw std::system_error.
#include <optional>
#include <string>

#include "crypto/secret.h"

namespace minhtin {

enum class Ask { once, twice };
// In NFC. The first line of `file`, or asked on the terminal without showing it; twice when a secret is
// locked. Nothing if it is empty, not UTF-8, longer than 1024 bytes, or the second time is another. A signal
// that ends the program while it asks does so after the terminal shows again what is typed. A terminal that
// goes away throws.
std::optional<SecretString> read_passphrase(const std::optional<std::string>& file, Ask ask);

// Asks on the terminal; true if the answer is the whole line "yes" or "có", however its letters are composed.
bool confirm(const std::string& question);

}  // namespace minhtin
