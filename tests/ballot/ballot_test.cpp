#include "ballot/ballot.h"

#include <gtest/gtest.h>

#include "ballot/ballot_json.h"
#include "crypto/credential.h"
#include "crypto/hash.h"
#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

struct Booth {
    explicit Booth(std::vector<Question> questions)
        : made(make_test_election(plan(std::move(questions)))), election(made.open()) {}
    static ElectionPlan plan(std::vector<Question> questions) {
        ElectionPlan p;
        p.singles = 1;
        p.size = 0;
        p.questions = std::move(questions);
        p.votes.clear();
        return p;
    }
    Result<std::string, Rejection> vote(const PlainVote& marks, std::size_t voter = 0) {
        return make_ballot(election, made.credentials[voter], marks, random);
    }
    // The ballot with its signature made by the voter for whatever it says.
    std::string sign(Ballot ballot, std::size_t voter) {
        const SecretScalar secret = derive_credential(election.uuid(), made.credentials[voter]);
        ballot.credential = base(secret);
        ballot.signature.hash = unsigned_hash(ballot);
        ballot.signature.proof = sign_ballot(secret, ballot.signature.hash, random);
        return write_json(ballot_json(ballot));
    }
    TestElection made;
    Election election;
    SeededRandom random{"booth"};
};

// Every pattern of marks on small questions: those that fit make a ballot that holds, the others none.
TEST(Ballot, ExactlyTheMarksThatFitMakeABallot) {
    const std::vector<Question> questions{
        {"a", {"x", "y", "z"}, false, 0, 1}, {"b", {"x", "y", "z"}, false, 1, 2},
        {"c", {"x", "y"}, true, 0, 1},       {"d", {"x", "y"}, true, 1, 2},
        {"e", {"x", "y"}, true, 2, 2},       {"f", {"x"}, false, 0, 0}};
    for (const Question& q : questions) {
        Booth booth({q});
        for (unsigned pattern = 0; pattern < 1u << q.choices(); ++pattern) {
            std::vector<unsigned> marks;
            for (std::size_t j = 0; j < q.choices(); ++j) marks.push_back(pattern >> j & 1);
            unsigned sum = 0;
            for (std::size_t j = q.blank ? 1 : 0; j < marks.size(); ++j) sum += marks[j];
            const bool fits = q.blank && marks[0] == 1 ? sum == 0 : sum >= q.min && sum <= q.max;
            const auto ballot = booth.vote({marks});
            ASSERT_EQ(static_cast<bool>(ballot), fits) << q.text << pattern;
            if (!fits) {
                EXPECT_EQ(code_of(ballot), "plain-vote");
                continue;
            }
            const auto checked = check_ballot(booth.election, *ballot);
            ASSERT_TRUE(checked) << code_of(checked);
            EXPECT_EQ(checked->tracker(), sha256_b64(*ballot));
            EXPECT_LE(ballot->size(), max_ballot_bytes(booth.election));
        }
    }
}

TEST(Ballot, OnlyForACredentialOnTheList) {
    Booth booth({{"a", {"x", "y"}, false, 0, 1}});
    EXPECT_EQ(code_of(make_ballot(booth.election, generate_credential(booth.random), {{0, 1}}, booth.random)),
              "credential-unknown");
    EXPECT_EQ(code_of(booth.vote({{0, 2}})), "plain-vote");
    EXPECT_EQ(code_of(booth.vote({{0, 1, 0}})), "plain-vote");
    EXPECT_EQ(code_of(booth.vote({{0, 1}, {0, 1}})), "plain-vote");
}

// Three marks where one is allowed, each choice with an honest proof, under any proofs about their number.
TEST(Ballot, ThreeVotesInOneAreRefused) {
    Booth booth({{"a", {"x", "y", "z"}, false, 0, 1}});
    Booth generous({{"a", {"x", "y", "z"}, false, 0, 3}});
    const auto honest = read_document(*booth.vote({{1, 0, 0}}), read_ballot);
    Ballot forged = *honest;
    const std::string statement = booth.election.fingerprint() + "|" + forged.credential.encode();
    auto& answer = forged.answers[0];
    for (std::size_t j = 0; j < 3; ++j) {
        const Encryption one = encrypt(booth.election.key(), 1, booth.random);
        answer.choices[j] = one.ciphertext;
        answer.individual_proofs[j] =
            prove_range(statement, booth.election.key(), one, 1, 0, 1, booth.random);
    }
    EXPECT_EQ(code_of(check_ballot(booth.election, booth.sign(forged, 0))), "overall-proof");
    answer.overall_proof.push_back(answer.overall_proof.back());
    EXPECT_EQ(code_of(check_ballot(booth.election, booth.sign(forged, 0))), "ballot-shape");
}

