#pragma once
// Who may sign in. Passwords are kept as Argon2id hashes only.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minhtin {

enum class Role : std::uint8_t {
    operator_ = 1,
    office = 2,
    committee = 4,
    residence = 8,
    inspector = 16,
    member = 32
};
inline constexpr Role all_roles[] = {Role::operator_, Role::office,    Role::committee,
                                     Role::residence, Role::inspector, Role::member};

class Roles {
public:
    constexpr Roles() = default;
    constexpr Roles(Role r) : bits_(static_cast<std::uint8_t>(r)) {}
    static constexpr Roles from_bits(std::int64_t bits) {
        Roles r;
        r.bits_ = static_cast<std::uint8_t>(bits & 63);
        return r;
    }
    constexpr bool has(Role r) const { return (bits_ & static_cast<std::uint8_t>(r)) != 0; }
    constexpr bool any_of(Roles other) const { return (bits_ & other.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr std::uint8_t bits() const { return bits_; }
    friend constexpr Roles operator|(Roles a, Roles b) { return from_bits(a.bits_ | b.bits_); }
    constexpr bool operator==(const Roles&) const = default;

private:
    std::uint8_t bits_ = 0;
};
constexpr Roles operator|(Role a, Role b) {
    return Roles(a) | Roles(b);
}

struct Account {
    std::string id, login, name;
    Roles roles;
    std::optional<std::string> person_id, residence_committee_id;
    bool disabled = false;
    bool operator==(const Account&) const = default;
};

class Accounts {
public:
    virtual ~Accounts() = default;
    virtual std::vector<Account> all() const = 0;  // sorted by name, Vietnamese order
    virtual std::optional<Account> find(std::string_view id) const = 0;
    virtual std::optional<Account> find_login(std::string_view login) const = 0;
    virtual std::string password_hash(std::string_view id) const = 0;  // of an account that exists
    virtual bool any() const = 0;

    enum class Added { done, login_taken };
    virtual Added add(const Account& account, std::string_view password_hash) = 0;
    // Name, roles, bindings and disabled of an account that exists; login stays.
    virtual void update(const Account& account) = 0;
    virtual void set_password_hash(std::string_view id, std::string_view password_hash) = 0;
};

}  // namespace minhtin
