// What the TypeScript code made (tests/vectors/web) is right here too, and from the same secrets we make the
// same.
#include <gtest/gtest.h>

#include "ballot/ceremony.h"
#include "ballot/key_file.h"
#include "crypto/hash.h"
#include "crypto/proofs.h"
#include "tests/ballot/files.h"
#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

Json web(const char* name) {
    auto json = parse_json(contents(vectors_folder() / "web" / name));
    if (!json) throw std::runtime_error(name);
    return std::move(*json);
}

const std::string& text(const Json& json, std::string_view name) {
    return *json.find(name)->as<std::string>();
}

// The entries of an array: texts as they are, other JSON in compact form.
std::vector<std::string> entries(const Json& json, std::string_view name) {
    std::vector<std::string> out;
    for (const Json& item : *json.find(name)->as<Json::Array>())
        out.push_back(item.as<std::string>() ? *item.as<std::string>() : write_json(item));
    return out;
}

TEST(WebVectors, CeremonyStepByStep) {
    const Json made = web("ceremony.json");
    const auto seeds = entries(made, "seeds"), polynomials = entries(made, "polynomials"),
               vinputs = entries(made, "vinputs"), keys = entries(made, "keys"),
               decryption_keys = entries(made, "decryption_keys");
    const auto certificates = Certificates::check({3, 2}, entries(made, "certificates"), Profile::hardened);
    ASSERT_TRUE(certificates) << sentence(certificates.reason().reason).code;

    std::vector<CheckedPolynomial> checked;
    for (std::size_t i = 1; i <= 3; ++i) {
        auto polynomial = check_polynomial(*certificates, i, polynomials[i - 1]);
        ASSERT_TRUE(polynomial) << sentence(polynomial.reason().reason).code << polynomial.reason().where;
        checked.push_back(std::move(*polynomial));
    }
    SeededRandom random("web ceremony");
    std::vector<CheckedKey> checked_keys;
    for (std::size_t i = 1; i <= 3; ++i) {
        EXPECT_EQ(make_vinput(checked, i), vinputs[i - 1]);
        const SecretString seed{std::string(seeds[i - 1])};
        const auto formed = form_key(seed, i, *certificates, vinputs[i - 1], random);
        ASSERT_TRUE(formed) << sentence(formed.reason().reason).code << formed.reason().where;
        EXPECT_EQ(formed->decryption_key.encode().expose(), decryption_keys[i - 1]);
        // A trustee may begin in the browser and go on here: the seed alone gives the same polynomial.
        const auto ours = make_polynomial(seed, i, *certificates, random);
        ASSERT_TRUE(ours) << sentence(ours.reason().reason).code;
        EXPECT_EQ(check_polynomial(*certificates, i, *ours)->commitments, checked[i - 1].commitments);

        auto key = check_key(*certificates, checked, i, keys[i - 1]);
        ASSERT_TRUE(key) << sentence(key.reason().reason).code;
        checked_keys.push_back(std::move(*key));
    }
    EXPECT_EQ(encode_trustees({assemble_group(*certificates, checked, checked_keys)}),
              text(made, "trustees"));
    EXPECT_EQ(group_key(checked).encode(), text(made, "public_key"));
}

TEST(WebVectors, VoteHolds) {
    const Json made = web("vote.json");
    const AuditReport report = audit_bytes(contents(vectors_folder() / "web/vote.bel"));
    ASSERT_FALSE(report.rejection) << sentence(report.rejection->reason).code << report.rejection->where;
    EXPECT_EQ(report.profile, Profile::hardened);
    EXPECT_EQ(report.fingerprint, text(made, "fingerprint"));
    EXPECT_EQ(report.state.head, text(made, "head"));

    const auto ballots = entries(made, "ballots"), trackers = entries(made, "trackers"),
               shares = entries(made, "shares");
    for (std::size_t i = 0; i < ballots.size(); ++i) {
        const auto ballot = check_ballot(*report.election, ballots[i]);
        ASSERT_TRUE(ballot);
        EXPECT_EQ(ballot->tracker(), trackers[i]);
    }
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto share = check_decryption(*report.election, *report.tally, i + 1, shares[i]);
        ASSERT_TRUE(share);
        EXPECT_TRUE(share->strong());
    }
}

TEST(WebVectors, KeyFilesOpen) {
    const Json made = web("keyfile.json");
    const SecretString passphrase{std::string(text(made, "passphrase"))};
    const auto complete = open_key_file(text(made, "complete"), passphrase);
    ASSERT_TRUE(complete) << sentence(complete.reason().reason).code;
    EXPECT_TRUE(complete->label.complete);
    EXPECT_EQ(complete->secrets.seed.expose(), text(made, "seed"));
    EXPECT_EQ(complete->secrets.decryption_key->encode().expose(), text(made, "decryption_key"));
    const auto early = open_key_file(text(made, "early"), passphrase);
    ASSERT_TRUE(early);
    EXPECT_FALSE(early->label.complete);
    EXPECT_FALSE(early->secrets.decryption_key);
}

TEST(WebVectors, DrillAnswerHolds) {
    const Json made = web("drill.json");
    const Json& answer = *made.find("answer");
    const auto key = Element::decode(text(made, "public_key")), alpha = Element::decode(text(made, "alpha")),
               factor = Element::decode(text(answer, "factor"));
    ASSERT_TRUE(key && alpha && factor);
    const Json& proof = *answer.find("proof");
    EXPECT_TRUE(verify_strong_decryption(
        "drill:" + text(answer, "id"), *key, *alpha, *factor,
        {*Scalar::decode(text(proof, "challenge")), *Scalar::decode(text(proof, "response"))}));
}

}  // namespace
}  // namespace minhtin
