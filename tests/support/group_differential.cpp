#include "tests/support/group_differential.h"

#include <algorithm>

#include "crypto/vartime/encoding.h"
#include "crypto/vartime/members.h"
#include "crypto/vartime/membership.h"
#include "crypto/vartime/multiply.h"
#include "crypto/vartime/products.h"
#include "tests/support/small_order.h"
#include "tests/support/sodium_points.h"

namespace minhtin {
namespace {

using oracle::Bytes32;
using vartime::Point;

class Input {
public:
    explicit Input(std::string_view bytes) : rest_(bytes) {}
    std::uint8_t byte() {
        if (rest_.empty()) return 0;
        const auto b = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        return b;
    }
    Bytes32 bytes32() {
        Bytes32 out;
        for (auto& b : out) b = byte();
        return out;
    }
    // Any number; or, for one first byte in four, one near 0, near q, or near a power of two.
    Scalar scalar() {
        const std::uint8_t kind = byte();
        if (kind >= 64) return Scalar::reduce(bytes32());
        const Scalar small(byte());
        if (kind < 16) return small;
        if (kind < 32) return Scalar() - small;
        Bytes32 power{};
        const unsigned exponent = byte() % 253;
        power[31 - exponent / 8] = static_cast<std::uint8_t>(1u << (exponent % 8));
        return kind < 48 ? Scalar::reduce(power) + small : Scalar::reduce(power) - small;
    }

private:
    std::string_view rest_;
};

void encoding(const Bytes32& bytes) {
    Bytes32 again;
    const bool good =
        crypto_core_ed25519_add(again.data(), bytes.data(), oracle::identity.data()) == 0 && again == bytes;
    const auto p = vartime::decode(bytes);
    ENSURE(p.has_value() == good);
    if (!p) return;
    ENSURE(vartime::on_curve(*p) && vartime::encode(*p) == bytes);
    ENSURE(vartime::is_member(*p) == oracle::is_member(bytes));
}

// Of any classes: members with points of small order added.
void sums(const Bytes32& p, const Bytes32& q) {
    const Point a = *vartime::decode(p), b = *vartime::decode(q);
    ENSURE(vartime::encode(a + b) == oracle::add(p, q));
    ENSURE(vartime::encode(a - b) == oracle::subtract(p, q));
    ENSURE(vartime::encode(vartime::finish(vartime::twice(a))) == oracle::add(p, p));
    ENSURE(vartime::is_member(a) == oracle::is_member(p));
}

// Each alone, and all together.
void members(const std::vector<Bytes32>& encodings) {
    for (const auto use : {vartime::Use::fastest, vartime::Use::portable}) {
        const auto decoded = vartime::decode_members(encodings, use);
        for (std::size_t i = 0; i < encodings.size(); ++i) {
            ENSURE(decoded[i].has_value() == oracle::is_member(encodings[i]));
            if (decoded[i]) ENSURE(vartime::encode(*decoded[i]) == encodings[i]);
        }
    }
}

// All points are powers of g that we know, so libsodium needs one product of g for each. Some products have
// the point of the one before.
void products(Input& in) {
    static const Scalar x = Scalar::reduce(as_bytes("the key of the differential test"));
    static const vartime::FixedTable key(*vartime::decode(oracle::base(x)));
    std::vector<Point> points;
    std::vector<vartime::Product> wanted;
    std::vector<Bytes32> expected;
    points.reserve(8);
    Scalar n;
    for (std::size_t i = 0; i < 8; ++i) {
        const std::uint8_t kind = in.byte();
        const Scalar a = in.scalar(), b = in.scalar();
        const std::uint64_t less = kind % 3;
        const bool of_key = (kind & 64) != 0, of_last_point = (kind & 32) != 0 && i != 0;
        if (!of_last_point) {
            n = in.scalar();
            points.push_back(*vartime::decode(oracle::base(n)));
        }
        wanted.push_back({of_key ? &key : &vartime::generator_table(), a, &points.back(), b, less});
        expected.push_back(oracle::base((of_key ? a * x : a) + (n - Scalar(less)) * b));
    }
    for (const auto use : {vartime::Use::fastest, vartime::Use::portable}) {
        const auto made = vartime::evaluate(wanted, use);
        for (std::size_t i = 0; i < made.size(); ++i) ENSURE(vartime::encode(made[i]) == expected[i]);
    }
}

}  // namespace

void same_as_libsodium(std::string_view bytes) {
    ENSURE(sodium_init() >= 0);
    static const auto small_order = small_order_points();
    Input in(bytes);
    const Bytes32 any = in.bytes32();
    encoding(any);
    const Scalar m = in.scalar();
    const Bytes32 p = oracle::base(m), torsion = small_order[any[0] % 7];
    sums(oracle::add(p, torsion), oracle::add(p, small_order[any[1] % 7]));
    sums(p, torsion);
    members({any, p, torsion, oracle::add(p, torsion), oracle::identity});
    products(in);
}

}  // namespace minhtin
