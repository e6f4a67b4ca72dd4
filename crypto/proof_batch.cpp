#include "crypto/proof_batch.h"

#include "crypto/proof_prefixes.h"
#include "crypto/transcript.h"

namespace minhtin {
namespace {

// The number of proofs for min..max and `more`, without an overflow for any of them.
bool fits(std::size_t proofs, std::uint64_t min, std::uint64_t max, std::size_t more) {
    return min <= max && proofs > more && proofs - 1 - more == max - min;
}

}  // namespace

void ProofBatch::malformed() {
    statements_.push_back({{}, nullptr, nullptr, {}, 0, false});
}

// g^response * X^challenge.
void ProofBatch::knowledge(std::string prefix, const Element& public_key, const Proof& proof) {
    products_.push_back({&FixedBase::generator(), proof.response, keep(public_key), proof.challenge});
    statements_.push_back({std::move(prefix), nullptr, nullptr, proof.challenge, 1, true});
}

// A = g^response * alpha^challenge and B = key^response * (beta / g^value)^challenge for each branch.
void ProofBatch::any_of(Statement statement, const FixedBase& key, std::span<const Branch> branches,
                        std::span<const Proof> proofs) {
    if (proofs.size() != branches.size()) return malformed();
    const FixedBase* kept = keep(key);
    for (std::size_t j = 0; j < branches.size(); ++j) {
        const Branch& b = branches[j];
        const Proof& p = proofs[j];
        products_.push_back({&FixedBase::generator(), p.response, b.alpha, p.challenge});
        products_.push_back({kept, p.response, b.beta, p.challenge, b.value});
        statement.challenge = statement.challenge + p.challenge;
    }
    statement.commitments = 2 * branches.size();
    statements_.push_back(std::move(statement));
}

void ProofBatch::key(const Element& public_key, const Proof& proof) {
    knowledge(key_prefix(public_key), public_key, proof);
}

void ProofBatch::ballot_signature(const Element& credential, std::string_view hash, const Proof& proof) {
    knowledge(ballot_prefix(hash), credential, proof);
}

void ProofBatch::range(std::string_view statement, const FixedBase& key, const Ciphertext& ciphertext,
                       std::uint64_t min, std::uint64_t max, std::span<const Proof> proofs) {
    if (!fits(proofs.size(), min, max, 0)) return malformed();
    const Element *alpha = keep(ciphertext.alpha), *beta = keep(ciphertext.beta);
    std::vector<Branch> branches;
    for (std::uint64_t above = 0; above <= max - min; ++above) branches.push_back({alpha, beta, min + above});
    any_of({range_prefix(statement), alpha, beta, {}, 0, true}, key, branches, proofs);
}

// Nothing chosen at all, or no blank mark.
void ProofBatch::blank(std::string_view statement, const FixedBase& key, const BlankAnswer& answer,
                       std::span<const Proof> proofs) {
    const std::array branches{Branch{keep(answer.blank.alpha), keep(answer.blank.beta), 0},
                              Branch{keep(answer.sum.alpha), keep(answer.sum.beta), 0}};
    any_of({blank_prefix(statement), nullptr, nullptr, {}, 0, true}, key, branches, proofs);
}

// The blank mark, or a sum within the bounds.
void ProofBatch::blank_overall(std::string_view statement, const FixedBase& key, const BlankAnswer& answer,
                               std::uint64_t min, std::uint64_t max, std::span<const Proof> proofs) {
    if (!fits(proofs.size(), min, max, 1)) return malformed();
    std::vector<Branch> branches{{keep(answer.blank.alpha), keep(answer.blank.beta), 1}};
    const Element *alpha = keep(answer.sum.alpha), *beta = keep(answer.sum.beta);
    for (std::uint64_t above = 0; above <= max - min; ++above) branches.push_back({alpha, beta, min + above});
    any_of({overall_prefix(statement), nullptr, nullptr, {}, 0, true}, key, branches, proofs);
}

std::optional<std::size_t> ProofBatch::first_wrong() {
    std::vector<Element*> kept;
    for (Element& e : elements_) kept.push_back(&e);
    normalize(kept);
    const std::vector<Element> commitments = evaluate(products_);
    std::size_t at = 0;
    for (std::size_t i = 0; i < statements_.size(); ++i) {
        const Statement& s = statements_[i];
        if (!s.well_formed) return i;
        const std::string prefix = s.alpha ? s.prefix + ciphertext_text(*s.alpha, *s.beta) : s.prefix;
        const auto mine = std::span(commitments).subspan(at, s.commitments);
        at += s.commitments;
        if (hash_to_scalar(prefix, mine) != s.challenge) return i;
    }
    return std::nullopt;
}

}  // namespace minhtin
