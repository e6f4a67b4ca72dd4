// The verifiers of proofs.h are batches of one, and their tests are in proofs_test.cpp; here is what company
// adds.
#include "crypto/proof_batch.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "tests/support/seeded_random.h"

namespace minhtin {
namespace {

// One proof of each kind, added as it is or, when `wrong`, with one challenge more by one.
using Add = std::function<void(ProofBatch&, bool wrong)>;

struct Proofs : testing::Test {
    SeededRandom random{"proof batch"};
    const Element key = base(Scalar(4711));
    const FixedBase prepared = FixedBase::prepared(key);
    std::vector<Add> kinds;

    static std::vector<Proof> spoiled(std::vector<Proof> proofs, bool wrong) {
        if (wrong) proofs.back().challenge = proofs.back().challenge + Scalar(1);
        return proofs;
    }

    void SetUp() override {
        const auto secret = SecretScalar::random(random);
        const Element public_key = base(secret);
        kinds.push_back([=, proof = prove_key(secret, random)](ProofBatch& b, bool wrong) {
            b.key(public_key, spoiled({proof}, wrong).front());
        });
        kinds.push_back([=, proof = sign_ballot(secret, "hash", random)](ProofBatch& b, bool wrong) {
            b.ballot_signature(public_key, "hash", spoiled({proof}, wrong).front());
        });
        const Encryption one = encrypt(key, 1, random), three = encrypt(key, 3, random),
                         zero = encrypt(key, 0, random);
        kinds.push_back(
            [=, this, c = one.ciphertext, proofs = prove_range("s", key, one, 1, 0, 1, random)](
                ProofBatch& b, bool wrong) { b.range("s", prepared, c, 0, 1, spoiled(proofs, wrong)); });
        kinds.push_back(
            [=, this, c = three.ciphertext, proofs = prove_range("s", key, three, 3, 2, 6, random)](
                ProofBatch& b, bool wrong) { b.range("s", prepared, c, 2, 6, spoiled(proofs, wrong)); });
        const BlankAnswer answer{zero.ciphertext, three.ciphertext};
        const BlankSecrets secrets{zero.randomness, three.randomness, false, 3};
        kinds.push_back(
            [=, this, proofs = prove_blank("s", key, answer, secrets, random)](ProofBatch& b, bool wrong) {
                b.blank("s", prepared, answer, spoiled(proofs, wrong));
            });
        kinds.push_back([=, this, proofs = prove_blank_overall("s", key, answer, secrets, 1, 3, random)](
                            ProofBatch& b, bool wrong) {
            b.blank_overall("s", prepared, answer, 1, 3, spoiled(proofs, wrong));
        });
    }

    std::optional<std::size_t> first_wrong(const std::vector<std::size_t>& order, std::size_t wrong,
                                           std::size_t also_wrong) const {
        ProofBatch batch;
        for (std::size_t i = 0; i < order.size(); ++i) kinds[order[i]](batch, i == wrong || i == also_wrong);
        return batch.first_wrong();
    }
};

TEST_F(Proofs, an_empty_batch_holds) {
    EXPECT_FALSE(ProofBatch().first_wrong());
}

// All kinds in changing order: all right; each wrong; each wrong and a later one too.
TEST_F(Proofs, the_first_wrong_one_is_named) {
    for (int round = 0; round < 6; ++round) {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < 8; ++i) order.push_back(random.below(kinds.size()));
        EXPECT_FALSE(first_wrong(order, 99, 99));
        for (std::size_t wrong = 0; wrong < order.size(); ++wrong) {
            EXPECT_EQ(first_wrong(order, wrong, 99), wrong);
            EXPECT_EQ(first_wrong(order, wrong, wrong + 1 + random.below(8)), wrong);
        }
    }
}

// Two proofs that are each wrong and balance each other stay wrong.
TEST_F(Proofs, what_one_has_too_much_does_not_help_another) {
    const Encryption one = encrypt(key, 1, random);
    auto first = prove_range("s", key, one, 1, 0, 1, random), second = first;
    first[0].challenge = first[0].challenge + Scalar(1);
    second[0].challenge = second[0].challenge - Scalar(1);
    ProofBatch batch;
    batch.range("s", prepared, one.ciphertext, 0, 1, first);
    batch.range("s", prepared, one.ciphertext, 0, 1, second);
    EXPECT_EQ(batch.first_wrong(), 0u);
}

// A proof of the wrong number of branches is wrong in its place, whatever the bounds.
TEST_F(Proofs, the_wrong_number_of_branches) {
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    const Encryption one = encrypt(key, 1, random);
    const auto good = prove_range("s", key, one, 1, 0, 1, random);
    const std::vector<Proof> none, three(3);
    const std::vector<Add> wrong{
        [&](ProofBatch& b, bool) { b.range("s", prepared, one.ciphertext, 0, 1, none); },
        [&](ProofBatch& b, bool) { b.range("s", prepared, one.ciphertext, 0, 1, three); },
        [&](ProofBatch& b, bool) { b.range("s", prepared, one.ciphertext, 1, 0, three); },
        [&](ProofBatch& b, bool) { b.range("s", prepared, one.ciphertext, 0, most, none); },
        [&](ProofBatch& b, bool) { b.range("s", prepared, one.ciphertext, most - 1, most, good); },
        [&](ProofBatch& b, bool) { b.blank("s", prepared, {}, three); },
        [&](ProofBatch& b, bool) { b.blank_overall("s", prepared, {}, 0, 3, three); },
        [&](ProofBatch& b, bool) { b.blank_overall("s", prepared, {}, 0, most, three); },
        [&](ProofBatch& b, bool) { b.blank_overall("s", prepared, {}, 3, 2, none); },
    };
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        ProofBatch batch;
        batch.range("s", prepared, one.ciphertext, 0, 1, good);
        wrong[i](batch, true);
        batch.range("s", prepared, one.ciphertext, 0, 1, good);
        EXPECT_EQ(batch.first_wrong(), 1u) << i;
    }
}

}  // namespace
}  // namespace minhtin
