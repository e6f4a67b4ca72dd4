#include "ballot/trustees.h"

#include <algorithm>

#include "ballot/ceremony.h"
#include "crypto/hash.h"
#include "crypto/signature.h"
#include "crypto/threshold.h"

namespace minhtin {
namespace {

constexpr JsonLimits trustees_limits{.bytes = 8u << 20};

Json item_json(const TrusteeItem& item) {
    if (const auto* key = std::get_if<TrusteeKey>(&item))
        return Json::Array{"Single", trustee_key_json(*key)};
    const auto& group = std::get<ThresholdGroup>(item);
    Json::Array certificates, coefficients, signatures, keys;
    for (const auto& m : group.certificates) certificates.push_back(signed_json(m));
    for (const auto& m : group.coefficients) coefficients.push_back(signed_json(m));
    for (const auto& s : group.signatures) signatures.push_back(proof_json(s));
    for (const auto& k : group.keys) keys.push_back(trustee_key_json(k));
    return Json::Array{"Pedersen",
                       Json::Object{{"threshold", Json::integer(static_cast<std::int64_t>(group.threshold))},
                                    {"certs", std::move(certificates)},
                                    {"coefexps", std::move(coefficients)},
                                    {"signatures", std::move(signatures)},
                                    {"verification_keys", std::move(keys)}}};
}

ThresholdGroup read_group(Field f) {
    ThresholdGroup group;
    group.threshold = f["threshold"].integer(0, 1u << 20);
    for (Field c : f["certs"].items()) group.certificates.push_back(read_signed(c));
    const std::size_t size = group.certificates.size();
    if (group.threshold < 1 || group.threshold > size || size > max_trustees)
        f.refuse(Reject::trustees_threshold);
    for (Field c : f["coefexps"].items(size, Reject::ceremony_size))
        group.coefficients.push_back(read_signed(c));
    for (Field s : f["signatures"].items(size, Reject::ceremony_size))
        group.signatures.push_back(read_proof(s));
    for (Field k : f["verification_keys"].items(size, Reject::ceremony_size)) {
        group.keys.push_back(read_trustee_key(k));
        if (!group.keys.back().signature) k["signature"];  // refuses its absence
    }
    return group;
}

std::vector<TrusteeItem> read_items(Field f) {
    std::vector<TrusteeItem> items;
    std::size_t holders = 0;
    for (Field entry : f.items()) {
        const auto pair = entry.items(2, Reject::trustees_kind);
        if (!entry.ok()) break;
        const std::string kind = pair[0].text();
        if (kind == "Single") {
            items.emplace_back(read_trustee_key(pair[1]));
            ++holders;
        } else if (kind == "Pedersen") {
            items.emplace_back(read_group(pair[1]));
            holders += std::get<ThresholdGroup>(items.back()).certificates.size();
        } else {
            pair[0].refuse(Reject::trustees_kind);
        }
        if (holders > max_trustees) entry.refuse(Reject::trustees_threshold);
    }
    if (f.ok() && items.empty()) f.refuse(Reject::trustees_kind);
    return items;
}

// All of protocol.md chapter 6 for one group; gives its part of the election's key.
Result<Element, Rejection> check_group(const ThresholdGroup& group, Profile profile) {
    const CeremonySize size{group.certificates.size(), group.threshold};
    std::vector<std::string> messages;
    for (const auto& c : group.certificates) messages.push_back(write_json(signed_json(c)));
    auto certificates = Certificates::check(size, messages, profile);
    if (!certificates) return Refused{certificates.reason()};

    std::vector<std::vector<Element>> commitments;
    for (std::size_t i = 1; i <= size.size; ++i) {
        auto opened =
            check_coefficients(*certificates, i, group.coefficients[i - 1], group.signatures[i - 1]);
        if (!opened) return Refused{opened.reason()};
        commitments.push_back(std::move(*opened));
    }
    const std::vector<Element> combined = combined_commitments(commitments);
    for (std::size_t i = 1; i <= size.size; ++i) {
        if (auto ok = check_member_key(*certificates, combined, i, group.keys[i - 1]); !ok)
            return Refused{ok.reason()};
    }
    return combined.front();
}

// What our elections never have, and no honest one needs: one key twice, or several groups.
Result<void, Rejection> check_hardened(const std::vector<TrusteeItem>& items) {
    std::vector<const TrusteeKey*> singles;
    std::size_t groups = 0;
    for (const TrusteeItem& item : items) {
        if (std::holds_alternative<ThresholdGroup>(item)) {
            if (++groups > 1) return Refused{Rejection{Reject::trustees_groups, "trustees"}};
            continue;
        }
        const auto* key = &std::get<TrusteeKey>(item);
        if (std::any_of(singles.begin(), singles.end(), [&](const auto* k) { return k->key == key->key; }))
            return Refused{Rejection{Reject::trustee_repeated, "trustees"}};
        singles.push_back(key);
    }
    return {};
}

}  // namespace

Proof read_proof(Field f) {
    return {f["challenge"].scalar(), f["response"].scalar()};
}

Json proof_json(const Proof& proof) {
    return Json::Object{{"challenge", proof.challenge.encode()}, {"response", proof.response.encode()}};
}

SignedMessage read_signed(Field f) {
    return {f["message"].text(), read_proof(f["signature"])};
}

Json signed_json(const SignedMessage& m) {
    return Json::Object{{"message", m.message}, {"signature", proof_json(m.signature)}};
}

TrusteeKey read_trustee_key(Field f) {
    TrusteeKey key{read_proof(f["pok"]), f["public_key"].key(), {}, {}};
    if (const auto signature = f.maybe("signature")) key.signature = read_proof(*signature);
    if (const auto name = f.maybe("name")) key.name = name->text();
    return key;
}

Json trustee_key_json(const TrusteeKey& key) {
    Json::Object o{{"pok", proof_json(key.proof)}, {"public_key", key.key.encode()}};
    if (key.signature) o.push_back({"signature", proof_json(*key.signature)});
    if (key.name) o.push_back({"name", *key.name});
    return o;
}

TrusteeKey make_trustee_key(const SecretScalar& key, std::optional<std::string> name, Random& random) {
    return {prove_key(key, random), base(key), {}, std::move(name)};
}

std::string encode_trustees(const std::vector<TrusteeItem>& items) {
    Json::Array list;
    for (const TrusteeItem& item : items) list.push_back(item_json(item));
    return write_json(list);
}

Result<Trustees, Rejection> Trustees::decode(std::string_view bytes, Profile profile) {
    auto items = read_document(bytes, read_items, trustees_limits);
    if (!items) return Refused{within("trustees", items.reason())};
    if (profile == Profile::hardened) {
        if (encode_trustees(*items) != bytes) return Refused{Rejection{Reject::not_canonical, "trustees"}};
        if (auto ok = check_hardened(*items); !ok) return Refused{ok.reason()};
    }

    Trustees trustees;
    for (std::size_t n = 0; n < items->size(); ++n) {
        const std::string where = "trustees: [" + std::to_string(n) + "]";
        const std::size_t first = trustees.holders_.size();
        if (const auto* single = std::get_if<TrusteeKey>(&(*items)[n])) {
            if (!verify_key(single->key, single->proof))
                return Refused{Rejection{Reject::trustee_proof, where}};
            trustees.election_key_ = trustees.election_key_ + single->key;
            trustees.holders_.push_back({single->key, n, 1});
            trustees.groups_.push_back({true, 1, first, 1});
        } else {
            const auto& group = std::get<ThresholdGroup>((*items)[n]);
            auto key = check_group(group, profile);
            if (!key) return Refused{within(where, key.reason())};
            if (profile == Profile::hardened && key->is_identity())
                return Refused{Rejection{Reject::element_identity, where}};
            trustees.election_key_ = trustees.election_key_ + *key;
            for (std::size_t i = 0; i < group.keys.size(); ++i)
                trustees.holders_.push_back({group.keys[i].key, n, i + 1});
            trustees.groups_.push_back({false, group.threshold, first, group.keys.size()});
        }
    }
    return trustees;
}

}  // namespace minhtin
