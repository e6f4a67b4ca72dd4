// What the parts of a check of a ballot cost, 10 persons x 3 levels. Times are printed, never asserted.
#include <benchmark/benchmark.h>

#include "ballot/ballot_json.h"
#include "ballot/ballot_text.h"
#include "ballot/field.h"
#include "crypto/hash.h"
#include "tests/bench/bench_election.h"
#include "tests/bench/quick_ballot.h"
#include "tests/support/seeded_random.h"

namespace minhtin {
namespace {

struct Inputs {
    BenchElection made{{1, 10, 3}};
    std::string ballot;
    std::vector<std::string> elements, scalars;

    Inputs() {
        SeededRandom random("ballot bench");
        ballot = quick_ballot(made.election(), made.voters()[0], any_vote(made.plan(), random), random).bytes;
        const Json json = *parse_json(ballot);
        collect(json);
    }
    void collect(const Json& at) {
        if (const auto* text = at.as<std::string>()) {
            if (text->size() == 64) elements.push_back(*text);
            if (text->size() > 64) scalars.push_back(*text);
        } else if (const auto* items = at.as<Json::Array>()) {
            for (const Json& item : *items) collect(item);
        } else if (const auto* members = at.as<Json::Object>()) {
            for (const Json::Member& m : *members) collect(m.value);
        }
    }
};

void add(const char* name, auto operation) {
    benchmark::RegisterBenchmark(name, [operation](benchmark::State& state) {
        static const Inputs in;
        for (auto _ : state) {
            auto result = operation(in);
            benchmark::DoNotOptimize(result);
        }
    })->Unit(benchmark::kMicrosecond);
}

void register_all() {
    add("check of a ballot", [](const Inputs& in) { return check_ballot(in.made.election(), in.ballot); });
    add("recall of a ballot", [](const Inputs& in) { return recall_ballot(in.made.election(), in.ballot); });
    add("reading, the short way", [](const Inputs& in) { return read_spelled_ballot(in.ballot); });
    add("hash of what is signed", [](const Inputs& in) { return unsigned_hash(in.ballot); });
    add("SHA-256 of the bytes", [](const Inputs& in) { return sha256(in.ballot); });
    add("all elements: decoding", [](const Inputs& in) {
        const std::vector<std::string_view> views(in.elements.begin(), in.elements.end());
        return decode_all(views);
    });
    add("all scalars: decoding", [](const Inputs& in) {
        Scalar sum;
        for (const std::string& s : in.scalars) sum = *Scalar::decode(s);
        return sum;
    });
    add("all scalars: encoding", [](const Inputs& in) {
        static const Scalar scalar = *Scalar::decode(in.scalars.front());
        std::size_t size = 0;
        for (std::size_t i = 0; i < in.scalars.size(); ++i) size += scalar.encode().size();
        return size;
    });
    add("the long way: reading JSON", [](const Inputs& in) { return parse_json(in.ballot); });
    add("the long way: reading JSON and writing it",
        [](const Inputs& in) { return write_json(*parse_json(in.ballot)); });
    add("the long way: all of it",
        [](const Inputs& in) { return read_canonical(in.ballot, read_ballot, ballot_json); });
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
