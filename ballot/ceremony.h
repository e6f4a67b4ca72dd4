#pragma once
// The making of a key that any `threshold` of `size` trustees can use (protocol.md 6.1), in our hardened
// form: each certificate commits to the coefficients, which follow from the trustee's seed, before anybody
// sees the others' (hardening.md W3). Messages are JSON bytes as they travel; each has one check, and what a
// check gives is needed for the next step. Trustees are numbered from 1. The trustee's side works offline;
// nothing is kept between steps but the seed and, at the end, the decryption key.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ballot/profile.h"
#include "ballot/reasons.h"
#include "ballot/trustees.h"
#include "crypto/group.h"
#include "crypto/random.h"
#include "crypto/result.h"
#include "crypto/secret.h"

namespace minhtin {

constexpr std::size_t max_trustees = 100;

struct CeremonySize {
    std::size_t size = 0, threshold = 0;  // 0 < threshold <= size <= max_trustees
    bool operator==(const CeremonySize&) const = default;
};

// Step 1, trustee: the certificate of the seed's keys and polynomial, a signed message.
std::string make_certificate(const SecretString& seed, CeremonySize size, std::size_t index, Random& random);

// A certificate that holds: right context, members, not the identity, signature, commitment (hardened).
struct Certificate {
    SignedMessage message;
    Element verification, encryption;
    std::optional<std::string> commitment;  // hex SHA-256 of {"coefexps":[...]}
};
// Server, as certificates come in.
Result<Certificate, Rejection> check_certificate(CeremonySize size, std::size_t index, std::string_view bytes,
                                                 Profile profile);

// Step 2, everybody: all certificates, in the order of the trustees.
class Certificates {
public:
    static Result<Certificates, Rejection> check(CeremonySize size, std::span<const std::string> messages,
                                                 Profile profile);
    CeremonySize size() const { return size_; }
    Profile profile() const { return profile_; }
    const Certificate& of(std::size_t index) const { return certificates_[index - 1]; }
    const std::vector<Certificate>& all() const { return certificates_; }
    // Hex SHA-256 of the compact JSON array of the signed certificates: which list a trustee has answered.
    std::string digest() const;

private:
    CeremonySize size_;
    Profile profile_ = Profile::hardened;
    std::vector<Certificate> certificates_;
};

// Step 3, trustee: coefficients in public, a share for each trustee, sealed. Refused if the certificate at
// the index is not of this seed, or the commitment is not to this seed's polynomial. The shares of one seed
// must be sealed for one list of certificates only, or whoever makes up lists collects them: the caller keeps
// digest() and refuses every other list (certificates_changed).
Result<std::string, Rejection> make_polynomial(const SecretString& seed, std::size_t index,
                                               const Certificates& certificates, Random& random);

// Server: signatures and commitment hold and there is a sealed message for each trustee. What is in these
// only their recipients can check.
struct CheckedPolynomial {
    SignedMessage coefficients;
    std::vector<Element> commitments;  // g^a0, g^a1, ...
    Proof signature;                   // over all certificates and the commitments
    std::string polynomial;            // sealed for the sender
    std::vector<std::string> secrets;  // sealed, one for each trustee
};
Result<CheckedPolynomial, Rejection> check_polynomial(const Certificates& certificates, std::size_t index,
                                                      std::string_view bytes);

// The public part of the same: the commitments, if both signatures and the certificate's commitment hold.
Result<std::vector<Element>, Rejection> check_coefficients(const Certificates& certificates,
                                                           std::size_t index,
                                                           const SignedMessage& coefficients,
                                                           const Proof& signature);

// Step 4, server: what trustee `index` needs ("vinput"). `polynomials` in the order of the trustees.
std::string make_vinput(std::span<const CheckedPolynomial> polynomials, std::size_t index);

// Step 5, trustee: checks everything in the vinput, the own polynomial included, and forms the own key.
struct FormedKey {
    std::string message;  // for the server: {"private_key":sealed,"public_key":key}
    SecretScalar decryption_key;
};
Result<FormedKey, Rejection> form_key(const SecretString& seed, std::size_t index,
                                      const Certificates& certificates, std::string_view vinput,
                                      Random& random);

// Step 6, server: the key is the one that the coefficients give, proved and signed.
struct CheckedKey {
    TrusteeKey key;
    std::string private_key;  // sealed for the trustee
};
Result<CheckedKey, Rejection> check_key(const Certificates& certificates,
                                        std::span<const CheckedPolynomial> polynomials, std::size_t index,
                                        std::string_view bytes);

// `combined`: combined_commitments of all trustees (crypto/threshold.h).
Result<void, Rejection> check_member_key(const Certificates& certificates, std::span<const Element> combined,
                                         std::size_t index, const TrusteeKey& key);

// The group for encode_trustees, and its part of the election's key. Names are public; give none to hide
// them.
ThresholdGroup assemble_group(const Certificates& certificates,
                              std::span<const CheckedPolynomial> polynomials,
                              std::span<const CheckedKey> keys);
Element group_key(std::span<const CheckedPolynomial> polynomials);

// A trustee's key file of belenios-tool: the decryption key out of the sealed message ("dkey") with the seed.
Result<SecretScalar, Rejection> open_private_key(const SecretString& seed, const Certificate& own,
                                                 std::string_view sealed);

}  // namespace minhtin
