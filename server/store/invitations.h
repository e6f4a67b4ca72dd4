#pragma once
// Links that let somebody without an account do one thing in one vote: a trustee, or the slip printer. Only
// the SHA-256 of the token is kept.
#include <optional>
#include <string>
#include <string_view>

namespace minhtin {

struct Invitation {
    enum class Target { trustee, slips };
    std::string vote;  // uuid
    Target target = Target::trustee;
    int index = 0;  // of the trustee, from 1; 0 for the slip printer
    bool operator==(const Invitation&) const = default;
};

class Invitations {
public:
    virtual ~Invitations() = default;
    virtual std::optional<Invitation> find(std::string_view token_hash) const = 0;
    // The earlier token of the same target stops working.
    virtual void replace(const Invitation& invitation, std::string_view token_hash) = 0;
    virtual void remove(std::string_view vote, Invitation::Target target) = 0;
};

}  // namespace minhtin
