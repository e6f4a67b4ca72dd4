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
    // The same for its 64 hex digits (protocol.md chapter 1), without decoding them: an element has one
    // spelling.
    std::optional<std::size_t> find_spelled(std::string_view digits) const;
    std::uint64_t weight(std::size_t place) const { return entries_[place].weight; }
    const Element& at(std::size_t place) const { return entries_[place].credential; }

private:
    struct Entry {
        Element credential;
        std::uint64_t weight;
    };
    using Encoding = std::array<std::uint8_t, 32>;  // as Element::bytes()
    struct Hash {
        std::size_t operator()(const Encoding& b) const {
            std::size_t h;
            std::memcpy(&h, b.data() + 8, sizeof h);
            return h;
        }
    };
    std::optional<std::size_t> place(const Encoding& credential) const;
    std::vector<Entry> entries_;
    std::unordered_map<Encoding, std::size_t, Hash> places_;
};

// The list in the order given. With weights there is one for each credential.
std::string encode_credentials(std::span<const Element> credentials);
std::string encode_credentials(std::span<const Element> credentials, std::span<const std::uint64_t> weights);

}  // namespace minhtin
