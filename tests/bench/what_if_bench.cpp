// How long the rules take on a whole province: 500 units, 30,000 people. The aim of issue 3: one change
// answered in under 5 ms on a season that is ready. Times are printed, never asserted: machines differ.
#include <benchmark/benchmark.h>

#include "server/domain/profiles.h"
#include "server/domain/rules/what_if.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {
namespace {

// A grassroots body above each twenty cells, a province above these; a tenth of the people excellent.
RatedUnits province(std::int64_t unit_count, std::int64_t people) {
    RatedUnits units;
    units.year = 2026;
    for (std::int64_t i = 0; i < unit_count; ++i) {
        const bool top = i == 0, middle = !top && i % 20 == 1;
        RatedUnit unit;
        unit.id = "unit-" + std::to_string(i);
        if (!top) unit.parent = middle ? "unit-0" : "unit-" + std::to_string((i - 2) / 20 * 20 + 1);
        unit.tier = top      ? RatedUnit::Tier::province
                    : middle ? RatedUnit::Tier::grassroots
                             : RatedUnit::Tier::cell;
        units.files.push_back(decided(good_collective("collective-" + std::to_string(i), unit.id),
                                      i % 7 == 0 ? "excellent" : "good"));
        units.units.push_back(std::move(unit));
    }
    for (std::int64_t i = 0; i < people; ++i) {
        const std::string unit = "unit-" + std::to_string(i % unit_count), id = "person-" + std::to_string(i);
        const bool head = i < unit_count;
        RatedFile file = decided(head ? head_of(id, unit) : good_person(id, unit),
                                 (i / unit_count) % 10 == 1 ? "excellent" : "good");
        file.group = head ? "heads" : (i / unit_count) % 5 == 0 ? "deputies" : "";
        units.files.push_back(std::move(file));
    }
    return units;
}

const RatedUnits& units_of(const benchmark::State& state) {
    static std::map<std::int64_t, RatedUnits> made;
    auto& units = made[state.range(0)];
    if (units.units.empty()) units = province(state.range(0), state.range(0) * 60);
    return units;
}

const RegulationProfile& in_force() {
    return *profile("366-qd-tw");
}

void change(benchmark::State& state, const std::string& id, const char* regulation = "366-qd-tw") {
    const Season season(*profile(regulation), units_of(state), today);
    RatedFile file;
    for (const RatedFile& f : units_of(state).files) {
        if (f.id == id) file = decided(f, "completed");
    }
    const std::vector<Change> changes{{file, false}};
    for (auto _ : state) benchmark::DoNotOptimize(what_if(season, changes));
}

void what_if_of_a_person(benchmark::State& state) {
    change(state, "person-3");
}
// Counted over twenty cells and 1,200 people.
void what_if_of_a_person_132(benchmark::State& state) {
    change(state, "person-3", "132-qd-tw");
}
void what_if_of_a_cell_132(benchmark::State& state) {
    change(state, "collective-3", "132-qd-tw");
}
void what_if_of_a_cell(benchmark::State& state) {
    change(state, "collective-3");
}
void what_if_of_a_grassroots_body(benchmark::State& state) {
    change(state, "collective-1");
}
void what_if_of_the_top(benchmark::State& state) {
    change(state, "collective-0");
}
void season(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Season(in_force(), units_of(state), today));
}
void whole_check(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(check_unit(in_force(), units_of(state), today));
}

BENCHMARK(what_if_of_a_person)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_a_person_132)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_a_cell_132)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_a_cell)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_a_grassroots_body)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_the_top)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(season)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_check)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace minhtin

BENCHMARK_MAIN();
