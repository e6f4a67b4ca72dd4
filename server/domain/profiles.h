#pragma once
// Regulation profiles: what a rule says, as dated data (server/domain/profiles/*.json). Where a text was not
// found the file says so in `source` and states our default; nothing of a regulation stands in code.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/day.h"
#include "server/domain/sentence.h"

namespace minhtin {

// Of which number percentages are taken: members of the body, ballots handed out, ballots returned.
enum class Base { eligible, issued, collected };
std::string_view name(Base base);
std::optional<Base> base_named(std::string_view name);

struct Level {
    std::string id;
    Sentence title;
};

// A consequence of too many marks at one level. Holds when den·count > num·base, or when
// den·count >= num·base if the limit itself counts.
struct Band {
    enum class Limit { excluded, included };
    std::string code, level;
    std::int64_t num = 0, den = 1;
    Limit limit = Limit::excluded;
    std::string article, source;
    Sentence says;
};

// Voting may open when present_times·present >= summoned_times·summoned.
struct Quorum {
    std::int64_t present_times = 0, summoned_times = 0;
    std::string source;
};

// What a rule leaves open or we could not read: a value with the reason why it is this one.
struct Setting {
    std::string id, value, source;
    Sentence says;
};

// Named in full: ballot/profile.h has the other profile, what an archive must obey.
struct RegulationProfile {
    std::string id, number;
    Sentence title, body;
    Day issued;
    std::optional<Day> in_force_from, in_force_until;
    std::vector<Level> levels;
    Base base = Base::collected;
    std::string base_article, base_source;
    Quorum quorum;
    std::vector<Band> bands;  // strictest first
    std::vector<Setting> settings;
};

// All profiles, in the order of their ids; live as long as the program.
std::span<const RegulationProfile> profiles();
// Null when there is none of this id.
const RegulationProfile* profile(std::string_view id);

bool quorum_holds(const Quorum& quorum, std::int64_t present, std::int64_t summoned);

}  // namespace minhtin
