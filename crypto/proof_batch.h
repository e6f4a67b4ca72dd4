#pragma once
// Proofs checked together: the group is much faster at many products than at one (evaluate in group.h). What
// is checked is what the verifiers of proofs.h check; they are batches of one.
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/proofs.h"

namespace minhtin {

// Public data, variable time. Nothing that is passed needs to live on after the call.
class ProofBatch {
public:
    ProofBatch() = default;
    ProofBatch(const ProofBatch&) = delete;  // it points into itself
    ProofBatch& operator=(const ProofBatch&) = delete;
    // Each adds one proof; what it proves is said at its verifier in proofs.h.
    void key(const Element& public_key, const Proof& proof);
    void ballot_signature(const Element& credential, std::string_view hash, const Proof& proof);
    void range(std::string_view statement, const FixedBase& key, const Ciphertext& ciphertext,
               std::uint64_t min, std::uint64_t max, std::span<const Proof> proofs);
    void blank(std::string_view statement, const FixedBase& key, const BlankAnswer& answer,
               std::span<const Proof> proofs);
    void blank_overall(std::string_view statement, const FixedBase& key, const BlankAnswer& answer,
                       std::uint64_t min, std::uint64_t max, std::span<const Proof> proofs);

    // Checks all of them: the number of the first, counted from 0 as they were added, that does not hold.
    std::optional<std::size_t> first_wrong();

private:
    // (alpha, beta) = (g^R, key^R g^value) for some R: of such branches one must be true.
    struct Branch {
        const Element *alpha, *beta;
        std::uint64_t value;
    };
    // The hash over the prefix and `commitments` products is the sum of the challenges. The prefix may end
    // with a ciphertext, which is written when all of them can be at once.
    struct Statement {
        std::string prefix;
        const Element *alpha, *beta;
        Scalar challenge;
        std::size_t commitments;
        bool well_formed;
    };

    const Element* keep(const Element& e) { return &elements_.emplace_back(e); }
    const FixedBase* keep(const FixedBase& base) { return &bases_.emplace_back(base); }
    void knowledge(std::string prefix, const Element& public_key, const Proof& proof);
    void any_of(Statement statement, const FixedBase& key, std::span<const Branch> branches,
                std::span<const Proof> proofs);
    void malformed();

    std::deque<Element> elements_;  // stay where they are
    std::deque<FixedBase> bases_;
    std::vector<Product> products_;
    std::vector<Statement> statements_;
};

}  // namespace minhtin
