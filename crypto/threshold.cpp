#include "crypto/threshold.h"

#include <algorithm>
#include <array>

#include "crypto/ensure.h"
#include "crypto/hash.h"

namespace minhtin {
namespace {

// Lowest number first; nothing if a number is 0 or occurs twice, or if there are fewer than the threshold.
std::optional<std::vector<Share>> in_order(std::span<const Share> shares, std::size_t threshold) {
    std::vector<Share> sorted(shares.begin(), shares.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const Share& a, const Share& b) { return a.trustee < b.trustee; });
    const bool twice = std::adjacent_find(sorted.begin(), sorted.end(), [](const Share& a, const Share& b) {
                           return a.trustee == b.trustee;
                       }) != sorted.end();
    if (threshold == 0 || sorted.size() < threshold || sorted.front().trustee == 0 || twice)
        return std::nullopt;
    return sorted;
}

// alpha^f(at), from as many shares as the polynomial has coefficients.
Element interpolate(std::span<const Share> shares, std::size_t at) {
    std::vector<std::size_t> members;
    for (const auto& share : shares) members.push_back(share.trustee);
    Element out;
    for (const auto& share : shares) out = out + lagrange(members, share.trustee, at) * share.factor;
    return out;
}

}  // namespace

Polynomial::Polynomial(std::vector<SecretScalar> coefficients) : coefficients_(std::move(coefficients)) {
    ENSURE(!coefficients_.empty());
}

Polynomial Polynomial::from_seed(const SecretString& seed, std::size_t threshold, std::size_t size,
                                 std::size_t trustee) {
    ENSURE(threshold != 0 && trustee != 0 && trustee <= size);
    const std::string place =
        "|" + std::to_string(threshold) + "|" + std::to_string(size) + "|" + std::to_string(trustee) + "|";
    std::vector<SecretScalar> coefficients;
    for (std::size_t e = 0; e < threshold; ++e) {
        Secret<std::array<std::uint8_t, 64>> number;
        for (std::size_t half = 0; half < 2; ++half) {
            Sha256 hash;
            hash.update("poly|");
            hash.update(seed.expose());
            hash.update(place + std::to_string(e) + "|" + std::to_string(half));
            const SecretKey32 digest(hash.finish());
            std::copy(digest.expose().begin(), digest.expose().end(),
                      number.expose().begin() + 32 * static_cast<int>(half));
        }
        coefficients.push_back(SecretScalar::reduce(number.expose()));
    }
    return Polynomial(std::move(coefficients));
}

SecretScalar Polynomial::share(std::size_t trustee) const {
    ENSURE(trustee != 0);
    const Scalar at(trustee);
    SecretScalar sum;
    for (std::size_t e = coefficients_.size(); e-- > 0;) sum = sum * at + coefficients_[e];
    return sum;
}

std::vector<Element> Polynomial::commitments() const {
    std::vector<Element> out;
    for (const auto& a : coefficients_) out.push_back(base(a));
    return out;
}

Element committed_share(std::span<const Element> commitments, std::size_t trustee) {
    const Scalar at(trustee);
    Element product;
    for (std::size_t e = commitments.size(); e-- > 0;) product = at * product + commitments[e];
    return product;
}

bool check_share(std::span<const Element> commitments, std::size_t trustee, const SecretScalar& share) {
    return base(share) == committed_share(commitments, trustee);
}

std::vector<Element> combined_commitments(std::span<const std::vector<Element>> all) {
    ENSURE(!all.empty());
    std::vector<Element> combined(all.front().size());
    for (const auto& commitments : all) {
        ENSURE(commitments.size() == combined.size());
        for (std::size_t e = 0; e < combined.size(); ++e) combined[e] = combined[e] + commitments[e];
    }
    return combined;
}

Scalar lagrange(std::span<const std::size_t> members, std::size_t member, std::size_t at) {
    ENSURE(std::count(members.begin(), members.end(), member) == 1);
    Scalar numerator(1), denominator(1);
    for (const std::size_t other : members) {
        ENSURE(std::count(members.begin(), members.end(), other) == 1);
        if (other == member) continue;
        numerator = numerator * (Scalar(other) - Scalar(at));
        denominator = denominator * (Scalar(other) - Scalar(member));
    }
    return numerator * invert(denominator);
}

std::optional<Element> combine_shares(std::span<const Share> shares, std::size_t threshold) {
    const auto sorted = in_order(shares, threshold);
    if (!sorted) return std::nullopt;
    return interpolate(std::span(*sorted).first(threshold), 0);
}

bool shares_agree(std::span<const Share> shares, std::size_t threshold) {
    const auto sorted = in_order(shares, threshold);
    if (!sorted) return false;
    const auto first = std::span(*sorted).first(threshold);
    return std::all_of(sorted->begin() + static_cast<std::ptrdiff_t>(threshold), sorted->end(),
                       [&](const Share& s) { return interpolate(first, s.trustee) == s.factor; });
}

}  // namespace minhtin
