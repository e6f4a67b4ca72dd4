// The elements of crypto/group.h: Ed25519 (protocol.md chapter 1), in two forms.
//
// Coordinates are what public elements have: decoded ones, powers with public exponents, and what is
// calculated from them. crypto/vartime calculates with these, in a time that depends on them.
//
// Encoded are elements that a secret made, as libsodium gives them. They stay encoded, and libsodium
// calculates with them in constant time, also when the other operand is public. Only functions for public
// data alone (base_combine, combine, evaluate, normalize) turn them into coordinates; a secret that gets
// there is found by tests/ctime. Which form an element has is no secret.
#include <cstring>
#include <mutex>
#include <unordered_map>

#include "crypto/ed25519_sodium.h"
#include "crypto/ensure.h"
#include "crypto/group.h"
#include "crypto/vartime/encoding.h"
#include "crypto/vartime/members.h"
#include "crypto/vartime/multiply.h"
#include "crypto/vartime/products.h"

namespace minhtin {

using sodium::Raw;
using vartime::Point;

// Made at the first use, by whichever thread comes first. There is one for the generator already.
struct BaseTable {
    std::once_flag made;
    std::optional<vartime::FixedTable> own;
    const vartime::FixedTable* table = nullptr;
};

// The one way to what is inside an Element, and back from what is known to be a member.
struct GroupAccess {
    static Element encoded(const Raw& member) {
        Element e;
        e.words_ = {};
        std::memcpy(e.words_.data(), member.data(), member.size());
        e.is_encoded_ = true;
        return e;
    }
    static Element coordinates(const Point& member) {
        Element e;
        write(e, member);
        return e;
    }
    static void write(Element& e, const Point& member) {
        static_assert(sizeof member == sizeof e.words_);
        std::memcpy(e.words_.data(), &member, sizeof member);
        e.is_encoded_ = false;
    }
    static bool is_encoded(const Element& e) { return e.is_encoded_; }
    // Of either form; for public elements.
    static Point point(const Element& e) {
        if (e.is_encoded_) {
            const auto decoded = vartime::decode(e.bytes());
            ENSURE(decoded.has_value());
            return *decoded;
        }
        Point p;
        std::memcpy(&p, e.words_.data(), sizeof p);
        return p;
    }
    static const vartime::FixedTable* table(const FixedBase& base) {
        BaseTable* lazy = base.table_.get();
        if (!lazy) return nullptr;
        std::call_once(lazy->made, [&] {
            const bool is_generator = base.element_ == Element::generator();
            lazy->table =
                is_generator ? &vartime::generator_table() : &lazy->own.emplace(point(base.element_));
        });
        return lazy->table;
    }
};

namespace {

Point point(const Element& e) {
    return GroupAccess::point(e);
}
Element element(const Point& p) {
    return GroupAccess::coordinates(p);
}
bool either_is_encoded(const Element& a, const Element& b) {
    return GroupAccess::is_encoded(a) || GroupAccess::is_encoded(b);
}

}  // namespace

Element::Element() {
    GroupAccess::write(*this, vartime::identity);
}

std::array<std::uint8_t, 32> Element::bytes() const {
    if (!is_encoded_) return vartime::encode(point(*this));
    Raw raw;
    std::memcpy(raw.data(), words_.data(), raw.size());
    return raw;
}

std::optional<Element> Element::decode(std::string_view hex) {
    return decode_all({&hex, 1}).front();
}

std::vector<std::optional<Element>> decode_all(std::span<const std::string_view> hex) {
    std::vector<Raw> well_spelled;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        if (const auto raw = sodium::from_belenios(hex[i])) {
            well_spelled.push_back(*raw);
            places.push_back(i);
        }
    }
    std::vector<std::optional<Element>> out(hex.size());
    const auto members = vartime::decode_members(well_spelled);
    for (std::size_t i = 0; i < members.size(); ++i)
        if (members[i]) out[places[i]] = element(*members[i]);
    return out;
}

std::string Element::encode() const {
    return sodium::to_belenios(bytes());
}

const Element& Element::generator() {
    static const Element g = element(vartime::generator());
    return g;
}

bool Element::is_identity() const {
    return is_encoded_ ? bytes() == sodium::identity : vartime::is_identity(point(*this));
}

bool Element::operator==(const Element& other) const {
    return either_is_encoded(*this, other) ? bytes() == other.bytes() : point(*this) == point(other);
}

Element operator+(const Element& a, const Element& b) {
    if (either_is_encoded(a, b)) return GroupAccess::encoded(sodium::add(a.bytes(), b.bytes()));
    return element(point(a) + point(b));
}

Element operator-(const Element& a, const Element& b) {
    if (either_is_encoded(a, b)) return GroupAccess::encoded(sodium::subtract(a.bytes(), b.bytes()));
    return element(point(a) - point(b));
}

Element operator*(const Scalar& n, const Element& a) {
    if (a.is_encoded_) return GroupAccess::encoded(sodium::multiply(n.bytes(), a.bytes()));
    return element(vartime::multiply(n, point(a)));
}

Element operator*(const SecretScalar& n, const Element& a) {
    return GroupAccess::encoded(sodium::multiply(n.expose().bytes(), a.bytes()));
}

Element base(const Scalar& n) {
    return element(vartime::generator_table().add_multiple(vartime::identity, n));
}

Element base(const SecretScalar& n) {
    return GroupAccess::encoded(sodium::multiply_base(n.expose().bytes()));
}

Element base_combine(const Scalar& a, const Element& p, const Scalar& b) {
    return element(vartime::generator_table().add_multiple(vartime::multiply(b, point(p)), a));
}

Element combine(const Element& p, const Scalar& a, const Element& q, const Scalar& b) {
    return element(vartime::multiply(a, point(p), b, point(q)));
}

FixedBase FixedBase::prepared(const Element& element) {
    FixedBase base(element);
    base.table_ = std::make_shared<BaseTable>();
    return base;
}

const FixedBase& FixedBase::generator() {
    static const FixedBase g = prepared(Element::generator());
    return g;
}

// Products whose base has no table are made one by one: nothing that is checked often has such a base.
std::vector<Element> evaluate(std::span<const Product> products) {
    std::vector<Element> out(products.size());
    std::unordered_map<const Element*, Point> points;
    std::vector<vartime::Product> many;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < products.size(); ++i) {
        const Product& x = products[i];
        if (const auto* table = GroupAccess::table(*x.base)) {
            const auto [at, is_new] = points.try_emplace(x.p);
            if (is_new) at->second = point(*x.p);
            many.push_back({table, x.a, &at->second, x.b, x.less});
            places.push_back(i);
        } else {
            const Element p = x.less == 0 ? *x.p : *x.p - base(Scalar(x.less));
            out[i] = combine(x.base->element(), x.a, p, x.b);
        }
    }
    const auto results = vartime::evaluate(many);
    for (std::size_t i = 0; i < results.size(); ++i) out[places[i]] = element(results[i]);
    return out;
}

void normalize(std::span<Element* const> elements) {
    std::vector<Point> points;
    std::vector<Point*> places;
    for (const Element* e : elements) points.push_back(point(*e));
    for (Point& p : points) places.push_back(&p);
    vartime::normalize(places);
    for (std::size_t i = 0; i < elements.size(); ++i) GroupAccess::write(*elements[i], points[i]);
}

}  // namespace minhtin
