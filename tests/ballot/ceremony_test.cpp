#include "ballot/ceremony.h"

#include <gtest/gtest.h>

#include "ballot/json.h"
#include "ballot/letter.h"
#include "crypto/credential.h"
#include "crypto/elgamal.h"
#include "crypto/hash.h"
#include "crypto/signature.h"
#include "crypto/threshold.h"
#include "tests/ballot/json_edit.h"
#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

// What all parties hold after step 3.
struct Ceremony {
    explicit Ceremony(CeremonySize s) : size(s) {
        for (std::size_t i = 1; i <= size.size; ++i) {
            seeds.push_back(generate_seed(random));
            messages.push_back(make_certificate(seeds.back(), size, i, random));
        }
        certificates = Certificates::check(size, messages, Profile::hardened).value();
        for (std::size_t i = 1; i <= size.size; ++i) {
            polynomials.push_back(make_polynomial(seeds[i - 1], i, certificates, random).value());
            checked.push_back(check_polynomial(certificates, i, polynomials.back()).value());
        }
    }
    SeededRandom random{"ceremony"};
    CeremonySize size;
    std::vector<SecretString> seeds;
    std::vector<std::string> messages, polynomials;
    Certificates certificates;
    std::vector<CheckedPolynomial> checked;
};

TEST(Ceremony, AnyThresholdOfTheTrusteesOpens) {
    for (const CeremonySize size : {CeremonySize{1, 1}, CeremonySize{2, 1}, CeremonySize{3, 2},
                                    CeremonySize{3, 3}, CeremonySize{5, 3}}) {
        SCOPED_TRACE(std::to_string(size.threshold) + " of " + std::to_string(size.size));
        Ceremony c(size);
        std::vector<Share> shares;
        SeededRandom random("opening");
        const Encryption e = encrypt(group_key(c.checked), 5, random);
        std::vector<CheckedKey> keys;
        for (std::size_t i = 1; i <= size.size; ++i) {
            auto formed = form_key(c.seeds[i - 1], i, c.certificates, make_vinput(c.checked, i), random);
            ASSERT_TRUE(formed) << code_of(formed);
            auto key = check_key(c.certificates, c.checked, i, formed->message);
            ASSERT_TRUE(key) << code_of(key);
            // The trustee gets the same key back out of what the server kept.
            const auto again = open_private_key(c.seeds[i - 1], c.certificates.of(i), key->private_key);
            ASSERT_TRUE(again);
            EXPECT_EQ(base(*again), key->key.key);
            keys.push_back(std::move(*key));
            shares.push_back({i, decryption_factor(*again, e.ciphertext)});
        }
        // The last ones suffice, and all agree.
        const std::span<const Share> last = std::span(shares).last(size.threshold);
        EXPECT_EQ(e.ciphertext.beta - *combine_shares(last, size.threshold), base(Scalar(5)));
        EXPECT_TRUE(shares_agree(shares, size.threshold));
        const auto trustees = Trustees::decode(
            encode_trustees({assemble_group(c.certificates, c.checked, keys)}), Profile::hardened);
        ASSERT_TRUE(trustees) << code_of(trustees);
        EXPECT_EQ(trustees->election_key(), group_key(c.checked));
    }
}

TEST(Ceremony, SeedAndPlaceFixThePolynomial) {
    Ceremony c({3, 2});
    const auto again = make_polynomial(c.seeds[0], 1, c.certificates, c.random);
    ASSERT_TRUE(again);
    EXPECT_NE(*again, c.polynomials[0]);  // sealed with fresh randomness
    EXPECT_EQ(check_polynomial(c.certificates, 1, *again)->commitments, c.checked[0].commitments);
    EXPECT_NE(c.checked[0].commitments, c.checked[1].commitments);
    EXPECT_EQ(code_of(make_polynomial(c.seeds[1], 1, c.certificates, c.random)), "not-my-certificate");
    EXPECT_EQ(code_of(make_polynomial(c.seeds[0], 4, c.certificates, c.random)), "not-my-certificate");
    EXPECT_EQ(code_of(form_key(c.seeds[1], 1, c.certificates, make_vinput(c.checked, 1), c.random)),
              "not-my-certificate");
}

// A certificate with this text, signed as if it were right.
std::string signed_as(const SecretString& seed, const std::string& text, Random& random) {
    return write_json(signed_json({text, sign(signing_key(seed), text, random)}));
}

