#include "ballot/ballot.h"

#include "ballot/ballot_json.h"
#include "ballot/ballot_text.h"
#include "ballot/field.h"
#include "ballot/json.h"
#include "crypto/credential.h"
#include "crypto/hash.h"
#include "crypto/proof_batch.h"
#include "crypto/proofs.h"
#include "crypto/transcript.h"

namespace minhtin {
namespace {

// Twice what can be right: so that a ballot with something too much is refused for that.
JsonLimits ballot_limits(const Election& election) {
    return {.bytes = 2 * max_ballot_bytes(election), .depth = 10, .values = 1u << 20};
}

// Almost every ballot is spelled right and read in the short way; the long one says what is wrong.
Result<Ballot, Rejection> read_only_spelling(const Election& election, std::string_view bytes) {
    if (can_be_ballot(election, bytes)) {
        if (auto ballot = read_spelled_ballot(bytes)) return std::move(*ballot);
    }
    return read_canonical(bytes, read_ballot, ballot_json, ballot_limits(election));
}

// Ciphertexts of a row but the blank one, added up.
Ciphertext sum_of(const Question& q, const std::vector<Ciphertext>& row) {
    Ciphertext sum;
    for (std::size_t j = q.blank ? 1 : 0; j < row.size(); ++j) sum = sum + row[j];
    return sum;
}

// "fingerprint|credential|alpha1,beta1,…": what a whole answer's proofs are about.
std::string answer_statement(const std::string& statement, const std::vector<Ciphertext>& row) {
    std::vector<Element> elements;
    for (const Ciphertext& c : row) {
        elements.push_back(c.alpha);
        elements.push_back(c.beta);
    }
    return statement + "|" + join(elements);
}

// The proofs of one ballot, each with the refusal that it deserves if it does not hold. All are checked at
// the end, but refusals are told in the order of the ballot.
struct ProofsOfBallot {
    ProofBatch batch;
    std::vector<Rejection> refusals;

