#include "crypto/transcript.h"

#include "crypto/hash.h"

namespace minhtin {
namespace {

template <class Items, class Spell>
std::string join_spelled(const Items& items, Spell spell) {
    std::string out;
    for (const auto& item : items) {
        if (&item != &items.front()) out += ',';
        out += spell(item);
    }
    return out;
}

Scalar challenge(std::string_view prefix, std::string_view joined) {
    Sha256 hash;
    hash.update(prefix);
    hash.update(joined);
    return Scalar::reduce(hash.finish());
}

}  // namespace

std::string join(std::span<const Element> elements) {
    return join_spelled(elements, [](const Element& e) { return e.encode(); });
}

Scalar hash_to_scalar(std::string_view prefix, std::span<const Element> elements) {
    return challenge(prefix, join(elements));
}

Scalar hash_to_scalar(std::string_view prefix, std::span<const std::string> encodings) {
    return challenge(prefix,
                     join_spelled(encodings, [](const std::string& e) -> const std::string& { return e; }));
}

}  // namespace minhtin
