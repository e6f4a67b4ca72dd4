#pragma once
// Regulation profiles: what a rule says, as dated data (server/domain/profiles/*.json). Where a text was not
// found the file says so in `source` and states our default; nothing of a regulation stands in code.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "crypto/result.h"
#include "server/domain/day.h"
#include "server/domain/rules/rule.h"
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

// What a regulation leaves open, what could not be read, or what a locality decides: a value with the reason
// why it is this one. A local profile changes settings and nothing else.
using SettingValue = std::variant<bool, std::int64_t, std::string, std::vector<std::string>>;
std::string text_of(const SettingValue& value);  // as a person reads it: "1/5", "a, b", "true"
struct Setting {
    std::string id, source;
    SettingValue value;
    Mark mark = Mark::design;
    Sentence says;
    std::string set_by;                  // id of the profile whose value it is
    std::optional<SettingValue> before;  // what the inherited profile said, if this one changed it
};

// What a regulation's file says before settings are filled in: JSON of its levels, ballots, documents and
// rules.
struct ProfileText {
    std::string profile, number, json;
};

// Named in full: ballot/profile.h has the other profile, what an archive must obey.
struct RegulationProfile {
    std::string id, number;
    Sentence title, body;
    // A day that was not read is absent; of issued and in_force_from one is known.
    std::optional<Day> issued, in_force_from, in_force_until;
    std::vector<std::string> replaces, inherits;  // ids
    std::vector<Level> rating_levels;             // best first; empty for a regulation about votes only
    std::vector<Level> levels;  // of the confidence ballot in use; empty for one about rating only
    Base base = Base::collected;
    std::string base_article, base_source;
    Quorum quorum;
    std::vector<Band> bands;       // strictest first
    std::vector<Level> documents;  // papers of a file that rules name: id and title
    std::vector<Setting> settings;
    std::vector<Rule> rules;         // the inherited ones too, with their settings filled in
    std::vector<Rule> off;           // written down, but a setting switches them off or picks another ballot
    std::vector<ProfileText> texts;  // its own or the inherited ones: what a local profile reads again
    bool about_votes() const { return !levels.empty(); }
    // The ballot that votes at this server are held with: high, trust, low.
    bool about_trust() const { return levels.size() == 3 && levels.front().id == "high"; }
    bool about_rating() const { return !rating_levels.empty(); }
};

// Something wrong in a profile: which file, where in it (JSON pointer), why.
struct ProfileProblem {
    std::string file, path, code;
    Sentence says;
};

// Reads and checks one profile; `known` are those it may inherit from. A profile that exists is valid: every
// figure, level, setting and place in a sentence it names exists, ids are unique, nothing unknown stands in
// it, a local one changes settings that are there. Any bytes; never throws for what stands in them.
Result<RegulationProfile, std::vector<ProfileProblem>> read_profile(std::string_view file,
                                                                    std::string_view json,
                                                                    std::span<const RegulationProfile> known);

// All profiles, in the order of their ids; live as long as the program. Those built in, and those that
// load_profiles added.
std::span<const RegulationProfile> profiles();
// Null when there is none of this id.
const RegulationProfile* profile(std::string_view id);
// A paper of the file as this regulation calls it; the id in both languages when it has no name for it.
Sentence document_title(const RegulationProfile& profile, std::string_view id);
// Adds an operator's profiles (name and JSON of each). Once, at the start of the program, before anything
// else looks; on any problem nothing is added. A profile that has the id of another is a problem.
Result<void, std::vector<ProfileProblem>> load_profiles(
    const std::vector<std::pair<std::string, std::string>>& files);
// Those about rating (or votes) in force on a day: a later one does not change the answer for an earlier day.
std::vector<const RegulationProfile*> in_force_on(Day day);

bool quorum_holds(const Quorum& quorum, std::int64_t present, std::int64_t summoned);

}  // namespace minhtin
