// The elements of crypto/group.h with libsodium alone (MINHTIN_VERIFY_WITH_LIBSODIUM): slower by far, for
// machines that crypto/vartime does not know, and for whoever trusts no other arithmetic. Every element is
// kept as its 32 bytes.
#include <cstring>

#include "crypto/ed25519_sodium.h"
#include "crypto/group.h"

namespace minhtin {

using sodium::Raw;

// The one way to an Element from bytes that are known to be a member's.
struct GroupAccess {
    static Element element(const Raw& member) {
        Element e;
        std::memcpy(e.words_.data(), member.data(), member.size());
        return e;
    }
};

struct BaseTable {};  // there are no tables

Element::Element() : is_encoded_(true) {
    std::memcpy(words_.data(), sodium::identity.data(), sodium::identity.size());
}

std::array<std::uint8_t, 32> Element::bytes() const {
    Raw raw;
    std::memcpy(raw.data(), words_.data(), raw.size());
    return raw;
}

std::optional<Element> Element::decode(std::string_view hex) {
    const auto raw = sodium::from_belenios(hex);
    if (!raw || !sodium::is_member(*raw)) return std::nullopt;
    return GroupAccess::element(*raw);
}

std::vector<std::optional<Element>> decode_all(std::span<const std::string_view> hex) {
    std::vector<std::optional<Element>> out;
    for (const auto text : hex) out.push_back(Element::decode(text));
    return out;
}

std::string Element::encode() const {
    return sodium::to_belenios(bytes());
}

const Element& Element::generator() {
    static const Element g = base(Scalar(1));
    return g;
}

bool Element::is_identity() const {
    return bytes() == sodium::identity;
}

bool Element::operator==(const Element& other) const {
    return words_ == other.words_;
}

Element operator+(const Element& a, const Element& b) {
    return GroupAccess::element(sodium::add(a.bytes(), b.bytes()));
}

Element operator-(const Element& a, const Element& b) {
    return GroupAccess::element(sodium::subtract(a.bytes(), b.bytes()));
}

Element operator*(const Scalar& n, const Element& a) {
    return GroupAccess::element(sodium::multiply(n.bytes(), a.bytes()));
}

Element operator*(const SecretScalar& n, const Element& a) {
    return GroupAccess::element(sodium::multiply(n.expose().bytes(), a.bytes()));
}

Element base(const Scalar& n) {
    return GroupAccess::element(sodium::multiply_base(n.bytes()));
}

Element base(const SecretScalar& n) {
    return GroupAccess::element(sodium::multiply_base(n.expose().bytes()));
}

Element base_combine(const Scalar& a, const Element& p, const Scalar& b) {
    return base(a) + b * p;
}

Element combine(const Element& p, const Scalar& a, const Element& q, const Scalar& b) {
    return a * p + b * q;
}

FixedBase FixedBase::prepared(const Element& element) {
    return element;
}

const FixedBase& FixedBase::generator() {
    static const FixedBase g = Element::generator();
    return g;
}

std::vector<Element> evaluate(std::span<const Product> products) {
    std::vector<Element> out;
    for (const Product& x : products) {
        const bool of_generator = x.base->element() == Element::generator();
        const Element p = x.less == 0 ? *x.p : *x.p - base(Scalar(x.less));
        out.push_back(of_generator ? base_combine(x.a, p, x.b) : combine(x.base->element(), x.a, p, x.b));
    }
    return out;
}

void normalize(std::span<Element* const>) {}

}  // namespace minhtin
