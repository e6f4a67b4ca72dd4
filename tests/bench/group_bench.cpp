// What one operation on the group costs, libsodium's beside ours. Times are printed, never asserted.
#include <benchmark/benchmark.h>

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

template <class Operation>
void run(benchmark::State& state, Operation operation) {
    static Inputs in;
    for (auto _ : state) {
        in.next();
        auto result = operation(in);
        benchmark::DoNotOptimize(result);
    }
}

void add(const char* name, auto operation) {
    benchmark::RegisterBenchmark(name, [operation](benchmark::State& state) {
        run(state, operation);
    })->Unit(benchmark::kMicrosecond);
}

// 16 products as four 0/1 proofs have them; the time is that of all 16.
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

void register_all() {
    add("multiply/field", [](const Inputs& in) { return in.point().x * in.point(1).y; });
    add("square/field", [](const Inputs& in) { return vartime::square(in.point().x); });
    add("invert/field", [](const Inputs& in) { return vartime::invert(in.point().x); });
    add("double/own", [](const Inputs& in) { return vartime::finish(vartime::twice(in.point())); });

    add("add/libsodium", [](const Inputs& in) { return oracle::add(in.encoding(), in.encoding(1)); });
    add("add/own", [](const Inputs& in) { return in.point() + in.point(1); });

    add("decode and membership/libsodium", [](const Inputs& in) { return oracle::is_member(in.encoding()); });
    add("decode and membership/own",
        [](const Inputs& in) { return vartime::is_member(*vartime::decode(in.encoding())); });
    add("16 decodings and memberships/own, portable", of_encodings(vartime::Use::portable));
    add("16 decodings and memberships/own, fastest", of_encodings(vartime::Use::fastest));
    add("decode/own", [](const Inputs& in) { return vartime::decode(in.encoding()); });
    add("encode/own", [](const Inputs& in) { return vartime::encode(in.point() + in.point(1)); });

    add("g^a/libsodium", [](const Inputs& in) { return oracle::base(in.number()); });
    add("g^a/own", [](const Inputs& in) {
        return vartime::generator_table().add_multiple(vartime::identity, in.number());
    });
    add("P^b/libsodium", [](const Inputs& in) { return oracle::multiply(in.number(), in.encoding()); });
    add("P^b/own", [](const Inputs& in) { return vartime::multiply(in.number(), in.point()); });
    add("P^a P^b/own, shared doublings", [](const Inputs& in) {
        return vartime::multiply_each(std::array{in.number(), in.number(1)}, in.point());
    });
    add("g^a P^b/libsodium", [](const Inputs& in) {
        return oracle::add(oracle::base(in.number()), oracle::multiply(in.number(1), in.encoding()));
    });
    add("g^a P^b/own", [](const Inputs& in) {
        return vartime::generator_table().add_multiple(vartime::multiply(in.number(1), in.point()),
                                                       in.number());
    });
    add("P^a Q^b/libsodium", [](const Inputs& in) {
        return oracle::add(oracle::multiply(in.number(), in.encoding(1)),
                           oracle::multiply(in.number(1), in.encoding()));
    });
    add("P^a Q^b/own", [](const Inputs& in) {
        return vartime::multiply(in.number(), in.point(1), in.number(1), in.point());
    });
    add("16 products of proofs/own, portable", of_proofs(vartime::Use::portable));
    add("16 products of proofs/own, fastest", of_proofs(vartime::Use::fastest));
    add("table of an election key/own", [](const Inputs& in) { return vartime::FixedTable(in.point()); });
}

}  // namespace
}  // namespace minhtin

int main(int argc, char** argv) {
    minhtin::register_all();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
