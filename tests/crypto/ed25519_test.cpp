// crypto/group.h as Ed25519 fills it.
#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "crypto/ensure.h"
#include "crypto/group.h"
#include "tests/support/seeded_random.h"
#include "tests/support/small_order.h"

namespace minhtin {
namespace {

constexpr auto q_text = "7237005577332262213973186563042994240857116359379907606001950938285454250989";
constexpr auto q_minus_one = "7237005577332262213973186563042994240857116359379907606001950938285454250988";
const std::string one_hex = std::string(63, '0') + "1";

Scalar random_scalar(Random& random) {
    return SecretScalar::random(random).expose();
}
Element random_element(Random& random) {
    return base(random_scalar(random));
}

std::string belenios_hex(std::array<std::uint8_t, 32> little_endian) {
    std::reverse(little_endian.begin(), little_endian.end());
    return to_hex(little_endian);
}

TEST(Scalar, one_spelling_only) {
    for (const auto* good : {"0", "1", "7", "10", q_minus_one}) {
        const auto s = Scalar::decode(good);
        ASSERT_TRUE(s) << good;
        EXPECT_EQ(s->encode(), good);
        EXPECT_EQ(SecretScalar::decode(good)->encode().expose(), good);
    }
    for (const auto* bad :
         {"",
          "00",
          "07",
          "007",
          "+7",
          "-7",
          "-0",
          " 7",
          "7 ",
          "7\n",
          "0x7",
          "0b1",
          "1_000",
          "1e3",
          "7.0",
          "٧",
          q_text,
          "7237005577332262213973186563042994240857116359379907606001950938285454250990",
          "9999999999999999999999999999999999999999999999999999999999999999999999999999",
          "10000000000000000000000000000000000000000000000000000000000000000000000000000"}) {
        EXPECT_FALSE(Scalar::decode(bad)) << bad;
        EXPECT_FALSE(SecretScalar::decode(bad)) << bad;
    }
    EXPECT_FALSE(Scalar::decode(std::string_view("1\0", 2)));
}

TEST(Scalar, is_a_field) {
    SeededRandom random("scalar laws");
    for (int i = 0; i < 50; ++i) {
        const Scalar a = random_scalar(random), b = random_scalar(random), c = random_scalar(random);
        EXPECT_EQ(a + b, b + a);
        EXPECT_EQ(a * b, b * a);
        EXPECT_EQ((a + b) + c, a + (b + c));
        EXPECT_EQ((a * b) * c, a * (b * c));
        EXPECT_EQ(a * (b + c), a * b + a * c);
        EXPECT_EQ(a - b + b, a);
        EXPECT_EQ(a + Scalar(), a);
        EXPECT_EQ(a * Scalar(1), a);
        EXPECT_EQ(invert(a) * a, Scalar(1));
        EXPECT_EQ(Scalar::decode(a.encode()), a);
        EXPECT_EQ(Scalar::from_bytes(a.bytes()), a);
    }
    EXPECT_EQ(Scalar::decode(q_minus_one).value() + Scalar(1), Scalar());
    EXPECT_TRUE((Scalar(5) - Scalar(5)).is_zero());
    EXPECT_THROW(invert(Scalar()), Bug);
    EXPECT_EQ(Scalar(0xffffffffffffffffULL).encode(), "18446744073709551615");
}

TEST(Scalar, bytes_that_are_not_reduced_are_a_bug) {
    std::array<std::uint8_t, 32> bytes;
    bytes.fill(0xff);
    EXPECT_THROW(Scalar::from_bytes(bytes), Bug);
}

// Byte by byte: n = 256 n + b.
TEST(Scalar, reduces_numbers_of_any_length) {
    SeededRandom random("reduce");
    for (std::size_t length = 0; length <= 200; ++length) {
        Bytes bytes(length);
        random.fill(bytes);
        Scalar slow;
        for (const auto b : bytes) slow = slow * Scalar(256) + Scalar(b);
        EXPECT_EQ(Scalar::reduce(bytes), slow) << length;
        std::fill(bytes.begin(), bytes.end(), std::uint8_t{0xff});
        slow = Scalar();
        for (const auto b : bytes) slow = slow * Scalar(256) + Scalar(b);
        EXPECT_EQ(Scalar::reduce(bytes), slow) << length;
    }
}

TEST(SecretScalar, calculates_as_scalars_do) {
    SeededRandom random("secret");
    const auto a = SecretScalar::random(random), b = SecretScalar::random(random);
    EXPECT_EQ((a + b).expose(), a.expose() + b.expose());
    EXPECT_EQ((a - b).expose(), a.expose() - b.expose());
    EXPECT_EQ((a * b.expose()).expose(), a.expose() * b.expose());
    EXPECT_EQ(a.clone().expose(), a.expose());
    EXPECT_FALSE(a.expose() == b.expose());
    EXPECT_EQ(SecretScalar::reduce(Bytes{1, 0}).expose(), Scalar(256));
}

// Sixteen equal parts of [0, q), by the leading digits of n * 16 / q; q is so close to 2^252 that the top
// four bits below it tell. Chi-square with 15 degrees of freedom exceeds 37.7 once in a thousand; the seed is
// fixed.
TEST(SecretScalar, random_ones_are_uniform) {
    SeededRandom random("uniform");
    std::array<int, 16> count{};
    constexpr int samples = 16000;
    for (int i = 0; i < samples; ++i) ++count[SecretScalar::random(random).expose().bytes()[31] & 0x0f];
    double chi_square = 0;
    for (const int n : count) chi_square += (n - 1000.0) * (n - 1000.0) / 1000.0;
    EXPECT_LT(chi_square, 37.7);
}

TEST(SecretScalar, a_nonce_is_consumed) {
    SecretScalar nonce{Scalar(100)};
    const SecretScalar secret{Scalar(7)};
    EXPECT_EQ(respond(std::move(nonce), Scalar(3), secret), Scalar(79));
    EXPECT_TRUE(nonce.expose().is_zero());  // NOLINT
}

TEST(Element, generator_and_identity_are_spelled_as_belenios_does) {
    EXPECT_EQ(Element::generator().encode(), std::string(62, '6') + "58");
    EXPECT_EQ(Element().encode(), one_hex);
    EXPECT_EQ(Element::decode(one_hex), Element());
    EXPECT_TRUE(Element().is_identity());
    EXPECT_FALSE(Element::generator().is_identity());
    EXPECT_EQ(group_name(), "Ed25519");
}

TEST(Element, is_a_group) {
    SeededRandom random("group laws");
    for (int i = 0; i < 20; ++i) {
        const Element a = random_element(random), b = random_element(random), c = random_element(random);
        const Scalar m = random_scalar(random), n = random_scalar(random);
        EXPECT_EQ(a + b, b + a);
        EXPECT_EQ((a + b) + c, a + (b + c));
        EXPECT_EQ(a + Element(), a);
        EXPECT_EQ(Element() + a, a);
        EXPECT_EQ(a - a, Element());
        EXPECT_EQ(a - b + b, a);
        EXPECT_EQ(m * (a + b), m * a + m * b);
        EXPECT_EQ((m + n) * a, m * a + n * a);
        EXPECT_EQ((m * n) * a, m * (n * a));
        EXPECT_EQ(base(m), m * Element::generator());
        EXPECT_EQ(base_combine(m, a, n), base(m) + n * a);
        EXPECT_EQ(combine(a, m, b, n), m * a + n * b);
        EXPECT_EQ(Element::decode(a.encode()), a);
        const SecretScalar secret{Scalar(m)};
        EXPECT_EQ(secret * a, m * a);
        EXPECT_EQ(base(secret), base(m));
    }
}

// libsodium calls these failures; here they are ordinary.
TEST(Element, identities_and_zeros_are_ordinary) {
    const Element g = Element::generator();
    const Scalar zero, most = Scalar::decode(q_minus_one).value();
    EXPECT_EQ(base(zero), Element());
    EXPECT_EQ(zero * g, Element());
    EXPECT_EQ(Scalar(5) * Element(), Element());
    EXPECT_EQ(zero * Element(), Element());
    EXPECT_EQ(base(SecretScalar()), Element());
    EXPECT_EQ(SecretScalar() * g, Element());
    EXPECT_EQ(SecretScalar{Scalar(5)} * Element(), Element());
    EXPECT_EQ(Element() + Element(), Element());
    EXPECT_EQ(Element() - g, most * g);
    EXPECT_EQ(base(most) + g, Element());
    EXPECT_EQ(base_combine(Scalar(1), g, most), Element());
    EXPECT_EQ(combine(Element(), Scalar(3), Element(), zero), Element());
}

TEST(Element, small_numbers_by_repeated_addition) {
    Element sum;
    for (std::uint64_t n = 0; n < 40; ++n) {
        EXPECT_EQ(base(Scalar(n)), sum);
        sum = sum + Element::generator();
    }
}

TEST(Element, other_spellings_are_refused) {
    const std::string good = Element::generator().encode();
    EXPECT_FALSE(Element::decode(""));
    EXPECT_FALSE(Element::decode(good.substr(1)));
    EXPECT_FALSE(Element::decode(good.substr(2)));  // 62 digits
    EXPECT_FALSE(Element::decode(good + "0"));
    EXPECT_FALSE(Element::decode("0" + good));
    EXPECT_FALSE(Element::decode(" " + good.substr(1)));
    EXPECT_FALSE(Element::decode("+" + good.substr(1)));
    EXPECT_FALSE(Element::decode("6_" + good.substr(2)));
    EXPECT_FALSE(Element::decode("0x" + good.substr(2)));
    SeededRandom random("upper case");
    std::string upper = random_element(random).encode();
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
    EXPECT_FALSE(Element::decode(upper));
}

// All nineteen values of y that are not reduced, with either sign; among them the identity as y = p + 1.
TEST(Element, unreduced_coordinates_are_refused) {
    for (unsigned low = 0xed; low <= 0xff; ++low) {
        for (const unsigned high : {0x7fu, 0xffu}) {
            std::array<std::uint8_t, 32> bytes;
            bytes.fill(0xff);
            bytes[0] = static_cast<std::uint8_t>(low);
            bytes[31] = static_cast<std::uint8_t>(high);
            EXPECT_FALSE(Element::decode(belenios_hex(bytes))) << low;
        }
    }
}

TEST(Element, identity_with_the_sign_bit_is_refused) {
    EXPECT_FALSE(Element::decode("8" + std::string(62, '0') + "1"));
}

TEST(Element, small_and_mixed_order_are_refused) {
    SeededRandom random("torsion");
    const auto p = random_element(random).bytes();
    for (const auto& t : small_order_points()) {
        EXPECT_FALSE(Element::decode(belenios_hex(t)));
        std::array<std::uint8_t, 32> mixed;
        ASSERT_EQ(crypto_core_ed25519_add(mixed.data(), p.data(), t.data()), 0);
        EXPECT_FALSE(Element::decode(belenios_hex(mixed)));
    }
}

// Half of all y are on no point, and seven eighths of the others outside the subgroup: taken is one in
// sixteen.
TEST(Element, whatever_is_taken_is_spelled_the_same_again) {
    SeededRandom random("any bytes");
    int taken = 0;
    for (int i = 0; i < 1000; ++i) {
        const std::string text = random_hex(random, 32);
        const auto e = Element::decode(text);
        if (!e) continue;
        ++taken;
        EXPECT_EQ(e->encode(), text);
        EXPECT_EQ(Scalar::decode(q_minus_one).value() * *e + *e, Element());
    }
    EXPECT_GT(taken, 20);
    EXPECT_LT(taken, 130);
}

// What a secret made is kept apart from what is public, and nobody sees the difference.
TEST(Element, made_by_secrets_and_by_public_numbers_are_the_same) {
    SeededRandom random("forms");
    for (int i = 0; i < 10; ++i) {
        const Scalar m = random_scalar(random), n = random_scalar(random);
        const SecretScalar secret_m{Scalar(m)}, secret_n{Scalar(n)};
        const Element public_a = base(m), secret_a = base(secret_m), public_b = base(n);
        const Element secret_b = secret_n * Element::generator();
        const Element sum = public_a + public_b, difference = public_a - public_b;
        EXPECT_EQ(public_a, secret_a);
        EXPECT_EQ(secret_a, public_a);
        EXPECT_EQ(public_a.bytes(), secret_a.bytes());
        for (const auto& a : {public_a, secret_a, Element::decode(public_a.encode()).value()}) {
            for (const auto& b : {public_b, secret_b}) {
                EXPECT_NE(a, b);
                EXPECT_EQ(a + b, sum);
                EXPECT_EQ((a + b).encode(), sum.encode());
                EXPECT_EQ(a - b, difference);
                EXPECT_EQ(n * a, m * b);
                EXPECT_EQ(secret_n * a, secret_m * b);
                EXPECT_EQ(combine(a, m, b, n), base(m * m + n * n));
                EXPECT_EQ(base_combine(m, a, n), base(m + m * n));
                EXPECT_TRUE((a - a).is_identity());
                EXPECT_FALSE((a + b).is_identity());
            }
        }
    }
}

TEST(Element, normalizing_changes_no_value) {
    SeededRandom random("normalize");
    std::vector<Element> elements{Element(), base(SecretScalar::random(random))};
    for (int i = 0; i < 20; ++i) elements.push_back(random_element(random) + random_element(random));
    const std::vector<Element> before = elements;
    std::vector<Element*> all;
    for (Element& e : elements) all.push_back(&e);
    normalize(all);
    normalize({});
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(elements[i], before[i]);
        EXPECT_EQ(elements[i].encode(), before[i].encode());
    }
}

TEST(Element, many_are_decoded_as_one_is) {
    SeededRandom random("decode all");
    std::vector<std::string> texts{"", one_hex, std::string(64, 'f'), std::string(64, '0')};
    for (const auto& t : small_order_points()) texts.push_back(belenios_hex(t));
    for (int i = 0; i < 30; ++i) {
        texts.push_back(random_element(random).encode());
        if (i % 3 == 0) texts.push_back(random_hex(random, 32));
        if (i % 5 == 0) texts.back()[3] = 'A';
    }
    for (std::size_t count = 0; count <= texts.size(); ++count) {
        const std::vector<std::string_view> some(texts.begin(), texts.begin() + static_cast<long>(count));
        const auto decoded = decode_all(some);
        ASSERT_EQ(decoded.size(), count);
        for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(decoded[i], Element::decode(some[i]));
    }
}

// One, or too few to fill eight lanes, or more; bases with a table and without one.
TEST(Products, many_are_what_one_by_one_gives) {
    SeededRandom random("evaluate");
    const Element key = random_element(random);
    const FixedBase prepared = FixedBase::prepared(key), plain = key, copied = FixedBase::generator();
    const std::vector<const FixedBase*> bases{&FixedBase::generator(), &prepared, &plain, &copied};
    std::vector<Element> points{Element(), Element::generator(), base(SecretScalar::random(random))};
    for (int i = 0; i < 4; ++i) points.push_back(random_element(random));
    for (std::size_t count = 0; count < 40; ++count) {
        std::vector<Product> products;
        for (std::size_t i = 0; i < count; ++i)
            products.push_back({bases[random.below(4)], random_scalar(random),
                                &points[random.below(points.size())], random_scalar(random),
                                random.below(3)});
        const auto results = evaluate(products);
        ASSERT_EQ(results.size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            const Product& x = products[i];
            EXPECT_EQ(results[i], x.a * x.base->element() + x.b * (*x.p - base(Scalar(x.less))));
        }
    }
    EXPECT_EQ(prepared.element(), key);
}

}  // namespace
}  // namespace minhtin
