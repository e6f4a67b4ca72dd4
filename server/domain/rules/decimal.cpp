#include "server/domain/rules/decimal.h"

#include <algorithm>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr std::int64_t unit = 1'000'000;
constexpr std::int64_t limit = 1'000'000'000'000 * unit;
__extension__ using Wide = __int128;  // millionths times a share's parts pass 64 bits

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// At most twelve digits, at least one.
std::optional<std::int64_t> whole_number(std::string_view text) {
    if (text.empty() || text.size() > 12 || !std::all_of(text.begin(), text.end(), is_digit)) return {};
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

}  // namespace

Decimal Decimal::of(std::int64_t whole) {
    ENSURE(whole > -limit / unit && whole < limit / unit);
    return Decimal(whole * unit);
}

std::optional<Decimal> Decimal::from_text(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const auto whole = whole_number(text.substr(0, point));
    if (!whole) return {};
    std::int64_t fraction = 0;
    if (point != std::string_view::npos) {
        std::string digits(text.substr(point + 1));
        if (digits.empty() || digits.size() > 6) return {};
        digits.append(6 - digits.size(), '0');
        const auto read = whole_number(digits);
        if (!read) return {};
        fraction = *read;
    }
    const std::int64_t v = *whole * unit + fraction;
    return Decimal(negative ? -v : v);
}

std::string Decimal::text() const {
    const std::int64_t size = v_ < 0 ? -v_ : v_;
    std::string out = (v_ < 0 ? "-" : "") + std::to_string(size / unit);
    if (size % unit == 0) return out;
    std::string digits = std::to_string(unit + size % unit).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    return out + "." + digits;
}

std::string Decimal::vietnamese() const {
    std::string out = text();
    std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

Decimal Decimal::operator+(Decimal other) const {
    const std::int64_t sum = v_ + other.v_;  // both are far below the range of the type
    ENSURE(sum > -limit && sum < limit);
    return Decimal(sum);
}

std::optional<Share> Share::from_text(std::string_view text) {
    const std::size_t bar = text.find('/');
    const auto num = whole_number(text.substr(0, bar));
    const auto den =
        bar == std::string_view::npos ? std::optional<std::int64_t>(1) : whole_number(text.substr(bar + 1));
    if (!num || !den || *den < 1 || *num > unit || *den > unit) return {};
    return Share{*num, *den};
}

std::string Share::text() const {
    return std::to_string(num) + (den == 1 ? "" : "/" + std::to_string(den));
}

std::strong_ordering compare_share(Decimal part, Decimal whole, Share share) {
    const Wide left = Wide(part.millionths()) * share.den, right = Wide(whole.millionths()) * share.num;
    return left <=> right;
}

std::int64_t floor_of(Share share, std::int64_t whole) {
    ENSURE(whole >= 0 && whole <= 1'000'000'000);
    return share.num * whole / share.den;
}

}  // namespace minhtin