TEST(Ballot, AnswersCannotBeCopiedOrMoved) {
    Booth booth({{"a", {"x", "y"}, false, 0, 1}, {"b", {"x", "y"}, false, 0, 1}});
    const auto first = read_document(*booth.vote({{1, 0}, {0, 1}}), read_ballot);
    EXPECT_EQ(code_of(check_ballot(booth.election, booth.sign(*first, 0))), "");
    EXPECT_EQ(code_of(check_ballot(booth.election, booth.sign(*first, 1))),
              "individual-proof");  // under another's credential
    // A question's answer is bound to voter and election, not to the question: the same voter may move it.
    Ballot moved = *first;
    std::swap(moved.answers[0], moved.answers[1]);
    EXPECT_EQ(code_of(check_ballot(booth.election, booth.sign(moved, 0))), "");
    Ballot missing = *first;
    missing.answers.pop_back();
    EXPECT_EQ(code_of(check_ballot(booth.election, booth.sign(missing, 0))), "ballot-shape");
    Ballot extra = *first;
    extra.answers[0].blank_proof = extra.answers[0].overall_proof;
    EXPECT_EQ(code_of(check_ballot(booth.election, booth.sign(extra, 0))), "ballot-shape");
}

TEST(Ballot, HugeBytesAreNotLookedAt) {
    Booth booth({{"a", {"x", "y"}, false, 0, 1}});
    EXPECT_EQ(code_of(check_ballot(booth.election, std::string(1u << 20, '['))), "json-too-large");
    EXPECT_EQ(code_of(check_ballot(booth.election, "")), "json-syntax");
}

TEST(Ballot, RecallGivesWhatWasChecked) {
    Booth booth({{"a", {"x", "y"}, true, 0, 1}});
    const std::string bytes = *booth.vote({{0, 0, 1}}, 2);
    const auto checked = check_ballot(booth.election, bytes);
    const auto recalled = recall_ballot(booth.election, bytes);
    ASSERT_TRUE(checked && recalled);
    EXPECT_EQ(recalled->credential, checked->credential());
    EXPECT_EQ(recalled->choices, checked->choices());
}

TEST(Ballot, ItsCredentialStandsAtTheBeginning) {
    Booth booth({{"a", {"x", "y"}, true, 0, 1}});
    std::string bytes = *booth.vote({{0, 0, 1}}, 2);
    EXPECT_EQ(credential_at_beginning(booth.election, bytes),
              check_ballot(booth.election, bytes)->credential());
    const std::size_t end = bytes.find(R"(,"answers")");
    EXPECT_TRUE(credential_at_beginning(booth.election, bytes.substr(0, end)));
    EXPECT_FALSE(credential_at_beginning(booth.election, bytes.substr(0, end - 2)));
    EXPECT_FALSE(credential_at_beginning(booth.election, " " + bytes));
    EXPECT_FALSE(credential_at_beginning(booth.election, ""));
    const std::size_t digits = bytes.find(R"(,"answers")") - 65;
    EXPECT_FALSE(credential_at_beginning(
        booth.election, bytes.substr(0, digits) + Element::generator().encode() + bytes.substr(digits + 64)));
}

TEST(Ballot, CredentialsAreFoundByTheirOnlySpelling) {
    Booth booth({{"a", {"x", "y"}, true, 0, 1}});
    const Credentials& list = booth.election.credentials();
    for (std::size_t i = 0; i < list.size(); ++i) {
        std::string digits = list.at(i).encode();
        EXPECT_EQ(list.find(list.at(i)), i);
        EXPECT_EQ(list.find_spelled(digits), i);
        EXPECT_FALSE(list.find_spelled(digits.substr(2)));
        EXPECT_FALSE(list.find_spelled("00" + digits));
        char& letter = digits.at(digits.find_first_of("abcdef"));
        letter = static_cast<char>(letter - 'a' + 'A');
        EXPECT_FALSE(list.find_spelled(digits));
    }
    EXPECT_FALSE(list.find_spelled(""));
    EXPECT_FALSE(list.find_spelled(Element::generator().encode()));
}

}  // namespace
}  // namespace minhtin