TEST(Ceremony, CertificatesAreCheckedWhole) {
    Ceremony c({3, 2});
    const std::string& text = c.certificates.of(1).message.message;
    auto judge = [&](const std::string& changed, Profile profile = Profile::hardened) {
        return code_of(check_certificate(c.size, 1, signed_as(c.seeds[0], changed, c.random), profile));
    };
    EXPECT_EQ(judge(text), "");
    EXPECT_EQ(judge(with(text, "context.index", Json::integer(2))), "certificate-context");
    EXPECT_EQ(judge(with(text, "context.size", Json::integer(4))), "certificate-context");
    EXPECT_EQ(judge(with(text, "context.threshold", Json::integer(1))), "certificate-context");
    EXPECT_EQ(judge(with(text, "context.group", "Other")), "certificate-context");
    const std::string identity = Element().encode(),
                      order_2 = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec";
    for (const char* key : {"verification", "encryption"}) {
        for (Profile profile : {Profile::hardened, Profile::version_1}) {
            EXPECT_EQ(judge(with(text, key, identity), profile), "element-identity");
            EXPECT_EQ(judge(with(text, key, order_2), profile), "element-not-in-group");
        }
    }
    EXPECT_EQ(judge(with(text, "verification", Element::generator().encode())), "certificate-signature");
    const std::string bare = edited(text, "", [](Json& j) { std::get<Json::Object>(j.value()).pop_back(); });
    EXPECT_EQ(judge(bare), "certificate-commitment");
    EXPECT_EQ(judge(bare, Profile::version_1), "");
    EXPECT_EQ(judge(" " + text), "not-canonical");
    EXPECT_EQ(judge(" " + text, Profile::version_1), "");

    std::vector<std::string> two(c.messages.begin(), c.messages.end() - 1);
    EXPECT_EQ(code_of(Certificates::check(c.size, two, Profile::hardened)), "ceremony-size");
    EXPECT_EQ(code_of(Certificates::check({3, 4}, c.messages, Profile::hardened)), "trustees-threshold");
    EXPECT_EQ(code_of(Certificates::check({3, 0}, c.messages, Profile::hardened)), "trustees-threshold");
}

TEST(Ceremony, CoefficientsAreThoseCommittedTo) {
    Ceremony c({3, 2});
    // Trustee 1 publishes other coefficients after seeing everybody's certificate, all signatures right.
    auto judge = [&](const std::vector<std::string>& coefficients) {
        Json::Array items(coefficients.begin(), coefficients.end()), certs;
        for (const Certificate& one : c.certificates.all()) certs.push_back(signed_json(one.message));
        const std::string message = write_json(Json::Object{{"coefexps", items}});
        const std::string all =
            "certs_sig|" + write_json(Json::Object{{"certs", certs}, {"coefexps", items}});
        const SecretScalar key = signing_key(c.seeds[0]);
        return code_of(check_coefficients(c.certificates, 1, {message, sign(key, message, c.random)},
                                          sign(key, all, c.random)));
    };
    const std::string a0 = c.checked[0].commitments[0].encode(), a1 = c.checked[0].commitments[1].encode();
    EXPECT_EQ(judge({a0, a1}), "");
    EXPECT_EQ(judge({a1, a0}), "coefficients-commitment");
    EXPECT_EQ(judge({a0}), "trustees-threshold");
    EXPECT_EQ(judge({a0, a1, a1}), "trustees-threshold");
    // Outside the group, where belenios-tool does not look.
    for (const char* torsion : {"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec",
                                "0000000000000000000000000000000000000000000000000000000000000000",
                                "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd83d3d706a17c7"})
        EXPECT_EQ(judge({a0, torsion}), "element-not-in-group");
    // Signed by another.
    EXPECT_EQ(
        code_of(check_coefficients(c.certificates, 2, c.checked[0].coefficients, c.checked[0].signature)),
        "coefficients-signature");
    EXPECT_EQ(
        code_of(check_coefficients(c.certificates, 1, c.checked[0].coefficients, c.checked[1].signature)),
        "certificates-signature");
}

TEST(Ceremony, ServerChecksTheFormOfPolynomials) {
    Ceremony c({3, 2});
    const std::string& p = c.polynomials[0];
    auto judge = [&](const std::string& changed) {
        return code_of(check_polynomial(c.certificates, 1, changed));
    };
    EXPECT_EQ(judge(edited(p, "secrets", [](Json& j) { std::get<Json::Array>(j.value()).pop_back(); })),
              "ceremony-size");
    EXPECT_EQ(judge(with(p, "secrets[1]", "{}")), "field-missing");
    EXPECT_EQ(judge(with(p, "polynomial", "x")), "json-syntax");
    EXPECT_EQ(judge(c.polynomials[1]), "coefficients-signature");
}

