#include "ballot/tally.h"

#include <algorithm>

#include "ballot/ballot_json.h"
#include "ballot/field.h"
#include "ballot/json.h"
#include "ballot/trustees.h"
#include "crypto/discrete_log.h"
#include "crypto/hash.h"
#include "crypto/proofs.h"
#include "crypto/threshold.h"

namespace minhtin {
namespace {

std::string cell(std::size_t i, std::size_t j) {
    return "[" + std::to_string(i) + "][" + std::to_string(j) + "]";
}

// A table of the tally's shape, each cell from the JSON at its place.
template <class Read>
auto read_table(Field f, const CiphertextTable& like, Reject wrong, Read&& read) {
    std::vector<std::vector<decltype(read(f))>> table;
    const auto rows = f.items(like.size(), wrong);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.emplace_back();
        for (Field item : rows[i].items(like[i].size(), wrong)) table.back().push_back(read(item));
    }
    return table;
}

template <class T, class Write>
Json table_json(const std::vector<std::vector<T>>& table, Write&& write) {
    Json::Array rows;
    for (const auto& row : table) {
        Json::Array cells;
        for (const T& value : row) cells.push_back(write(value));
        rows.push_back(std::move(cells));
    }
    return rows;
}

// Integers up to 2^30-1, larger ones as strings (protocol.md chapter 3).
Json weight_json(std::uint64_t n) {
    if (n < (1u << 30)) return Json::integer(static_cast<std::int64_t>(n));
    return std::to_string(n);
}

struct DecryptionMessage {
    std::vector<std::vector<Element>> factors;
    std::vector<std::vector<Proof>> proofs;
    std::optional<std::vector<std::vector<Proof>>> strong;
};

// In version 1 somebody else's "strong_proofs" may be something else; what is not of our shape is not ours.
DecryptionMessage read_decryption(Field f, const CiphertextTable& like, Profile profile) {
    DecryptionMessage m;
    m.factors =
        read_table(f["decryption_factors"], like, Reject::share_shape, [](Field x) { return x.element(); });
    m.proofs = read_table(f["decryption_proofs"], like, Reject::share_shape, read_proof);
    if (const auto strong = f.maybe("strong_proofs")) {
        const auto read = [&](Field g) { return read_table(g, like, Reject::share_shape, read_proof); };
        m.strong = profile == Profile::hardened ? read(*strong) : read_if_shaped(strong->json(), read);
    }
    return m;
}

Json decryption_json(const DecryptionMessage& m) {
    Json::Object o{
        {"decryption_factors", table_json(m.factors, [](const Element& e) { return Json(e.encode()); })},
        {"decryption_proofs", table_json(m.proofs, proof_json)}};
    if (m.strong) o.push_back({"strong_proofs", table_json(*m.strong, proof_json)});
    return o;
}

// A message of the free-form kind: any spelling in version 1, ours alone in the hardened profile.
template <class Read, class Write>
auto read_by_profile(std::string_view bytes, Profile profile, Read&& read, Write&& write) {
    return profile == Profile::hardened ? read_canonical(bytes, read, write) : read_document(bytes, read);
}

Json sized_json(const SizedTally& t) {
    return Json::Object{{"num_tallied", Json::integer(static_cast<std::int64_t>(t.ballots))},
                        {"total_weight", weight_json(t.weight)},
                        {"encrypted_tally", t.hash}};
}

Json owned_json(const OwnedDecryption& o) {
    return Json::Object{{"owner", Json::integer(static_cast<std::int64_t>(o.owner))}, {"payload", o.hash}};
}

Json result_json(const ResultTable& result) {
    return Json::Object{{"result", table_json(result, weight_json)}};
}

CiphertextTable empty_tally(const Election& election) {
    CiphertextTable tally;
    for (const Question& q : election.questions()) tally.emplace_back(q.choices());
    return tally;
}

}  // namespace

RunningTally::RunningTally(const Election& election)
    : credentials_(&election.credentials()), sum_(empty_tally(election)) {}

void RunningTally::count(std::size_t credential, const CiphertextTable& choices) {
    const std::uint64_t weight = credentials_->weight(credential);
    ENSURE(choices.size() == sum_.size());
    for (std::size_t i = 0; i < sum_.size(); ++i) {
        ENSURE(choices[i].size() == sum_[i].size());
        for (std::size_t j = 0; j < sum_[i].size(); ++j)
            sum_[i][j] = sum_[i][j] + (weight == 1 ? choices[i][j] : Scalar(weight) * choices[i][j]);
    }
    ++ballots_;
    weight_ += weight;
}

