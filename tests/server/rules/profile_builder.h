#pragma once
// Profiles of a few rules, made by hand: what a rule does is tested apart from the files that name it.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/domain/profiles.h"

namespace minhtin {

inline Day day(const char* iso) {
    return Day::from_iso(iso).value();
}

inline Rule rule(std::string id, rules::Body body,
                 Sentence says = {"Câu của quy định.", "The rule's sentence."}) {
    Rule made{id, "Điều 1", "test", Mark::design, "1-QĐ/XX", {}, std::move(says), std::move(body)};
    return made;
}

inline std::vector<Level> three_levels() {
    return {{"high", {"Tín nhiệm cao", "High trust"}},
            {"trust", {"Tín nhiệm", "Trust"}},
            {"low", {"Tín nhiệm thấp", "Low trust"}}};
}

inline std::vector<Level> four_levels() {
    return {{"excellent", {"Hoàn thành xuất sắc", "Excellent"}},
            {"good", {"Hoàn thành tốt", "Good"}},
            {"completed", {"Hoàn thành", "Completed"}},
            {"failed", {"Không hoàn thành", "Not completed"}}};
}

inline RegulationProfile profile_of(std::vector<Rule> rules, std::vector<Level> levels = three_levels()) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"  // a day has no default, the rest has
    RegulationProfile profile{.id = "test", .issued = day("2023-02-02")};
#pragma GCC diagnostic pop
    profile.levels = std::move(levels);
    profile.rules = std::move(rules);
    return profile;
}

}  // namespace minhtin