TEST(Ceremony, TrusteesCheckWhatTheServerHandsOn) {
    Ceremony c({3, 2});
    const std::string v = make_vinput(c.checked, 1);
    auto judge = [&](const std::string& changed) {
        return code_of(form_key(c.seeds[0], 1, c.certificates, changed, c.random));
    };
    EXPECT_EQ(judge(v), "");
    EXPECT_EQ(judge(make_vinput(c.checked, 2)), "channel-message");  // sealed for another
    EXPECT_EQ(judge(edited(v, "secrets",
                           [](Json& j) {
                               auto& s = std::get<Json::Array>(j.value());
                               std::swap(s[1], s[2]);
                           })),
              "channel-signature");
    EXPECT_EQ(judge(edited(v, "coefexps",
                           [](Json& j) {
                               auto& s = std::get<Json::Array>(j.value());
                               std::swap(s[1], s[2]);
                           })),
              "coefficients-signature");
    EXPECT_EQ(judge(edited(v, "signatures",
                           [](Json& j) {
                               auto& s = std::get<Json::Array>(j.value());
                               std::swap(s[1], s[2]);
                           })),
              "certificates-signature");
    EXPECT_EQ(judge(edited(v, "secrets", [](Json& j) { std::get<Json::Array>(j.value()).pop_back(); })),
              "ceremony-size");

    auto letter = [&](std::size_t from, const Element& to, const std::string& text) {
        return seal_letter(signing_key(c.seeds[from - 1]), to, SecretString{std::string(text)}, c.random);
    };
    const Element me = c.certificates.of(1).encryption;
    // Trustee 2 sends a share that is not on the committed polynomial.
    EXPECT_EQ(judge(with(v, "secrets[1]", letter(2, me, R"({"secret":"12345"})"))), "secret-share");
    EXPECT_EQ(judge(with(v, "secrets[1]", letter(2, me, R"({"other":"12345"})"))), "channel-message");
    EXPECT_EQ(judge(with(v, "secrets[1]", letter(3, me, R"({"secret":"12345"})"))), "channel-signature");
    // The server replaces the own polynomial, which only the trustee can have signed.
    EXPECT_EQ(judge(with(v, "polynomial", letter(2, me, R"({"polynomial":["1","2"]})"))),
              "channel-signature");
    EXPECT_EQ(judge(with(v, "polynomial", letter(1, me, R"({"polynomial":["1","2"]})"))),
              "polynomial-changed");
}

// A letter that its recipient hands on to a third party, sealed anew: the recipient inside gives it away.
TEST(Letter, NamesItsRecipient) {
    SeededRandom random("letter");
    const SecretString a = generate_seed(random), b = generate_seed(random);
    const Element sender = base(signing_key(a)), me = base(opening_key(b));
    const std::string sealed = seal_letter(signing_key(a), me, SecretString{std::string("xin chào")}, random);
    const auto opened = open_letter(opening_key(b), sender, sealed);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->expose(), "xin chào");
    EXPECT_EQ(code_of(open_letter(opening_key(a), sender, sealed)), "channel-message");
    EXPECT_EQ(code_of(open_letter(opening_key(b), me, sealed)), "channel-signature");
    EXPECT_EQ(code_of(open_letter(opening_key(b), sender, with(sealed, "algorithm", "AES-CCM"))),
              "channel-message");
    EXPECT_EQ(code_of(open_letter(opening_key(b), sender, with(sealed, "algorithm", "none"))),
              "channel-message");
    EXPECT_EQ(code_of(open_letter(opening_key(b), sender, with(sealed, "alpha", Element().encode()))),
              "element-identity");
    EXPECT_EQ(code_of(open_letter(opening_key(b), sender, with(sealed, "data", "abc"))), "channel-message");
}

TEST(Ceremony, KeysAreThoseTheCoefficientsGive) {
    Ceremony c({3, 2});
    std::vector<std::string> keys;
    for (std::size_t i = 1; i <= 3; ++i)
        keys.push_back(
            form_key(c.seeds[i - 1], i, c.certificates, make_vinput(c.checked, i), c.random)->message);
    auto judge = [&](const std::string& message) {
        return code_of(check_key(c.certificates, c.checked, 1, message));
    };
    EXPECT_EQ(judge(keys[0]), "");
    EXPECT_EQ(judge(keys[1]), "verification-key");
    const auto other = parse_json(keys[1]);
    EXPECT_EQ(judge(with(keys[0], "public_key.signature", *other->find("public_key")->find("signature"))),
              "verification-key-signature");
    EXPECT_EQ(judge(with(keys[0], "public_key.pok", *other->find("public_key")->find("pok"))),
              "trustee-proof");
    EXPECT_EQ(
        judge(edited(keys[0], "public_key", [](Json& j) { std::get<Json::Object>(j.value()).pop_back(); })),
        "verification-key-signature");
    EXPECT_EQ(judge(with(keys[0], "private_key", "{}")), "field-missing");
}

}  // namespace
}  // namespace minhtin