    std::optional<Rejection> first_refusal() {
        if (const auto wrong = batch.first_wrong()) return refusals.at(*wrong);
        return {};
    }
};

// Nothing if the answer has the right shape; its proofs are added.
std::optional<Rejection> add_answer(const Question& q, const FixedBase& key, const std::string& statement,
                                    const Answer& a, const std::string& where, ProofsOfBallot& proofs) {
    const auto shape = [&](const char* of) { return Rejection{Reject::ballot_shape, where + of}; };
    const std::size_t marks = q.max - q.min + 1;
    if (a.choices.size() != q.choices() || a.individual_proofs.size() != q.choices()) return shape("choices");
    if (a.blank_proof.has_value() != q.blank) return shape("blank_proof");
    if (a.overall_proof.size() != marks + (q.blank ? 1 : 0)) return shape("overall_proof");

    for (std::size_t j = 0; j < a.choices.size(); ++j) {
        proofs.batch.range(statement, key, a.choices[j], 0, 1, a.individual_proofs[j]);
        proofs.refusals.push_back(
            {Reject::individual_proof, where + "individual_proofs[" + std::to_string(j) + "]"});
    }
    const std::string whole = answer_statement(statement, a.choices);
    const Ciphertext sum = sum_of(q, a.choices);
    if (q.blank) {
        const BlankAnswer answer{a.choices.front(), sum};
        proofs.batch.blank(whole, key, answer, *a.blank_proof);
        proofs.refusals.push_back({Reject::blank_proof, where + "blank_proof"});
        proofs.batch.blank_overall(whole, key, answer, q.min, q.max, a.overall_proof);
    } else {
        proofs.batch.range(whole, key, sum, q.min, q.max, a.overall_proof);
    }
    proofs.refusals.push_back({Reject::overall_proof, where + "overall_proof"});
    return {};
}

bool fits(const Question& q, const std::vector<unsigned>& marks) {
    if (marks.size() != q.choices()) return false;
    std::uint64_t sum = 0;
    for (std::size_t j = 0; j < marks.size(); ++j) {
        if (marks[j] > 1) return false;
        if (!(q.blank && j == 0)) sum += marks[j];
    }
    const bool blank = q.blank && marks[0] == 1;
    return blank ? sum == 0 : sum >= q.min && sum <= q.max;
}

Answer make_answer(const Question& q, const Element& key, const std::string& statement,
                   const std::vector<unsigned>& marks, Random& random) {
    Answer a;
    SecretScalar sum_randomness, blank_randomness;
    std::uint64_t sum = 0;
    for (std::size_t j = 0; j < marks.size(); ++j) {
        Encryption e = encrypt(key, marks[j], random);
        a.choices.push_back(e.ciphertext);
        a.individual_proofs.push_back(prove_range(statement, key, e, marks[j], 0, 1, random));
        if (q.blank && j == 0) {
            blank_randomness = std::move(e.randomness);
        } else {
            sum_randomness = sum_randomness + e.randomness;
            sum += marks[j];
        }
    }
    const std::string whole = answer_statement(statement, a.choices);
    if (!q.blank) {
        const Encryption total{sum_of(q, a.choices), std::move(sum_randomness)};
        a.overall_proof = prove_range(whole, key, total, sum, q.min, q.max, random);
        return a;
    }
    const BlankAnswer answer{a.choices.front(), sum_of(q, a.choices)};
    const BlankSecrets secrets{blank_randomness, sum_randomness, marks[0] == 1, sum};
    a.blank_proof = prove_blank(whole, key, answer, secrets, random);
    a.overall_proof = prove_blank_overall(whole, key, answer, secrets, q.min, q.max, random);
    return a;
}

}  // namespace

std::size_t max_ballot_bytes(const Election& election) {
    // {"challenge":"77 digits","response":"77 digits"}, and a ciphertext of two elements; commas included.
    constexpr std::size_t proof = 186, ciphertext = 154, frame = 96;
    std::size_t size = 512 + election.uuid().size();
    for (const Question& q : election.questions()) {
        const std::size_t proofs = 2 * q.choices() + (q.max - q.min + 1) + (q.blank ? 3 : 0);
        size += frame + q.choices() * (ciphertext + 3) + proofs * proof;
    }
    return size;
}

bool can_be_ballot(const Election& election, std::string_view bytes) {
    return bytes.size() <= ballot_limits(election).bytes;
}

std::string CheckedBallot::tracker() const {
    return to_base64(*from_hex(hash_));
}

Result<CheckedBallot, Rejection> check_ballot(const Election& election, std::string_view bytes) {
    auto ballot = read_only_spelling(election, bytes);
    if (!ballot) return Refused{ballot.reason()};
    if (ballot->election_uuid != election.uuid()) return refuse(Reject::ballot_uuid, "election_uuid");
    if (ballot->election_hash != election.fingerprint())
        return refuse(Reject::ballot_election, "election_hash");
    const auto place = election.credentials().find(ballot->credential);
    if (!place) return refuse(Reject::credential_unknown, "credential");
    if (ballot->signature.hash != unsigned_hash(bytes))
        return refuse(Reject::ballot_signature_hash, "signature.hash");
    // Before the costly proofs: everything so far can be copied from a ballot on the board, this cannot.
    if (!verify_ballot_signature(ballot->credential, ballot->signature.hash, ballot->signature.proof))
        return refuse(Reject::ballot_signature, "signature.proof");

    ProofsOfBallot proofs;
    const auto& questions = election.questions();
    const std::string statement = election.fingerprint() + "|" + ballot->credential.encode();
    std::optional<Rejection> shape;
    if (ballot->answers.size() != questions.size()) shape = Rejection{Reject::ballot_shape, "answers"};
    CheckedBallot checked;
    for (std::size_t i = 0; i < questions.size() && !shape; ++i) {
        Answer& answer = ballot->answers[i];
        const std::string where = "answers[" + std::to_string(i) + "].";
        shape = add_answer(questions[i], election.prepared_key(), statement, answer, where, proofs);
        checked.choices_.push_back(std::move(answer.choices));
    }
    if (auto wrong = proofs.first_refusal()) return Refused{*wrong};
    if (shape) return Refused{*shape};
    checked.hash_ = sha256_hex(bytes);
    checked.credential_ = *place;
    return checked;
}

Result<RecalledBallot, Rejection> recall_ballot(const Election& election, std::string_view bytes) {
    auto ballot = read_only_spelling(election, bytes);
    if (!ballot) return Refused{ballot.reason()};
    const auto place = election.credentials().find(ballot->credential);
    if (!place) return refuse(Reject::credential_unknown, "credential");
    if (ballot->answers.size() != election.questions().size()) return refuse(Reject::ballot_shape, "answers");
    RecalledBallot recalled{*place, {}};
    for (std::size_t i = 0; i < ballot->answers.size(); ++i) {
        if (ballot->answers[i].choices.size() != election.questions()[i].choices())
            return refuse(Reject::ballot_shape, "answers");
        recalled.choices.push_back(std::move(ballot->answers[i].choices));
    }
    return recalled;
}

std::optional<std::size_t> credential_at_beginning(const Election& election, std::string_view bytes) {
    constexpr std::size_t digits = 64;
    const std::string beginning = R"({"election_uuid":")" + election.uuid() + R"(","election_hash":")" +
                                  election.fingerprint() + R"(","credential":")";
    if (!bytes.starts_with(beginning)) return {};
    return election.credentials().find_spelled(bytes.substr(beginning.size(), digits));
}

Result<std::string, Rejection> make_ballot(const Election& election, const SecretString& private_credential,
                                           const PlainVote& vote, Random& random) {
    const auto& questions = election.questions();
    if (vote.size() != questions.size()) return refuse(Reject::plain_vote);
    for (std::size_t i = 0; i < vote.size(); ++i) {
        if (!fits(questions[i], vote[i])) return refuse(Reject::plain_vote, "[" + std::to_string(i) + "]");
    }
    const SecretScalar secret = derive_credential(election.uuid(), private_credential);
    Ballot ballot{election.uuid(), election.fingerprint(), base(secret), {}, {}};
    if (!election.credentials().find(ballot.credential)) return refuse(Reject::credential_unknown);

    const std::string statement = election.fingerprint() + "|" + ballot.credential.encode();
    for (std::size_t i = 0; i < vote.size(); ++i)
        ballot.answers.push_back(make_answer(questions[i], election.key(), statement, vote[i], random));
    ballot.signature.hash = unsigned_hash(ballot);
    ballot.signature.proof = sign_ballot(secret, ballot.signature.hash, random);
    return write_json(ballot_json(ballot));
}

}  // namespace minhtin