void RunningTally::uncount(std::size_t credential, const CiphertextTable& choices) {
    const std::uint64_t weight = credentials_->weight(credential);
    ENSURE(choices.size() == sum_.size() && ballots_ > 0 && weight_ >= weight);
    for (std::size_t i = 0; i < sum_.size(); ++i) {
        ENSURE(choices[i].size() == sum_[i].size());
        for (std::size_t j = 0; j < sum_[i].size(); ++j) {
            const Ciphertext c = weight == 1 ? choices[i][j] : Scalar(weight) * choices[i][j];
            sum_[i][j] = {sum_[i][j].alpha - c.alpha, sum_[i][j].beta - c.beta};
        }
    }
    --ballots_;
    weight_ -= weight;
}

std::string RunningTally::encode() const {
    return write_json(table_json(sum_, ciphertext_json));
}

std::string RunningTally::encode_sized() const {
    return write_json(sized_json({ballots_, weight_, sha256_hex(encode())}));
}

Result<CiphertextTable, Rejection> decode_tally(const Election& election, std::string_view bytes) {
    auto tally = read_canonical(
        bytes,
        [&](Field f) { return read_table(f, empty_tally(election), Reject::tally_wrong, read_ciphertext); },
        [](const CiphertextTable& t) { return table_json(t, ciphertext_json); });
    if (!tally) return Refused{within("encrypted tally", tally.reason())};
    return tally;
}

Result<SizedTally, Rejection> decode_sized_tally(std::string_view bytes, Profile profile) {
    auto sized = read_by_profile(
        bytes, profile,
        [](Field f) {
            return SizedTally{f["num_tallied"].integer(0, max_weight), f["total_weight"].weight(),
                              f["encrypted_tally"].digest()};
        },
        sized_json);
    if (!sized) return Refused{within("sized tally", sized.reason())};
    return sized;
}

std::string make_decryption(const Election& election, const CiphertextTable& tally, const SecretScalar& key,
                            Random& random) {
    DecryptionMessage m;
    m.strong.emplace();
    for (const auto& row : tally) {
        m.factors.emplace_back();
        m.proofs.emplace_back();
        m.strong->emplace_back();
        for (const Ciphertext& c : row) {
            const Element factor = decryption_factor(key, c);
            m.factors.back().push_back(factor);
            m.proofs.back().push_back(prove_decryption(election.fingerprint(), key, c.alpha, factor, random));
            m.strong->back().push_back(
                prove_decryption_strongly(election.fingerprint(), key, c.alpha, factor, random));
        }
    }
    return write_json(decryption_json(m));
}

Result<CheckedDecryption, Rejection> check_decryption(const Election& election, const CiphertextTable& tally,
                                                      std::size_t owner, std::string_view bytes) {
    const auto& holders = election.trustees().holders();
    if (owner < 1 || owner > holders.size())
        return refuse(Reject::share_owner, "owner " + std::to_string(owner));
    const Element& key = holders[owner - 1].key;
    const bool hardened = election.profile() == Profile::hardened;
    const std::string who = "decryption of trustee " + std::to_string(owner);
    auto message = read_by_profile(
        bytes, election.profile(), [&](Field f) { return read_decryption(f, tally, election.profile()); },
        decryption_json);
    if (!message) return Refused{within(who, message.reason())};
    if (hardened && !message->strong) return refuse(Reject::strong_proof_missing, who);

    for (std::size_t i = 0; i < tally.size(); ++i) {
        for (std::size_t j = 0; j < tally[i].size(); ++j) {
            const Element &alpha = tally[i][j].alpha, &factor = message->factors[i][j];
            if (!verify_decryption(election.fingerprint(), key, alpha, factor, message->proofs[i][j]))
                return refuse(Reject::decryption_proof, who + ": decryption_proofs" + cell(i, j));
            if (message->strong && !verify_strong_decryption(election.fingerprint(), key, alpha, factor,
                                                             (*message->strong)[i][j]))
                return refuse(Reject::strong_proof, who + ": strong_proofs" + cell(i, j));
        }
    }
    CheckedDecryption checked;
    checked.owner_ = owner;
    checked.strong_ = message->strong.has_value();
    checked.factors_ = std::move(message->factors);
    return checked;
}

