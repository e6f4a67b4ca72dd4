#include "ballot/ceremony.h"

#include "ballot/field.h"
#include "ballot/json.h"
#include "ballot/letter.h"
#include "crypto/credential.h"
#include "crypto/hash.h"
#include "crypto/signature.h"
#include "crypto/threshold.h"

namespace minhtin {
namespace {

const JsonLimits message_limits{.bytes = 1u << 20, .depth = 8, .values = 20'000};

std::string trustee_name(std::size_t index) {
    return "trustee " + std::to_string(index);
}

Json context_json(CeremonySize size, std::size_t index) {
    return Json::Object{{"group", group_name()},
                        {"size", Json::integer(static_cast<std::int64_t>(size.size))},
                        {"threshold", Json::integer(static_cast<std::int64_t>(size.threshold))},
                        {"index", Json::integer(static_cast<std::int64_t>(index))}};
}

Polynomial seed_polynomial(const SecretString& seed, CeremonySize size, std::size_t index) {
    return Polynomial::from_seed(seed, size.threshold, size.size, index);
}

// Secrets on their way into and out of a sealed letter: {"NAME":"DIGITS"} or {"NAME":["DIGITS",…]}. Written
// in one piece of memory and cut by hand, because a JSON tree would leave copies that nobody wipes.
SecretString secrets_text(std::string_view before, std::span<const SecretString> digits,
                          std::string_view after) {
    std::size_t size = before.size() + after.size();
    for (const SecretString& d : digits) size += d.expose().size() + 3;
    std::string text;
    text.reserve(size);
    text += before;
    for (const SecretString& d : digits) {
        if (&d != digits.data()) text += ',';
        text += '"';
        text += d.expose();
        text += '"';
    }
    text += after;
    return SecretString(std::move(text));
}

SecretString secret_text(std::string_view name, const SecretScalar& secret) {
    const SecretString digits = secret.encode();
    return secrets_text("{\"" + std::string(name) + "\":", std::span(&digits, 1), "}");
}

std::optional<std::vector<SecretScalar>> cut_secrets(std::string_view text, std::string_view before,
                                                     std::string_view after) {
    if (!text.starts_with(before) || !text.ends_with(after) || text.size() < before.size() + after.size())
        return {};
    text.remove_prefix(before.size());
    text.remove_suffix(after.size());
    std::vector<SecretScalar> secrets;
    while (true) {
        const std::size_t end = text.find('"', 1);
        if (!text.starts_with('"') || end == std::string_view::npos) return {};
        auto secret = SecretScalar::decode(text.substr(1, end - 1));
        if (!secret) return {};
        secrets.push_back(std::move(*secret));
        text.remove_prefix(end + 1);
        if (text.empty()) return secrets;
        if (!text.starts_with(',')) return {};
        text.remove_prefix(1);
    }
}

Result<SecretScalar, Rejection> read_secret(const SecretString& text, std::string_view name) {
    auto secrets = cut_secrets(text.expose(), "{\"" + std::string(name) + "\":", "}");
    if (!secrets || secrets->size() != 1) return Refused{Rejection{Reject::channel_message, ""}};
    return std::move(secrets->front());
}

constexpr std::string_view polynomial_before = "{\"polynomial\":[", polynomial_after = "]}";

Json::Array elements_json(const std::vector<Element>& elements) {
    Json::Array items;
    for (const Element& e : elements) items.push_back(e.encode());
    return items;
}

std::string coefficients_message(const std::vector<Element>& commitments) {
    return write_json(Json::Object{{"coefexps", elements_json(commitments)}});
}

Json::Array certificates_json(const std::vector<Certificate>& certificates) {
    Json::Array certs;
    for (const Certificate& c : certificates) certs.push_back(signed_json(c.message));
    return certs;
}

std::string certificates_message(const std::vector<Certificate>& certificates,
                                 const std::vector<Element>& commitments) {
    return "certs_sig|" + write_json(Json::Object{{"certs", certificates_json(certificates)},
                                                  {"coefexps", elements_json(commitments)}});
}

struct CertificateText {
    std::string group;
    std::uint64_t size = 0, threshold = 0, index = 0;
    Element verification, encryption;
    std::optional<std::string> commitment;
};

CertificateText read_certificate(Field f) {
    CertificateText c;
    const Field context = f["context"];
    c.group = context["group"].text();
    c.size = context["size"].integer(0, 1u << 20);
    c.threshold = context["threshold"].integer(0, 1u << 20);
    c.index = context["index"].integer(0, 1u << 20);
    c.verification = f["verification"].key();
    c.encryption = f["encryption"].key();
    // Somebody else's "coefexps" may be something else; what is no digest is no commitment.
    if (const auto commitment = f.maybe("coefexps"))
        c.commitment = read_if_shaped(commitment->json(), [](Field d) { return d.digest(); });
    return c;
}

std::string certificate_message(CeremonySize size, std::size_t index, const Element& verification,
                                const Element& encryption, const std::optional<std::string>& commitment) {
    Json::Object o{{"context", context_json(size, index)},
                   {"verification", verification.encode()},
                   {"encryption", encryption.encode()}};
    if (commitment) o.push_back({"coefexps", *commitment});
    return write_json(o);
}

Result<Certificate, Rejection> open_certificate(CeremonySize size, std::size_t index, SignedMessage message,
                                                Profile profile) {
    auto text = read_document(message.message, read_certificate, message_limits);
    if (!text) return Refused{within("certificate of " + trustee_name(index), text.reason())};
    if (text->group != group_name() || text->size != size.size || text->threshold != size.threshold ||
        text->index != index)
        return refuse(Reject::certificate_context, trustee_name(index));
    if (profile == Profile::hardened) {
        if (!text->commitment) return refuse(Reject::certificate_commitment, trustee_name(index));
        if (message.message !=
            certificate_message(size, index, text->verification, text->encryption, text->commitment))
            return refuse(Reject::not_canonical, trustee_name(index));
    }
    if (!verify_signature(text->verification, message.message, message.signature))
        return refuse(Reject::certificate_signature, trustee_name(index));
    return Certificate{std::move(message), text->verification, text->encryption, std::move(text->commitment)};
}

// The certificate at this place belongs to this seed.
bool is_of_seed(const Certificate& c, const SecretString& seed) {
    return c.verification == base(signing_key(seed)) && c.encryption == base(opening_key(seed));
}

struct PolynomialMessage {
    SignedMessage coefficients;
    Proof signature;
    std::string polynomial;
    std::vector<std::string> secrets;
};

PolynomialMessage read_polynomial(Field f) {
    PolynomialMessage m;
    m.polynomial = f["polynomial"].text();
    for (Field s : f["secrets"].items()) m.secrets.push_back(s.text());
    m.coefficients = read_signed(f["coefexps"]);
    m.signature = read_proof(f["signature"]);
    return m;
}

struct Vinput {
    std::string polynomial;
    std::vector<std::string> secrets;
    std::vector<SignedMessage> coefficients;
    std::vector<Proof> signatures;
};

Vinput read_vinput(Field f) {
    Vinput v;
    v.polynomial = f["polynomial"].text();
    for (Field s : f["secrets"].items()) v.secrets.push_back(s.text());
    for (Field c : f["coefexps"].items()) v.coefficients.push_back(read_signed(c));
    for (Field s : f["signatures"].items()) v.signatures.push_back(read_proof(s));
    return v;
}

// What one's own sealed polynomial commits to.
Result<std::vector<Element>, Rejection> open_own_polynomial(const SecretString& seed, const Certificate& own,
                                                            const std::string& sealed) {
    auto text = open_letter(opening_key(seed), own.verification, sealed);
    if (!text) return Refused{text.reason()};
    const auto coefficients = cut_secrets(text->expose(), polynomial_before, polynomial_after);
    if (!coefficients) return Refused{Rejection{Reject::channel_message, ""}};
    std::vector<Element> commitments;
    for (const SecretScalar& c : *coefficients) commitments.push_back(base(c));
    return commitments;
}

}  // namespace

std::string make_certificate(const SecretString& seed, CeremonySize size, std::size_t index, Random& random) {
    ENSURE(size.threshold >= 1 && size.threshold <= size.size && size.size <= max_trustees && index >= 1 &&
           index <= size.size);
    const SecretScalar key = signing_key(seed);
    const auto commitments = seed_polynomial(seed, size, index).commitments();
    SignedMessage m;
    m.message = certificate_message(size, index, base(key), base(opening_key(seed)),
                                    sha256_hex(coefficients_message(commitments)));
    m.signature = sign(key, m.message, random);
    return write_json(signed_json(m));
}

Result<Certificate, Rejection> check_certificate(CeremonySize size, std::size_t index, std::string_view bytes,
                                                 Profile profile) {
    auto message = read_document(bytes, read_signed, message_limits);
    if (!message) return Refused{within("certificate of " + trustee_name(index), message.reason())};
    return open_certificate(size, index, std::move(*message), profile);
}

Result<Certificates, Rejection> Certificates::check(CeremonySize size, std::span<const std::string> messages,
                                                    Profile profile) {
    if (size.threshold < 1 || size.threshold > size.size || size.size > max_trustees)
        return Refused{Rejection{Reject::trustees_threshold, ""}};
    if (messages.size() != size.size) return Refused{Rejection{Reject::ceremony_size, "certificates"}};
    Certificates all;
    all.size_ = size;
    all.profile_ = profile;
    for (std::size_t i = 1; i <= size.size; ++i) {
        auto one = check_certificate(size, i, messages[i - 1], profile);
        if (!one) return Refused{one.reason()};
        all.certificates_.push_back(std::move(*one));
    }
    return all;
}

std::string Certificates::digest() const {
    return sha256_hex(write_json(certificates_json(certificates_)));
}

Result<std::string, Rejection> make_polynomial(const SecretString& seed, std::size_t index,
                                               const Certificates& certificates, Random& random) {
    const CeremonySize size = certificates.size();
    if (index < 1 || index > size.size || !is_of_seed(certificates.of(index), seed))
        return refuse(Reject::not_my_certificate, trustee_name(index));
    const Polynomial polynomial = seed_polynomial(seed, size, index);
    const auto commitments = polynomial.commitments();
    const std::string message = coefficients_message(commitments);
    if (certificates.of(index).commitment != sha256_hex(message))
        return refuse(Reject::coefficients_commitment, trustee_name(index));

    const SecretScalar key = signing_key(seed);
    std::vector<SecretString> digits;
    for (const SecretScalar& a : polynomial.coefficients()) digits.push_back(a.encode());
    const SecretString own = secrets_text(polynomial_before, digits, polynomial_after);
    Json::Array secrets;
    for (std::size_t j = 1; j <= size.size; ++j) {
        const SecretString share = secret_text("secret", polynomial.share(j));
        secrets.push_back(seal_letter(key, certificates.of(j).encryption, share, random));
    }
    return write_json(Json::Object{
        {"polynomial", seal_letter(key, certificates.of(index).encryption, own, random)},
        {"secrets", std::move(secrets)},
        {"coefexps", signed_json({message, sign(key, message, random)})},
        {"signature", proof_json(sign(key, certificates_message(certificates.all(), commitments), random))}});
}

Result<std::vector<Element>, Rejection> check_coefficients(const Certificates& certificates,
                                                           std::size_t index,
                                                           const SignedMessage& coefficients,
                                                           const Proof& signature) {
    const Certificate& own = certificates.of(index);
    if (!verify_signature(own.verification, coefficients.message, coefficients.signature))
        return refuse(Reject::coefficients_signature, trustee_name(index));
    auto commitments = read_document(
        coefficients.message,
        [&](Field f) {
            std::vector<Element> read;
            for (Field e : f["coefexps"].items(certificates.size().threshold, Reject::trustees_threshold))
                read.push_back(e.element());
            return read;
        },
        message_limits);
    if (!commitments) return Refused{within("coefficients of " + trustee_name(index), commitments.reason())};
    const std::string canonical = coefficients_message(*commitments);
    if (certificates.profile() == Profile::hardened && coefficients.message != canonical)
        return refuse(Reject::not_canonical, trustee_name(index));
    if (own.commitment && *own.commitment != sha256_hex(canonical))
        return refuse(Reject::coefficients_commitment, trustee_name(index));
    if (!verify_signature(own.verification, certificates_message(certificates.all(), *commitments),
                          signature))
        return refuse(Reject::certificates_signature, trustee_name(index));
    return commitments;
}

Result<CheckedPolynomial, Rejection> check_polynomial(const Certificates& certificates, std::size_t index,
                                                      std::string_view bytes) {
    auto message = read_document(bytes, read_polynomial, message_limits);
    if (!message) return Refused{within(trustee_name(index), message.reason())};
    if (message->secrets.size() != certificates.size().size)
        return refuse(Reject::ceremony_size, trustee_name(index));
    auto commitments = check_coefficients(certificates, index, message->coefficients, message->signature);
    if (!commitments) return Refused{commitments.reason()};
    auto form = check_letter_form(message->polynomial);
    for (std::size_t j = 0; form && j < message->secrets.size(); ++j)
        form = check_letter_form(message->secrets[j]);
    if (!form) return Refused{within(trustee_name(index), form.reason())};
    return CheckedPolynomial{std::move(message->coefficients), std::move(*commitments), message->signature,
                             std::move(message->polynomial), std::move(message->secrets)};
}

std::string make_vinput(std::span<const CheckedPolynomial> polynomials, std::size_t index) {
    ENSURE(index >= 1 && index <= polynomials.size());
    Json::Array secrets, coefficients, signatures;
    for (const CheckedPolynomial& p : polynomials) {
        secrets.push_back(p.secrets[index - 1]);
        coefficients.push_back(signed_json(p.coefficients));
        signatures.push_back(proof_json(p.signature));
    }
    return write_json(Json::Object{{"polynomial", polynomials[index - 1].polynomial},
                                   {"secrets", std::move(secrets)},
                                   {"coefexps", std::move(coefficients)},
                                   {"signatures", std::move(signatures)}});
}

Result<FormedKey, Rejection> form_key(const SecretString& seed, std::size_t index,
                                      const Certificates& certificates, std::string_view vinput,
                                      Random& random) {
    const std::size_t n = certificates.size().size;
    if (index < 1 || index > n || !is_of_seed(certificates.of(index), seed))
        return refuse(Reject::not_my_certificate, trustee_name(index));
    const Certificate& own = certificates.of(index);
    auto input = read_document(vinput, read_vinput, message_limits);
    if (!input) return Refused{within("vinput", input.reason())};
    if (input->secrets.size() != n || input->coefficients.size() != n || input->signatures.size() != n)
        return Refused{Rejection{Reject::ceremony_size, "vinput"}};

    SecretScalar sum;
    std::vector<std::vector<Element>> commitments;
    for (std::size_t i = 1; i <= n; ++i) {
        auto opened =
            check_coefficients(certificates, i, input->coefficients[i - 1], input->signatures[i - 1]);
        if (!opened) return Refused{opened.reason()};
        auto letter = open_letter(opening_key(seed), certificates.of(i).verification, input->secrets[i - 1]);
        if (!letter) return Refused{within("secret from " + trustee_name(i), letter.reason())};
        auto share = read_secret(*letter, "secret");
        if (!share) return Refused{within("secret from " + trustee_name(i), share.reason())};
        if (!check_share(*opened, index, *share)) return refuse(Reject::secret_share, trustee_name(i));
        sum = sum + *share;
        commitments.push_back(std::move(*opened));
    }
    const auto polynomial = open_own_polynomial(seed, own, input->polynomial);
    if (!polynomial) return Refused{within("polynomial", polynomial.reason())};
    if (*polynomial != commitments[index - 1]) return refuse(Reject::polynomial_changed, trustee_name(index));

    const SecretScalar key = signing_key(seed);
    TrusteeKey formed = make_trustee_key(sum, {}, random);
    ENSURE(formed.key == committed_share(combined_commitments(commitments), index));
    formed.signature = sign(key, formed.key.encode(), random);
    const SecretString text = secret_text("decryption_key", sum);
    return FormedKey{write_json(Json::Object{{"private_key", seal_letter(key, own.encryption, text, random)},
                                             {"public_key", trustee_key_json(formed)}}),
                     std::move(sum)};
}

Result<void, Rejection> check_member_key(const Certificates& certificates, std::span<const Element> combined,
                                         std::size_t index, const TrusteeKey& key) {
    auto wrong = [&](Reject why) {
        return Refused{Rejection{why, "verification key of " + trustee_name(index)}};
    };
    if (!verify_key(key.key, key.proof)) return wrong(Reject::trustee_proof);
    if (key.key != committed_share(combined, index)) return wrong(Reject::verification_key);
    if (!key.signature ||
        !verify_signature(certificates.of(index).verification, key.key.encode(), *key.signature))
        return wrong(Reject::verification_key_signature);
    return {};
}

Result<CheckedKey, Rejection> check_key(const Certificates& certificates,
                                        std::span<const CheckedPolynomial> polynomials, std::size_t index,
                                        std::string_view bytes) {
    ENSURE(polynomials.size() == certificates.size().size && index >= 1 && index <= polynomials.size());
    auto key = read_document(
        bytes,
        [](Field f) {
            return CheckedKey{read_trustee_key(f["public_key"]), f["private_key"].text()};
        },
        message_limits);
    if (!key) return Refused{within(trustee_name(index), key.reason())};
    if (auto form = check_letter_form(key->private_key); !form)
        return Refused{within(trustee_name(index), form.reason())};
    std::vector<std::vector<Element>> commitments;
    for (const CheckedPolynomial& p : polynomials) commitments.push_back(p.commitments);
    if (auto ok = check_member_key(certificates, combined_commitments(commitments), index, key->key); !ok)
        return Refused{ok.reason()};
    return key;
}

ThresholdGroup assemble_group(const Certificates& certificates,
                              std::span<const CheckedPolynomial> polynomials,
                              std::span<const CheckedKey> keys) {
    const CeremonySize size = certificates.size();
    ENSURE(polynomials.size() == size.size && keys.size() == size.size);
    ThresholdGroup group;
    group.threshold = size.threshold;
    for (const Certificate& c : certificates.all()) group.certificates.push_back(c.message);
    for (const CheckedPolynomial& p : polynomials) {
        group.coefficients.push_back(p.coefficients);
        group.signatures.push_back(p.signature);
    }
    for (const CheckedKey& k : keys) group.keys.push_back(k.key);
    return group;
}

Element group_key(std::span<const CheckedPolynomial> polynomials) {
    Element key;
    for (const CheckedPolynomial& p : polynomials) key = key + p.commitments.front();
    return key;
}

Result<SecretScalar, Rejection> open_private_key(const SecretString& seed, const Certificate& own,
                                                 std::string_view sealed) {
    auto letter = open_letter(opening_key(seed), own.verification, sealed);
    if (!letter) return Refused{letter.reason()};
    return read_secret(*letter, "decryption_key");
}

}  // namespace minhtin
