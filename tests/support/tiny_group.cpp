#include "tests/support/tiny_group.h"

#include "crypto/ensure.h"

namespace minhtin {
namespace {

using tiny::p;
using tiny::q;
using Raw = std::array<std::uint8_t, 32>;

Raw raw(unsigned n) {
    return {static_cast<std::uint8_t>(n)};
}

unsigned pow_mod(unsigned b, unsigned n) {
    unsigned out = 1;
    for (unsigned i = 0; i < n; ++i) out = out * b % p;
    return out;
}

}  // namespace

struct GroupAccess {
    static Element element(unsigned member) {
        Element e;
        e.words_[0] = member;
        return e;
    }
    static unsigned value(const Element& e) { return static_cast<unsigned>(e.words_[0]); }
};

namespace {
unsigned value(const Element& e) {
    return GroupAccess::value(e);
}
}  // namespace

unsigned tiny::log(const Element& e) {
    for (unsigned n = 0; n < q; ++n)
        if (pow_mod(4, n) == value(e)) return n;
    bug("no power of the generator", __FILE__, __LINE__);
}

std::string_view group_name() {
    return "tiny";
}

Scalar::Scalar(std::uint64_t n) : b_(raw(static_cast<unsigned>(n % q))) {}

std::optional<Scalar> Scalar::decode(std::string_view decimal) {
    for (unsigned n = 0; n < q; ++n)
        if (decimal == std::to_string(n)) return Scalar(n);
    return std::nullopt;
}

std::string Scalar::encode() const {
    return std::to_string(b_[0]);
}

Scalar Scalar::reduce(ByteView big_endian) {
    unsigned n = 0;
    for (const auto byte : big_endian) n = (n * 256 + byte) % q;
    return Scalar(n);
}

bool Scalar::is_zero() const {
    return b_[0] == 0;
}

Scalar Scalar::from_bytes(const Raw& little_endian_reduced) {
    ENSURE(little_endian_reduced == raw(little_endian_reduced[0]) && little_endian_reduced[0] < q);
    return Scalar(little_endian_reduced[0]);
}

Scalar operator+(const Scalar& a, const Scalar& b) {
    return Scalar(std::uint64_t{a.b_[0]} + b.b_[0]);
}
Scalar operator-(const Scalar& a, const Scalar& b) {
    return Scalar(std::uint64_t{a.b_[0]} + q - b.b_[0]);
}
Scalar operator*(const Scalar& a, const Scalar& b) {
    return Scalar(std::uint64_t{a.b_[0]} * b.b_[0]);
}

Scalar invert(const Scalar& a) {
    for (unsigned n = 0; n < q; ++n)
        if (n * a.b_[0] % q == 1) return Scalar(n);
    bug("zero has no inverse", __FILE__, __LINE__);
}

Element::Element() : words_{1} {}

std::array<std::uint8_t, 32> Element::bytes() const {
    return raw(value(*this));
}

bool Element::operator==(const Element& other) const {
    return value(*this) == value(other);
}

std::optional<Element> Element::decode(std::string_view hex) {
    for (unsigned n = 0; n < q; ++n)
        if (const Element e = tiny::power(n); e.encode() == hex) return e;
    return std::nullopt;
}

std::vector<std::optional<Element>> decode_all(std::span<const std::string_view> hex) {
    std::vector<std::optional<Element>> out;
    for (const auto text : hex) out.push_back(Element::decode(text));
    return out;
}

std::string Element::encode() const {
    return std::string(62, '0') + to_hex(std::array{bytes()[0]});
}

const Element& Element::generator() {
    static const Element g = GroupAccess::element(4);
    return g;
}

bool Element::is_identity() const {
    return value(*this) == 1;
}

Element operator+(const Element& a, const Element& b) {
    return GroupAccess::element(value(a) * value(b) % p);
}
Element operator-(const Element& a, const Element& b) {
    return GroupAccess::element(value(a) * pow_mod(value(b), q - 1) % p);
}
Element operator*(const Scalar& n, const Element& a) {
    return GroupAccess::element(pow_mod(value(a), n.bytes()[0]));
}
Element operator*(const SecretScalar& n, const Element& a) {
    return n.expose() * a;
}
Element base(const Scalar& n) {
    return n * Element::generator();
}
Element base(const SecretScalar& n) {
    return n * Element::generator();
}
Element base_combine(const Scalar& a, const Element& x, const Scalar& b) {
    return base(a) + b * x;
}
Element combine(const Element& x, const Scalar& a, const Element& y, const Scalar& b) {
    return a * x + b * y;
}

struct BaseTable {};
FixedBase FixedBase::prepared(const Element& element) {
    return element;
}
const FixedBase& FixedBase::generator() {
    static const FixedBase g = Element::generator();
    return g;
}
std::vector<Element> evaluate(std::span<const Product> products) {
    std::vector<Element> out;
    for (const Product& x : products)
        out.push_back(x.a * x.base->element() + x.b * (*x.p - base(Scalar(x.less))));
    return out;
}
void normalize(std::span<Element* const>) {}

}  // namespace minhtin