std::string encode_owned(std::size_t owner, std::string_view decryption_bytes) {
    return write_json(owned_json({owner, sha256_hex(decryption_bytes)}));
}

Result<OwnedDecryption, Rejection> decode_owned(std::string_view bytes, Profile profile) {
    auto owned = read_by_profile(
        bytes, profile,
        [](Field f) {
            return OwnedDecryption{f["owner"].integer(0, 1u << 30), f["payload"].digest()};
        },
        owned_json);
    if (!owned) return Refused{within("owned decryption", owned.reason())};
    return owned;
}

bool enough_decryptions(const Election& election, std::span<const CheckedDecryption> decryptions) {
    const auto& groups = election.trustees().groups();
    return std::all_of(groups.begin(), groups.end(), [&](const Trustees::Group& g) {
        const auto mine = std::count_if(
            decryptions.begin(), decryptions.end(),
            [&](const CheckedDecryption& d) { return d.owner() > g.first && d.owner() <= g.first + g.size; });
        return static_cast<std::size_t>(mine) >= g.threshold;
    });
}

Result<std::vector<std::vector<Element>>, Rejection> open_tally(
    const Election& election, const CiphertextTable& tally, std::span<const CheckedDecryption> decryptions) {
    if (!enough_decryptions(election, decryptions)) return refuse(Reject::shares_missing);
    std::vector<std::vector<Element>> opened;
    for (std::size_t i = 0; i < tally.size(); ++i) {
        opened.emplace_back();
        for (std::size_t j = 0; j < tally[i].size(); ++j) {
            Element rest = tally[i][j].beta;
            for (const Trustees::Group& g : election.trustees().groups()) {
                std::vector<Share> shares;
                for (const CheckedDecryption& d : decryptions) {
                    if (d.owner() > g.first && d.owner() <= g.first + g.size)
                        shares.push_back({d.owner() - g.first, d.factors()[i][j]});
                }
                const auto factor = combine_shares(shares, g.threshold);
                ENSURE(factor.has_value());
                if (!shares_agree(shares, g.threshold))
                    return refuse(Reject::shares_inconsistent, cell(i, j));
                rest = rest - *factor;
            }
            opened.back().push_back(rest);
        }
    }
    return opened;
}

Result<ResultTable, Rejection> compute_result(const Election& election, const CiphertextTable& tally,
                                              std::uint64_t total_weight,
                                              std::span<const CheckedDecryption> decryptions) {
    auto opened = open_tally(election, tally, decryptions);
    if (!opened) return Refused{opened.reason()};
    if (total_weight >= (1ull << 40)) return refuse(Reject::weight_range);
    const DiscreteLog logarithm(total_weight);
    ResultTable result;
    for (std::size_t i = 0; i < opened->size(); ++i) {
        result.emplace_back();
        for (std::size_t j = 0; j < (*opened)[i].size(); ++j) {
            const auto count = logarithm((*opened)[i][j]);
            if (!count) return refuse(Reject::result_wrong, cell(i, j));
            result.back().push_back(*count);
        }
    }
    return result;
}

std::string encode_result(const ResultTable& result) {
    return write_json(result_json(result));
}

Result<ResultTable, Rejection> check_result(const Election& election,
                                            const std::vector<std::vector<Element>>& opened,
                                            std::uint64_t total_weight, std::string_view bytes) {
    auto result = read_by_profile(
        bytes, election.profile(),
        [&](Field f) {
            return read_table(f["result"], empty_tally(election), Reject::result_shape,
                              [](Field x) { return x.weight(); });
        },
        result_json);
    if (!result) return Refused{within("result", result.reason())};
    for (std::size_t i = 0; i < result->size(); ++i) {
        for (std::size_t j = 0; j < (*result)[i].size(); ++j) {
            const std::uint64_t count = (*result)[i][j];
            if (count > total_weight) return refuse(Reject::result_too_large, "result: " + cell(i, j));
            if (base(Scalar(count)) != opened[i][j])
                return refuse(Reject::result_wrong, "result: " + cell(i, j));
        }
    }
    return result;
}

}  // namespace minhtin
