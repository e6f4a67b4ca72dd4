#pragma once
// Exact decimal numbers: scores, counts, shares as regulations print them. No floating point anywhere near a
// limit: 89.996 is not 90 (366-QĐ/TW Điều 11, domain.md rule 17).
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minhtin {

// millionths, so that sums and comparisons are whole numbers. -10^12 < value < 10^12.
class Decimal {
public:
    constexpr Decimal() = default;
    // ENSUREs the range.
    static Decimal of(std::int64_t whole);
    // "90", "89.996", "-1.5": digits, at most six after the point, no sign but '-', no spaces, no exponent.
    static std::optional<Decimal> from_text(std::string_view text);

    // The shortest spelling: "89.996", "90".
    std::string text() const;
    // As people write it here: "89,996".
    std::string vietnamese() const;
    Decimal operator+(Decimal other) const;  // ENSUREs the range
    std::int64_t millionths() const { return v_; }
    auto operator<=>(const Decimal&) const = default;

private:
    explicit constexpr Decimal(std::int64_t v) : v_(v) {}
    std::int64_t v_ = 0;
};

// A share as a regulation says it: "1/5", "2/3", "1". num >= 0, den >= 1, both at most 1,000,000.
struct Share {
    std::int64_t num = 0, den = 1;
    static std::optional<Share> from_text(std::string_view text);
    std::string text() const;
    bool operator==(const Share&) const = default;
};

// How part stands to share·whole, exactly.
std::strong_ordering compare_share(Decimal part, Decimal whole, Share share);

// The most that does not exceed share·whole: floor. whole from 0 to 1,000,000,000.
std::int64_t floor_of(Share share, std::int64_t whole);

}  // namespace minhtin
