#pragma once
// The public credentials of an election: who may vote, and with which weight (protocol.md 5.3). No names.
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ballot/profile.h"
#include "ballot/reasons.h"
#include "crypto/group.h"
#include "crypto/result.h"

namespace minhtin {

class Credentials {
public:
    // Members of the group, distinct, "G" or "G,weight". The hardened profile also refuses the identity, a
    // mix of both forms, and every other spelling of the list.
    static Result<Credentials, Rejection> decode(std::string_view bytes, Profile profile);

    std::size_t size() const { return entries_.size(); }
    // The place of a credential in the list.
    std::optional<std::size_t> find(const Element& credential) const;
    std::uint64_t weight(std::size_t place) const { return entries_[place].weight; }
    const Element& at(std::size_t place) const { return entries_[place].credential; }

private:
    struct Entry {
        Element credential;
        std::uint64_t weight;
    };
    struct Hash {
        std::size_t operator()(const std::array<std::uint8_t, 32>& b) const {
            std::size_t h;
            std::memcpy(&h, b.data() + 8, sizeof h);
            return h;
        }
    };
    std::vector<Entry> entries_;
    std::unordered_map<std::array<std::uint8_t, 32>, std::size_t, Hash> places_;
};

// The list in the order given. With weights there is one for each credential.
std::string encode_credentials(std::span<const Element> credentials);
std::string encode_credentials(std::span<const Element> credentials, std::span<const std::uint64_t> weights);

}  // namespace minhtin
