#include "ballot/ballot_json.h"

#include "ballot/trustees.h"
#include "crypto/hash.h"

namespace minhtin {
namespace {

std::vector<Proof> read_proofs(Field f) {
    std::vector<Proof> proofs;
    for (Field item : f.items()) proofs.push_back(read_proof(item));
    return proofs;
}

Json proofs_json(const std::vector<Proof>& proofs) {
    Json::Array items;
    for (const Proof& p : proofs) items.push_back(proof_json(p));
    return items;
}

Answer read_answer(Field f) {
    Answer a;
    for (Field choice : f["choices"].items()) a.choices.push_back(read_ciphertext(choice));
    for (Field proofs : f["individual_proofs"].items()) a.individual_proofs.push_back(read_proofs(proofs));
    a.overall_proof = read_proofs(f["overall_proof"]);
    if (const auto blank = f.maybe("blank_proof")) a.blank_proof = read_proofs(*blank);
    return a;
}

Json answer_json(const Answer& a) {
    Json::Array choices, individual;
    for (const Ciphertext& c : a.choices) choices.push_back(ciphertext_json(c));
    for (const auto& proofs : a.individual_proofs) individual.push_back(proofs_json(proofs));
    Json::Object o{{"choices", std::move(choices)},
                   {"individual_proofs", std::move(individual)},
                   {"overall_proof", proofs_json(a.overall_proof)}};
    if (a.blank_proof) o.push_back({"blank_proof", proofs_json(*a.blank_proof)});
    return o;
}

Json::Object unsigned_json(const Ballot& ballot) {
    Json::Array answers;
    for (const Answer& a : ballot.answers) answers.push_back(answer_json(a));
    return {{"election_uuid", ballot.election_uuid},
            {"election_hash", ballot.election_hash},
            {"credential", ballot.credential.encode()},
            {"answers", std::move(answers)}};
}

}  // namespace

Ciphertext read_ciphertext(Field f) {
    return {f["alpha"].element(), f["beta"].element()};
}

Json ciphertext_json(const Ciphertext& c) {
    return Json::Object{{"alpha", c.alpha.encode()}, {"beta", c.beta.encode()}};
}

Ballot read_ballot(Field f) {
    Ballot ballot;
    ballot.election_uuid = f["election_uuid"].text();
    ballot.election_hash = f["election_hash"].text();
    ballot.credential = f["credential"].element();
    for (Field answer : f["answers"].items()) ballot.answers.push_back(read_answer(answer));
    const Field signature = f["signature"];
    ballot.signature = {signature["hash"].text(), read_proof(signature["proof"])};
    return ballot;
}

Json ballot_json(const Ballot& ballot) {
    Json::Object o = unsigned_json(ballot);
    o.push_back({"signature", Json::Object{{"hash", ballot.signature.hash},
                                           {"proof", proof_json(ballot.signature.proof)}}});
    return o;
}

std::string unsigned_hash(const Ballot& ballot) {
    return sha256_b64(write_json(unsigned_json(ballot)));
}

}  // namespace minhtin
