#include "tests/bench/quick_ballot.h"

#include "ballot/ballot_json.h"
#include "crypto/ensure.h"
#include "crypto/transcript.h"

namespace minhtin {
namespace {

Scalar any_scalar(Random& random) {
    return SecretScalar::random(random).expose();
}

// Whoever knows r and the mark m of a ciphertext (g^r, y^r g^m) knows every element of its proof as g^n or
// y^n g^k. So all are asked for first, and calculated together.
class Powers {
public:
    explicit Powers(const FixedBase& key) : key_(key) {}
    std::size_t of_generator(const Scalar& n) { return add(FixedBase::generator(), n, Scalar()); }
    std::size_t of_key(const Scalar& n, const Scalar& k) { return add(key_, n, k); }
    void calculate() { results_ = evaluate(products_); }
    const Element& operator[](std::size_t place) const { return results_[place]; }

private:
    std::size_t add(const FixedBase& base, const Scalar& n, const Scalar& k) {
        products_.push_back({&base, n, &Element::generator(), k});
        return products_.size() - 1;
    }
    const FixedBase& key_;
    std::vector<Product> products_;
    std::vector<Element> results_;
};

// A ciphertext of 0 or 1 with the proof of it: the branch of the other value has its challenge drawn.
class Claim {
public:
    Claim(Powers& powers, const Scalar& r, std::uint64_t mark, Random& random)
        : r_(r), nonce_(any_scalar(random)), other_{any_scalar(random), any_scalar(random)}, mark_(mark) {
        ENSURE(mark <= 1);
        const Scalar m(mark);
        alpha_ = powers.of_generator(r);
        beta_ = powers.of_key(r, m);
        for (std::uint64_t value = 0; value <= 1; ++value) {
            const Scalar n = value == mark ? nonce_ : other_.response + other_.challenge * r;
            const Scalar k = value == mark ? Scalar() : other_.challenge * (m - Scalar(value));
            commitments_.push_back(powers.of_generator(n));
            commitments_.push_back(powers.of_key(n, k));
        }
    }
    Ciphertext ciphertext(const Powers& powers) const { return {powers[alpha_], powers[beta_]}; }
    std::vector<Proof> proof(const Powers& powers, const std::string& statement) const {
        std::vector<Element> commitments;
        for (const std::size_t place : commitments_) commitments.push_back(powers[place]);
        const std::string prefix =
            "prove|" + statement + "|" + powers[alpha_].encode() + "," + powers[beta_].encode() + "|";
        const Scalar challenge = hash_to_scalar(prefix, commitments) - other_.challenge;
        std::vector<Proof> proofs(2, other_);
        proofs[mark_] = {challenge, nonce_ - challenge * r_};
        return proofs;
    }

private:
    Scalar r_, nonce_;
    Proof other_;
    std::uint64_t mark_;
    std::size_t alpha_, beta_;
    std::vector<std::size_t> commitments_;
};

struct AnswerClaims {
    std::vector<Claim> choices;
    std::optional<Claim> sum;
};

AnswerClaims claims(Powers& powers, const Question& q, const std::vector<unsigned>& marks, Random& random) {
    ENSURE(!q.blank && q.min == 0 && q.max == 1 && marks.size() == q.choices());
    AnswerClaims out;
    Scalar r_sum;
    std::uint64_t sum = 0;
    for (const unsigned mark : marks) {
        const Scalar r = any_scalar(random);
        out.choices.emplace_back(powers, r, mark, random);
        r_sum = r_sum + r;
        sum += mark;
    }
    out.sum.emplace(powers, r_sum, sum, random);
    return out;
}

Answer answer(const Powers& powers, const AnswerClaims& claims, const std::string& statement) {
    Answer out;
    std::vector<Element> elements;
    for (const Claim& claim : claims.choices) {
        out.choices.push_back(claim.ciphertext(powers));
        out.individual_proofs.push_back(claim.proof(powers, statement));
        elements.push_back(out.choices.back().alpha);
        elements.push_back(out.choices.back().beta);
    }
    out.overall_proof = claims.sum->proof(powers, statement + "|" + join(elements));
    return out;
}

}  // namespace

BenchVoter bench_voter(Random& random) {
    const Scalar number = any_scalar(random);
    return {number, base(number)};
}

QuickBallot quick_ballot(const Election& election, const BenchVoter& voter, const PlainVote& vote,
                         Random& random) {
    const auto& questions = election.questions();
    ENSURE(vote.size() == questions.size());
    Powers powers(election.prepared_key());
    std::vector<AnswerClaims> of_answers;
    for (std::size_t i = 0; i < vote.size(); ++i)
        of_answers.push_back(claims(powers, questions[i], vote[i], random));
    const Scalar nonce = any_scalar(random);
    const std::size_t commitment = powers.of_generator(nonce);
    powers.calculate();

    QuickBallot out;
    Ballot ballot{election.uuid(), election.fingerprint(), voter.credential, {}, {}};
    const std::string statement = election.fingerprint() + "|" + voter.credential.encode();
    for (const AnswerClaims& of_answer : of_answers) {
        ballot.answers.push_back(answer(powers, of_answer, statement));
        out.choices.push_back(ballot.answers.back().choices);
    }
    ballot.signature.hash = unsigned_hash(ballot);
    const Scalar challenge =
        hash_to_scalar("sig|" + ballot.signature.hash + "|", std::array{powers[commitment]});
    ballot.signature.proof = {challenge, nonce - challenge * voter.number};
    out.bytes = write_json(ballot_json(ballot));
    return out;
}

}  // namespace minhtin
