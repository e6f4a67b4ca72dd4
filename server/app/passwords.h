#pragma once
// Passwords: Argon2id through libsodium, parameters in the hash. At most two are computed at a time (each
// takes 19 MiB), the others wait.
#include <cstdint>
#include <semaphore>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/refusals.h"

namespace minhtin {

class PasswordHasher {
public:
    // ≥ 19 MiB and t = 2 (OWASP's floor). Tests that sign in a hundred times may ask for less.
    struct Cost {
        std::uint64_t operations = 2;
        std::size_t memory = std::size_t{19} * 1024 * 1024;
    };
    PasswordHasher() : PasswordHasher(Cost{}) {}
    explicit PasswordHasher(Cost cost);
    std::string hash(std::string_view password);
    bool verify(std::string_view hash, std::string_view password);
    // Costs what verify() costs, and is false: for logins that do not exist.
    bool verify_nobody(std::string_view password);
    bool outdated(std::string_view hash) const;  // made with other parameters

private:
    Cost cost_;
    std::counting_semaphore<2> room_{2};
    std::string nobody_;
};

// 12 to 256 characters, and none of the words that a guesser tries first: `context` (login, name,
// organisation), and common ones. No composition rules.
Outcome<void> acceptable_password(std::string_view password, const std::vector<std::string>& context);

}  // namespace minhtin
