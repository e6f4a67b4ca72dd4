#pragma once
// Scalars and elements of a prime-order group: the only thing the protocol knows of the group. A value that
// exists is valid: scalars are reduced, elements are members. The identity is an ordinary element.
//
// This header is a link seam. crypto/ed25519.cpp implements it (protocol.md chapter 1), or
// ed25519_by_libsodium.cpp with libsodium alone; the exhaustive tests link a group of a few elements instead
// (tests/support/tiny_group.cpp). Nothing here may be inline that depends on which group it is. Notation is
// multiplicative in comments, additive in operators: `a + b` combines elements, `n * a` is a^n.
//
// Timing: functions of a SecretScalar take a time that does not depend on it, and so does what + - and * of a
// scalar make of elements that such functions returned, though one operand be public. Functions of public
// Scalars and Elements alone may take a time that depends on them, and so does == of any.
#include <array>
#include <compare>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/bytes.h"
#include "crypto/random.h"
#include "crypto/secret.h"

namespace minhtin {

// The name that enters hashes and elections: "Ed25519".
std::string_view group_name();

class SecretScalar;

// A public number modulo the group's order q.
class Scalar {
public:
    Scalar() = default;  // zero
    explicit Scalar(std::uint64_t n);

    // Decimal, no sign, no leading zero, less than q (protocol.md 1.5); anything else is refused.
    static std::optional<Scalar> decode(std::string_view decimal);
    std::string encode() const;

    // A big-endian number of any length, modulo q (hash to scalar, credential derivation).
    static Scalar reduce(ByteView big_endian);

    bool is_zero() const;
    bool operator==(const Scalar&) const = default;

    friend Scalar operator+(const Scalar& a, const Scalar& b);
    friend Scalar operator-(const Scalar& a, const Scalar& b);
    friend Scalar operator*(const Scalar& a, const Scalar& b);
    // 1/a; a must not be zero (ENSURE). Variable time.
    friend Scalar invert(const Scalar& a);

    // Little-endian, reduced; for implementations of this header and for sealing.
    const std::array<std::uint8_t, 32>& bytes() const { return b_; }
    static Scalar from_bytes(const std::array<std::uint8_t, 32>& little_endian_reduced);

private:
    std::array<std::uint8_t, 32> b_{};
};

// A secret number modulo q: a key, a nonce, the randomness of an encryption. Move-only, wiped.
class SecretScalar {
public:
    SecretScalar() = default;
    explicit SecretScalar(Scalar&& s) : s_(std::move(s)) {}
    // Uniform in [0, q) from 512 bits.
    static SecretScalar random(Random& random);
    static SecretScalar reduce(ByteView big_endian);
    // Decimal as Scalar::decode; time depends on the number of digits only.
    static std::optional<SecretScalar> decode(std::string_view decimal);
    SecretString encode() const;
    SecretScalar clone() const;

    friend SecretScalar operator+(const SecretScalar& a, const SecretScalar& b);
    friend SecretScalar operator-(const SecretScalar& a, const SecretScalar& b);
    friend SecretScalar operator*(const SecretScalar& a, const Scalar& b);

    const Scalar& expose() const { return s_.expose(); }

private:
    Secret<Scalar> s_;
};

// nonce - challenge * secret: the response of every proof (protocol.md chapter 6). Consumes the nonce,
// because a nonce that answers twice gives the secret away.
Scalar respond(SecretScalar&& nonce, const Scalar& challenge, const SecretScalar& secret);

// A member of the group.
class Element {
public:
    Element();  // the identity

    // Exactly 64 lower-case hex digits of the canonical encoding of a member (protocol.md 1.2, 1.3). Refused:
    // other spellings, points off the curve, points outside the subgroup. The identity is taken.
    static std::optional<Element> decode(std::string_view hex);
    std::string encode() const;

    static const Element& generator();
    bool is_identity() const;
    bool operator==(const Element& other) const;

    friend Element operator+(const Element& a, const Element& b);
    friend Element operator-(const Element& a, const Element& b);
    friend Element operator*(const Scalar& n, const Element& a);
    friend Element operator*(const SecretScalar& n, const Element& a);

    // The implementation's own encoding; equal elements have equal bytes.
    std::array<std::uint8_t, 32> bytes() const;

private:
    friend struct GroupAccess;
    // What is inside is the implementation's own, and equal elements may differ in it.
    std::array<std::uint64_t, 20> words_{};
    bool is_encoded_ = false;
};

// Element::decode of each of them; much faster for many than one by one. Public data.
std::vector<std::optional<Element>> decode_all(std::span<const std::string_view> hex);

// g^n.
Element base(const Scalar& n);
Element base(const SecretScalar& n);
// g^a * P^b and P^a * Q^b: what proofs are verified with. Public data, variable time allowed.
Element base_combine(const Scalar& a, const Element& p, const Scalar& b);
Element combine(const Element& p, const Scalar& a, const Element& q, const Scalar& b);

// A public element that many products are made with, such as an election's key. Made from an element it is
// just that; prepared, it gets a table of its multiples at its first use: about 2 ms and half a megabyte, and
// a product of it takes a fraction of the time from then on. Copies share the table; safe to use from several
// threads.
class FixedBase {
public:
    FixedBase(const Element& element) : element_(element) {}  // NOLINT: an element is a base
    static FixedBase prepared(const Element& element);
    static const FixedBase& generator();
    const Element& element() const { return element_; }

private:
    friend struct GroupAccess;
    Element element_;
    std::shared_ptr<struct BaseTable> table_;
};

// base^a * (p / g^less)^b. What they point to must outlive the product.
struct Product {
    const FixedBase* base;
    Scalar a;
    const Element* p;
    Scalar b;
    std::uint64_t less = 0;
};
// All of them, in their order, normalized. Much faster for many than one by one, most of all when the same p
// (the same place in memory) stands in several. Public data, variable time.
std::vector<Element> evaluate(std::span<const Product> products);

// Makes encode() of all of them cheap, at the price of one. Their values stay. Public data.
void normalize(std::span<Element* const> elements);

}  // namespace minhtin
