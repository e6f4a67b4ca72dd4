// What one operation on the group costs: libsodium's, ours in portable code, ours in lanes of AVX-512. Times
// are printed, never asserted.
#include <benchmark/benchmark.h>

#include "crypto/vartime/eight_lanes.h"
#include "crypto/vartime/encoding.h"
#include "crypto/vartime/members.h"
#include "crypto/vartime/membership.h"
#include "crypto/vartime/multiply.h"
#include "crypto/vartime/products.h"
#include "tests/support/seeded_random.h"
#include "tests/support/sodium_points.h"

namespace minhtin {
namespace {

using oracle::Bytes32;

// Inputs that change from one round to the next.
struct Inputs {
    static constexpr std::size_t count = 64;
    std::vector<Scalar> numbers;
    std::vector<Bytes32> encodings;
    std::vector<vartime::Point> points;
    std::size_t at = 0;

    Inputs() {
        SeededRandom random("bench");
        for (std::size_t i = 0; i < count; ++i) {
            numbers.push_back(SecretScalar::random(random).expose());
            encodings.push_back(oracle::base(SecretScalar::random(random).expose()));
            points.push_back(*vartime::decode(encodings.back()));
        }
    }
    void next() { at = (at + 1) % (count - 1); }
    const Scalar& number(std::size_t i = 0) const { return numbers[at + i]; }
    const Bytes32& encoding(std::size_t i = 0) const { return encodings[at + i]; }
    const vartime::Point& point(std::size_t i = 0) const { return points[at + i]; }
};

// `name` is "operation/whose"; an operation of several at once says how many, and its time is divided.
void add(const char* name, auto operation, std::int64_t at_once = 1) {
    benchmark::RegisterBenchmark(name, [operation, at_once](benchmark::State& state) {
        static Inputs in;
        for (auto _ : state) {
            in.next();
            auto result = operation(in);
            benchmark::DoNotOptimize(result);
        }
        state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * at_once);
    })->Unit(benchmark::kMicrosecond);
}

// 16 products as four 0/1 proofs have them.
auto of_proofs(vartime::Use use) {
    return [use](const Inputs& in) {
        static const vartime::FixedTable key(in.point());
        std::vector<vartime::Product> products;
        for (std::size_t i = 0; i < 16; ++i) {
            const std::size_t j = (in.at + i) % Inputs::count;
            products.push_back({i % 2 == 0 ? &vartime::generator_table() : &key, in.numbers[j],
                                &in.points[i / 4 * 2 + i % 2], in.numbers[Inputs::count - 1 - j], i % 4 / 3});
        }
        return vartime::evaluate(products, use);
    };
}

auto of_encodings(vartime::Use use) {
    return
        [use](const Inputs& in) { return vartime::decode_members(std::span(in.encodings).first(16), use); };
}

void register_field() {
    add("field: multiplication/portable", [](const Inputs& in) { return in.point().x * in.point(1).y; });
    add("field: square/portable", [](const Inputs& in) { return vartime::square(in.point().x); });
    add("field: inversion/portable", [](const Inputs& in) { return vartime::invert(in.point().x); });
}

void register_points() {
    add("doubling/portable", [](const Inputs& in) { return vartime::finish(vartime::twice(in.point())); });
    add("addition/libsodium", [](const Inputs& in) { return oracle::add(in.encoding(), in.encoding(1)); });
    add("addition/portable", [](const Inputs& in) { return in.point() + in.point(1); });
    add("decoding/portable", [](const Inputs& in) { return vartime::decode(in.encoding()); });
    add("encoding/portable", [](const Inputs& in) { return vartime::encode(in.point() + in.point(1)); });
    add("decoding and membership/libsodium",
        [](const Inputs& in) { return oracle::is_member(in.encoding()); });
    add("decoding and membership/portable",
        [](const Inputs& in) { return vartime::is_member(*vartime::decode(in.encoding())); });
}

void register_products() {
    add("g^a/libsodium", [](const Inputs& in) { return oracle::base(in.number()); });
    add("g^a/portable", [](const Inputs& in) {
        return vartime::generator_table().add_multiple(vartime::identity, in.number());
    });
    add("P^b/libsodium", [](const Inputs& in) { return oracle::multiply(in.number(), in.encoding()); });
    add("P^b/portable", [](const Inputs& in) { return vartime::multiply(in.number(), in.point()); });
    add(
        "P^b, two b for one P/portable",
        [](const Inputs& in) {
            return vartime::multiply_each(std::array{in.number(), in.number(1)}, in.point());
        },
        2);
    add("g^a P^b/libsodium", [](const Inputs& in) {
        return oracle::add(oracle::base(in.number()), oracle::multiply(in.number(1), in.encoding()));
    });
    add("g^a P^b/portable", [](const Inputs& in) {
        return vartime::generator_table().add_multiple(vartime::multiply(in.number(1), in.point()),
                                                       in.number());
    });
    add("g^a P^b of proofs, 16 at once/portable", of_proofs(vartime::Use::portable), 16);
    add("P^a Q^b/libsodium", [](const Inputs& in) {
        return oracle::add(oracle::multiply(in.number(), in.encoding(1)),
                           oracle::multiply(in.number(1), in.encoding()));
    });
    add("P^a Q^b/portable", [](const Inputs& in) {
        return vartime::multiply(in.number(), in.point(1), in.number(1), in.point());
    });
    add("table of an election key/portable",
        [](const Inputs& in) { return vartime::FixedTable(in.point()); });
}

void register_lanes() {
    if (!vartime::has_eight_lanes()) return;
    add("decoding and membership/lanes", of_encodings(vartime::Use::fastest), 16);
    add("g^a P^b of proofs, 16 at once/lanes", of_proofs(vartime::Use::fastest), 16);
}

}  // namespace
}  // namespace minhtin

int main(int argc, char** argv) {
    minhtin::register_field();
    minhtin::register_points();
    minhtin::register_products();
    minhtin::register_lanes();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
