// How long the rules take on a whole province: 500 units, 30,000 people. The aim of issue 3: one change
// answered in under 5 ms on a season that is ready. Times are printed, never asserted: machines differ.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "server/domain/profiles.h"
#include "server/domain/rules/what_if.h"
#include "tests/server/rules/season_cases.h"

namespace minhtin {
namespace {

// A grassroots body above each twenty cells, a province above these; so many of each unit's sixty people
// excellent.
RatedUnits province(std::int64_t unit_count, std::int64_t people, std::int64_t excellent) {
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
                                 !head && i / unit_count <= excellent ? "excellent" : "good");
        file.group = head ? "heads" : (i / unit_count) % 5 == 0 ? "deputies" : "";
        units.files.push_back(std::move(file));
    }
    return units;
}

constexpr std::int64_t usual = 6, at_the_limit = 10;  // 10 of 60 is a fifth of the other 50

const RatedUnits& units_of(const benchmark::State& state, std::int64_t excellent = usual) {
    static std::map<std::pair<std::int64_t, std::int64_t>, RatedUnits> made;
    auto& units = made[{state.range(0), excellent}];
    if (units.units.empty()) units = province(state.range(0), state.range(0) * 60, excellent);
    return units;
}

const RegulationProfile& in_force() {
    return *profile("366-qd-tw");
}

// was, if given: the level of the file before.
void change(benchmark::State& state, const std::string& id, const char* regulation = "366-qd-tw",
            const char* level = "completed", std::int64_t excellent = usual, const char* was = nullptr) {
    const RatedUnits& units = units_of(state, excellent);
    Season season(*profile(regulation), units, today);
    const auto at = [&](const char* decision) {
        const auto file = std::ranges::find(units.files, id, &RatedFile::id);
        return std::vector<Change>{{decided(*file, decision), false}};
    };
    if (was != nullptr) season = season.changed(at(was));
    const WhatIf what_if(season);
    const std::vector<Change> changes = at(level);
    for (auto _ : state) benchmark::DoNotOptimize(what_if.of(changes));
}

void what_if_of_a_person(benchmark::State& state) {
    change(state, "person-3");
}
// Counted over twenty cells and 1,200 people.
void what_if_of_a_person_132(benchmark::State& state) {
    change(state, "person-3", "132-qd-tw");
}
// The last place, and one more than the cap allows: every one of the 1,200 hears of it.
void what_if_of_the_last_place_132(benchmark::State& state) {
    change(state, "person-" + std::to_string(state.range(0) * 10 + 3), "132-qd-tw", "excellent", at_the_limit,
           "good");
}
void what_if_over_the_cap_132(benchmark::State& state) {
    change(state, "person-" + std::to_string(state.range(0) * 20 + 3), "132-qd-tw", "excellent",
           at_the_limit);
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
// What a season is made ready with before the first question.
void ready_for_what_if(benchmark::State& state) {
    const Season season(in_force(), units_of(state), today);
    for (auto _ : state) benchmark::DoNotOptimize(WhatIf(season));
}
void season(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Season(in_force(), units_of(state), today));
}
void whole_check(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(check_unit(in_force(), units_of(state), today));
}

BENCHMARK(what_if_of_a_person)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_a_person_132)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_the_last_place_132)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_over_the_cap_132)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_a_cell_132)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_a_cell)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_a_grassroots_body)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(what_if_of_the_top)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(ready_for_what_if)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(season)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_check)->Arg(20)->Arg(500)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace minhtin

BENCHMARK_MAIN();
