#include "crypto/proofs.h"

#include <gtest/gtest.h>

#include <functional>

#include "crypto/ensure.h"
#include "crypto/signature.h"
#include "crypto/transcript.h"
#include "tests/support/seeded_random.h"
#include "tests/support/worked_examples.h"

namespace minhtin {
namespace {

const std::string fingerprint = "QdI/erGst3TnUN1078nF4EDrhNh7nZH9f8hz33ZyLQE";
const Element g = Element::generator();

// One line of a reject matrix: what was changed, and the verdict.
struct Row {
    std::string what;
    bool taken;
};

void expect_all_refused(const std::vector<Row>& rows) {
    for (const auto& row : rows) EXPECT_FALSE(row.taken) << row.what;
}

// The ways in which one proof can be changed.
std::vector<std::pair<std::string, Proof>> changed(const Proof& p) {
    const Scalar one(1), zero;
    return {{"challenge+1", {p.challenge + one, p.response}},
            {"challenge-1", {p.challenge - one, p.response}},
            {"response+1", {p.challenge, p.response + one}},
            {"response-1", {p.challenge, p.response - one}},
            {"swapped", {p.response, p.challenge}},
            {"negated", {zero - p.challenge, zero - p.response}},
            {"challenge 0", {zero, p.response}},
            {"response 0", {p.challenge, zero}},
            {"all 0", {zero, zero}}};
}

using Proofs = std::vector<Proof>;

// The ways in which a list of proofs can be changed: each proof in each way, each pair exchanged, one
// missing, one doubled, one too many, a challenge moved from one branch to another.
std::vector<std::pair<std::string, Proofs>> changed(const Proofs& good) {
    std::vector<std::pair<std::string, Proofs>> out;
    for (std::size_t i = 0; i < good.size(); ++i) {
        const std::string at = " at " + std::to_string(i);
        for (const auto& [what, p] : changed(good[i])) {
            Proofs list = good;
            list[i] = p;
            out.emplace_back(what + at, list);
        }
        for (std::size_t j = 0; j < i; ++j) {
            Proofs list = good;
            std::swap(list[i], list[j]);
            out.emplace_back("exchanged" + at, list);
            list = good;
            list[i].challenge = list[i].challenge + Scalar(1);
            list[j].challenge = list[j].challenge - Scalar(1);
            out.emplace_back("challenge moved" + at, list);
        }
        Proofs list = good;
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
        out.emplace_back("missing" + at, list);
        list = good;
        list.push_back(good[i]);
        out.emplace_back("doubled" + at, list);
        list = good;
        list[i] = good[(i + 1) % good.size()];
        if (good.size() > 1) out.emplace_back("overwritten" + at, list);
    }
    Proofs list = good;
    list.push_back({});
    out.emplace_back("an empty one more", list);
    out.emplace_back("none", Proofs{});
    return out;
}

// ---- one key
// --------------------------------------------------------------------------------------------------

TEST(KeyProof, reject_matrix) {
    SeededRandom random("pok");
    const auto key = SecretScalar::random(random);
    const Element x = base(key), other = base(SecretScalar::random(random));
    const Proof good = prove_key(key, random);
    ASSERT_TRUE(verify_key(x, good));
    std::vector<Row> rows{{"another key", verify_key(other, good)},
                          {"identity as key", verify_key(Element(), good)},
                          {"inverse key", verify_key(Element() - x, good)},
                          {"as a ballot signature", verify_ballot_signature(x, "Ed25519", good)},
                          {"as a message's signature", verify_signature(x, "Ed25519|" + x.encode(), good)}};
    for (const auto& [what, p] : changed(good)) rows.push_back({what, verify_key(x, p)});
    expect_all_refused(rows);
}

// The trustee of the worked examples.
TEST(KeyProof, of_belenios_tool_holds) {
    const std::string text = worked_section("## Archive g01");
    const auto at = text.substr(text.find("\ntrustees:"));
    const Proof proof{Scalar::decode(member(at, "challenge")).value(),
                      Scalar::decode(member(at, "response")).value()};
    EXPECT_TRUE(verify_key(Element::decode(member(at, "public_key")).value(), proof));
}

TEST(BallotSignature, reject_matrix) {
    SeededRandom random("ballot");
    const auto key = SecretScalar::random(random);
    const Element x = base(key);
    const std::string hash = "eJmMdub8Z6nEiWuERi99untyXSkjFTceGzOV7lo7wGY";
    const Proof good = sign_ballot(key, hash, random);
    ASSERT_TRUE(verify_ballot_signature(x, hash, good));
    std::vector<Row> rows{{"another hash", verify_ballot_signature(x, "f" + hash.substr(1), good)},
                          {"no hash", verify_ballot_signature(x, "", good)},
                          {"another credential", verify_ballot_signature(x + g, hash, good)},
                          {"as a message's signature", verify_signature(x, hash, good)},
                          {"as a key proof", verify_key(x, good)}};
    for (const auto& [what, p] : changed(good)) rows.push_back({what, verify_ballot_signature(x, hash, p)});
    expect_all_refused(rows);
}

TEST(Nonces, are_fresh_for_each_proof) {
    SeededRandom random("nonces");
    const auto key = SecretScalar::random(random);
    const Proof a = prove_key(key, random), b = prove_key(key, random);
    EXPECT_NE(a.challenge, b.challenge);
    EXPECT_NE(a.response, b.response);
}

// ---- ranges
// ---------------------------------------------------------------------------------------------------

struct RangeCase {
    std::uint64_t value, min, max;
};

class RangeProof : public testing::TestWithParam<RangeCase> {};

TEST_P(RangeProof, reject_matrix) {
    const auto [value, min, max] = GetParam();
    SeededRandom random("range");
    const Element y = base(SecretScalar::random(random));
    const std::string statement = fingerprint + "|" + base(SecretScalar::random(random)).encode();
    const Encryption e = encrypt(y, value, random), twin = encrypt(y, value, random);
    const Ciphertext c = e.ciphertext;
    const Proofs good = prove_range(statement, y, e, value, min, max, random);
    ASSERT_TRUE(verify_range(statement, y, c, min, max, good));
    ASSERT_EQ(good.size(), max - min + 1);

    const std::string other_fingerprint = "R" + statement.substr(1);
    std::string other_credential = statement;
    other_credential.back() = other_credential.back() == '0' ? '1' : '0';
    std::vector<Row> rows{
        {"another election", verify_range(other_fingerprint, y, c, min, max, good)},
        {"another credential", verify_range(other_credential, y, c, min, max, good)},
        {"the statement of a whole answer", verify_range(statement + "|x", y, c, min, max, good)},
        {"no statement", verify_range("", y, c, min, max, good)},
        {"another key", verify_range(statement, y + g, c, min, max, good)},
        {"same vote encrypted again", verify_range(statement, y, twin.ciphertext, min, max, good)},
        {"another alpha", verify_range(statement, y, {c.alpha + g, c.beta}, min, max, good)},
        {"another beta", verify_range(statement, y, {c.alpha, c.beta + g}, min, max, good)},
        {"exchanged", verify_range(statement, y, {c.beta, c.alpha}, min, max, good)},
        {"the empty sum", verify_range(statement, y, {}, min, max, good)},
        {"range moved", verify_range(statement, y, c, min + 1, max + 1, good)},
        {"range longer", verify_range(statement, y, c, min, max + 1, good)},
        {"range upside down", verify_range(statement, y, c, max + 1, min, good)},
        {"absurd range", verify_range(statement, y, c, 0, ~std::uint64_t{0}, good)},
        {"absurd range without proofs", verify_range(statement, y, c, 0, ~std::uint64_t{0}, {})},
        {"empty range", verify_range(statement, y, c, 1, 0, {})},
        {"as a blank proof", verify_blank(statement, y, {c, c}, good)}};
    for (const auto& [what, p] : changed(good))
        rows.push_back({what, verify_range(statement, y, c, min, max, p)});
    expect_all_refused(rows);
}

INSTANTIATE_TEST_SUITE_P(Values, RangeProof,
                         testing::Values(RangeCase{0, 0, 1}, RangeCase{1, 0, 1}, RangeCase{0, 0, 0},
                                         RangeCase{2, 1, 3}, RangeCase{4, 0, 4}),
                         [](const auto& i) {
                             return std::to_string(i.param.value) + "_in_" + std::to_string(i.param.min) +
                                    "_" + std::to_string(i.param.max);
                         });

TEST(RangeProofMaker, false_statements_are_a_bug) {
    SeededRandom random("false");
    const Element y = base(SecretScalar::random(random));
    const Encryption two = encrypt(y, 2, random);
    EXPECT_THROW(prove_range("s", y, two, 2, 0, 1, random), Bug);  // out of range
    EXPECT_THROW(prove_range("s", y, two, 1, 0, 1, random), Bug);  // not what is inside
    EXPECT_THROW(prove_range("s", y + g, two, 2, 0, 2, random), Bug);
    const Encryption other{two.ciphertext, SecretScalar::random(random)};
    EXPECT_THROW(prove_range("s", y, other, 2, 0, 2, random), Bug);
}

// ---- blank votes
// ----------------------------------------------------------------------------------------------

struct BlankCase {
    bool is_blank;
    std::uint64_t sum;
};

class BlankProof : public testing::TestWithParam<BlankCase> {
protected:
    SeededRandom random{"blank"};
    Element y = base(SecretScalar::random(random));
    std::string statement = fingerprint + "|" + base(SecretScalar::random(random)).encode() + "|x";
    Encryption blank = encrypt(y, GetParam().is_blank ? 1 : 0, random);
    Encryption sum = encrypt(y, GetParam().sum, random);
    BlankAnswer answer{blank.ciphertext, sum.ciphertext};
    BlankSecrets secrets{blank.randomness, sum.randomness, GetParam().is_blank, GetParam().sum};
};

TEST_P(BlankProof, reject_matrix_of_the_blank_proof) {
    const Proofs good = prove_blank(statement, y, answer, secrets, random);
    ASSERT_TRUE(verify_blank(statement, y, answer, good));
    ASSERT_EQ(good.size(), 2u);
    const auto [a, b] = answer;
    std::vector<Row> rows{
        {"another statement", verify_blank(statement + "y", y, answer, good)},
        {"another key", verify_blank(statement, y + g, answer, good)},
        {"exchanged ciphertexts", verify_blank(statement, y, {b, a}, good)},
        {"another blank", verify_blank(statement, y, {{a.alpha, a.beta + g}, b}, good)},
        {"another sum", verify_blank(statement, y, {a, {b.alpha, b.beta + g}}, good)},
        {"another alpha of the blank", verify_blank(statement, y, {{a.alpha + g, a.beta}, b}, good)},
        {"another alpha of the sum", verify_blank(statement, y, {a, {b.alpha + g, b.beta}}, good)},
        {"as an overall proof", verify_blank_overall(statement, y, answer, 0, 0, good)},
        {"as a range proof", verify_range(statement, y, a, 0, 1, good)}};
    for (const auto& [what, p] : changed(good)) rows.push_back({what, verify_blank(statement, y, answer, p)});
    expect_all_refused(rows);
}

TEST_P(BlankProof, reject_matrix_of_the_overall_proof) {
    const Proofs good = prove_blank_overall(statement, y, answer, secrets, 1, 3, random);
    ASSERT_TRUE(verify_blank_overall(statement, y, answer, 1, 3, good));
    ASSERT_EQ(good.size(), 4u);
    const auto [a, b] = answer;
    std::vector<Row> rows{
        {"another statement", verify_blank_overall(statement + "y", y, answer, 1, 3, good)},
        {"another key", verify_blank_overall(statement, y + g, answer, 1, 3, good)},
        {"exchanged ciphertexts", verify_blank_overall(statement, y, {b, a}, 1, 3, good)},
        {"another blank", verify_blank_overall(statement, y, {{a.alpha, a.beta + g}, b}, 1, 3, good)},
        {"another sum", verify_blank_overall(statement, y, {a, {b.alpha, b.beta + g}}, 1, 3, good)},
        {"another alpha of the blank",
         verify_blank_overall(statement, y, {{a.alpha + g, a.beta}, b}, 1, 3, good)},
        {"another alpha of the sum",
         verify_blank_overall(statement, y, {a, {b.alpha + g, b.beta}}, 1, 3, good)},
        {"range moved", verify_blank_overall(statement, y, answer, 0, 2, good)},
        {"range longer", verify_blank_overall(statement, y, answer, 1, 4, good)},
        {"range shorter", verify_blank_overall(statement, y, answer, 1, 2, good)},
        {"range upside down", verify_blank_overall(statement, y, answer, 3, 1, good)},
        {"absurd range", verify_blank_overall(statement, y, answer, 0, ~std::uint64_t{0}, good)},
        {"absurd range, one proof",
         verify_blank_overall(statement, y, answer, 0, ~std::uint64_t{0}, std::span(good).first(1))},
        {"empty range", verify_blank_overall(statement, y, answer, 1, 0, std::span(good).first(1))},
        {"as a range proof", verify_range(statement, y, b, 0, 3, good)}};
    for (const auto& [what, p] : changed(good))
        rows.push_back({what, verify_blank_overall(statement, y, answer, 1, 3, p)});
    expect_all_refused(rows);
}

INSTANTIATE_TEST_SUITE_P(Votes, BlankProof,
                         testing::Values(BlankCase{true, 0}, BlankCase{false, 1}, BlankCase{false, 2},
                                         BlankCase{false, 3}),
                         [](const auto& i) {
                             return i.param.is_blank ? std::string("blank")
                                                     : "sum_" + std::to_string(i.param.sum);
                         });

TEST(BlankProofMaker, a_blank_vote_with_a_mark_or_a_wrong_sum_is_a_bug) {
    SeededRandom random("blank bug");
    const Element y = base(SecretScalar::random(random));
    const Encryption blank = encrypt(y, 1, random), sum = encrypt(y, 1, random);
    const BlankAnswer answer{blank.ciphertext, sum.ciphertext};
    const BlankSecrets both{blank.randomness, sum.randomness, true, 1};
    const BlankSecrets lie{blank.randomness, sum.randomness, true, 0};
    const BlankSecrets other_lie{blank.randomness, sum.randomness, false, 1};
    const BlankSecrets out{blank.randomness, sum.randomness, false, 4};
    EXPECT_THROW(prove_blank("s", y, answer, both, random), Bug);
    EXPECT_THROW(prove_blank("s", y, answer, lie, random), Bug);
    EXPECT_THROW(prove_blank("s", y, answer, other_lie, random), Bug);
    EXPECT_THROW(prove_blank_overall("s", y, answer, out, 1, 3, random), Bug);
}

// ---- decryption
// -----------------------------------------------------------------------------------------------

using Verify = bool (*)(std::string_view, const Element&, const Element&, const Element&, const Proof&);
using Prove = Proof (*)(std::string_view, const SecretScalar&, const Element&, const Element&, Random&);

struct DecryptionCase {
    const char* name;
    Prove prove;
    Verify verify, other;
};

class DecryptionProof : public testing::TestWithParam<DecryptionCase> {};

TEST_P(DecryptionProof, reject_matrix) {
    const auto& [name, prove, verify, other] = GetParam();
    SeededRandom random("decryption");
    const auto key = SecretScalar::random(random);
    const Element x = base(key), alpha = base(SecretScalar::random(random)), factor = key * alpha;
    const Proof good = prove(fingerprint, key, alpha, factor, random);
    ASSERT_TRUE(verify(fingerprint, x, alpha, factor, good));
    std::vector<Row> rows{{"another election", verify("R" + fingerprint.substr(1), x, alpha, factor, good)},
                          {"no election", verify("", x, alpha, factor, good)},
                          {"another key", verify(fingerprint, x + g, alpha, factor, good)},
                          {"another alpha", verify(fingerprint, x, alpha + g, factor, good)},
                          {"another factor", verify(fingerprint, x, alpha, factor + g, good)},
                          {"another right pair", verify(fingerprint, x, alpha + g, factor + x, good)},
                          {"doubled pair", verify(fingerprint, x, alpha + alpha, factor + factor, good)},
                          {"identity pair", verify(fingerprint, x, Element(), Element(), good)},
                          {"exchanged", verify(fingerprint, x, factor, alpha, good)},
                          {"as the other proof", other(fingerprint, x, alpha, factor, good)}};
    for (const auto& [what, p] : changed(good))
        rows.push_back({what, verify(fingerprint, x, alpha, factor, p)});
    expect_all_refused(rows);
}

TEST_P(DecryptionProof, of_the_empty_tally_holds) {
    SeededRandom random("empty tally");
    const auto key = SecretScalar::random(random);
    const Proof proof = GetParam().prove(fingerprint, key, Element(), Element(), random);
    EXPECT_TRUE(GetParam().verify(fingerprint, base(key), Element(), Element(), proof));
}

TEST_P(DecryptionProof, of_a_wrong_factor_is_a_bug) {
    SeededRandom random("wrong factor");
    const auto key = SecretScalar::random(random);
    EXPECT_THROW(GetParam().prove(fingerprint, key, g, key * g + g, random), Bug);
}

INSTANTIATE_TEST_SUITE_P(Both, DecryptionProof,
                         testing::Values(DecryptionCase{"plain", prove_decryption, verify_decryption,
                                                        verify_strong_decryption},
                                         DecryptionCase{"strong", prove_decryption_strongly,
                                                        verify_strong_decryption, verify_decryption}),
                         [](const auto& i) { return std::string(i.param.name); });

// What the hash of the strong proof binds, written down a second time: another implementation must agree.
TEST(StrongDecryptionProof, challenge_is_as_documented) {
    SeededRandom random("strong");
    const auto key = SecretScalar::random(random);
    const Element x = base(key), alpha = base(Scalar(5)), factor = key * alpha;
    const Proof p = prove_decryption_strongly(fingerprint, key, alpha, factor, random);
    const std::vector<Element> commitments{base(p.response) + p.challenge * x,
                                           p.response * alpha + p.challenge * factor};
    const std::string prefix = "decrypt-strong|" + fingerprint + "|" + x.encode() + "|" + alpha.encode() +
                               "," + factor.encode() + "|";
    EXPECT_EQ(hash_to_scalar(prefix, commitments), p.challenge);
}

}  // namespace
}  // namespace minhtin
