#include "ballot/ballot_text.h"

#include <algorithm>

#include "crypto/ensure.h"
#include "crypto/hash.h"

namespace minhtin {
namespace {

// Goes through the text as long as it is what it should be; afterwards every read gives something empty.
class Spelled {
public:
    explicit Spelled(std::string_view text) : rest_(text) {}

    std::optional<Ballot> ballot();

private:
    // A word that must come, or may.
    void expect(std::string_view word) { good_ = skip(word); }
    bool skip(std::string_view word) {
        if (!good_ || !rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    std::string_view text();
    Scalar scalar();
    void element() { elements_.push_back(text()); }
    Proof proof();
    Ciphertext ciphertext();
    Answer answer();
    template <class Item>
    auto list(Item item) {
        std::vector<decltype(item())> items;
        expect("[");
        if (skip("]")) return items;
        do items.push_back(item());
        while (skip(","));
        expect("]");
        return items;
    }
    std::vector<Proof> proofs() {
        return list([this] { return proof(); });
    }
    bool fill_in(Ballot& ballot) const;

    std::string_view rest_;
    bool good_ = true;
    std::vector<std::string_view> elements_;  // decoded together at the end, in their order
};

// What stands between quotes as it is: printable ASCII without quotes and backslashes.
std::string_view Spelled::text() {
    expect("\"");
    const std::string_view content = rest_.substr(0, rest_.find('"'));
    const bool plain = std::all_of(content.begin(), content.end(),
                                   [](char c) { return c >= ' ' && c < '\x7f' && c != '\\'; });
    if (!good_ || !plain) {
        good_ = false;
        return {};
    }
    rest_.remove_prefix(content.size());
    expect("\"");
    return content;
}

Scalar Spelled::scalar() {
    const auto n = Scalar::decode(text());
    good_ = good_ && n;
    return n.value_or(Scalar());
}

Proof Spelled::proof() {
    Proof p;
    expect(R"({"challenge":)");
    p.challenge = scalar();
    expect(R"(,"response":)");
    p.response = scalar();
    expect("}");
    return p;
}

Ciphertext Spelled::ciphertext() {
    expect(R"({"alpha":)");
    element();
    expect(R"(,"beta":)");
    element();
    expect("}");
    return {};
}

Answer Spelled::answer() {
    Answer a;
    expect(R"({"choices":)");
    a.choices = list([this] { return ciphertext(); });
    expect(R"(,"individual_proofs":)");
    a.individual_proofs = list([this] { return proofs(); });
    expect(R"(,"overall_proof":)");
    a.overall_proof = proofs();
    if (skip(R"(,"blank_proof":)")) a.blank_proof = proofs();
    expect("}");
    return a;
}

std::optional<Ballot> Spelled::ballot() {
    Ballot b;
    expect(R"({"election_uuid":)");
    b.election_uuid = text();
    expect(R"(,"election_hash":)");
    b.election_hash = text();
    expect(R"(,"credential":)");
    element();
    expect(R"(,"answers":)");
    b.answers = list([this] { return answer(); });
    expect(R"(,"signature":{"hash":)");
    b.signature.hash = text();
    expect(R"(,"proof":)");
    b.signature.proof = proof();
    expect("}}");
    if (!good_ || !rest_.empty() || !fill_in(b)) return {};
    return b;
}

bool Spelled::fill_in(Ballot& ballot) const {
    const auto decoded = decode_all(elements_);
    if (!std::all_of(decoded.begin(), decoded.end(), [](const auto& e) { return e.has_value(); }))
        return false;
    auto next = decoded.begin();
    ballot.credential = **next++;
    for (Answer& a : ballot.answers) {
        for (Ciphertext& c : a.choices) {
            c.alpha = **next++;
            c.beta = **next++;
        }
    }
    ENSURE(next == decoded.end());
    return true;
}

}  // namespace

std::optional<Ballot> read_spelled_ballot(std::string_view bytes) {
    if (bytes.size() > 1u << 20) return {};
    return Spelled(bytes).ballot();
}

// No text inside can hold the word that is looked for: its quotes would have backslashes.
std::string unsigned_hash(std::string_view bytes) {
    const std::size_t end = bytes.rfind(R"(,"signature":)");
    ENSURE(end != std::string_view::npos);
    Sha256 hash;
    hash.update(bytes.substr(0, end));
    hash.update("}");
    return to_base64(hash.finish());
}

}  // namespace minhtin
