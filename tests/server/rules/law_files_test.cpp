// Laws about what entries state: what is missing, contradicted, replaced, made worse; and about years.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "server/domain/rules/report_json.h"
#include "tests/server/rules/law_seasons.h"

namespace minhtin {
namespace {

using State = LevelVerdict::State;

using Pairs = std::set<std::pair<std::string, std::string>>;

Pairs possible_levels(const UnitVerdict& v) {
    Pairs list;
    for (const FileVerdict& f : v.files) {
        for (const LevelVerdict& l : f.levels) {
            if (l.state == State::possible) list.emplace(f.file, l.level);
        }
    }
    return list;
}

// What is possible in `with` and was not in `without`.
std::string opened(const UnitVerdict& without, const UnitVerdict& with) {
    const Pairs before = possible_levels(without);
    std::string list;
    for (const auto& [file, level] : possible_levels(with)) {
        if (!before.contains({file, level})) list += file + " " + level + "; ";
    }
    return list;
}

// Whoever looks at a verdict sees that something is not known: rule and file of each gap.
std::multiset<std::pair<std::string, std::string>> gaps(const UnitVerdict& v) {
    std::multiset<std::pair<std::string, std::string>> list;
    const auto add = [&](const auto& findings, const auto& not_applied) {
        for (const Finding& f : findings) {
            if (f.kind == Finding::Kind::missing) list.emplace(f.about, f.rule);
        }
        for (const NotApplied& n : not_applied) list.emplace(n.about, n.rule);
    };
    add(v.findings, v.not_applied);
    for (const FileVerdict& f : v.files) add(f.findings, f.not_applied);
    for (const VoteVerdict& f : v.votes) add(f.findings, f.not_applied);
    return list;
}

// A random fact of the season and where it stands; nothing when the season has none that `fits`.
struct Spot {
    std::size_t file, fact;
};
template <class Fits>
std::optional<Spot> some_fact(Dice& dice, const RatedUnits& units, Fits fits) {
    std::vector<Spot> spots;
    for (std::size_t f = 0; f < units.files.size(); ++f) {
        for (std::size_t i = 0; i < units.files[f].facts.size(); ++i) {
            if (fits(units.files[f], units.files[f].facts[i])) spots.push_back({f, i});
        }
    }
    if (spots.empty()) return {};
    return dice.one_of(spots);
}

// Nothing else in the file says otherwise: another entry of its topic, or, of where somebody is rated, the
// posts.
bool stands_alone(const RatedFile& file, const Fact& fact) {
    const auto names_it = [&](const Item& post) { return FactValue(post.id) == fact.says.at("post"); };
    if (fact.topic == "rated-at") {
        for (const Fact& posts : file.facts) {
            const auto items = posts.says.find("items");
            if (posts.topic != "posts" || items == posts.says.end()) continue;
            const auto& held = std::get<std::vector<Item>>(items->second);
            if (std::none_of(held.begin(), held.end(), names_it)) return false;
        }
    }
    return std::none_of(file.facts.begin(), file.facts.end(), [&](const Fact& other) {
        return &other != &fact &&
               (other.topic == fact.topic || other.supersedes == fact.id || fact.supersedes == other.id);
    });
}

// Taking away what nobody else states makes nothing possible, and no finding goes without a gap in its place.
// Steps and levels apart: without them the thing is not done yet.
TEST(Laws, missing_data_is_never_a_pass) {
    const auto all = law_profiles();
    int lost = 0;
    for (std::uint64_t seed = 1; seed <= 3000 && !HasFailure(); ++seed) {
        Dice dice(seed);
        const RegulationProfile& p = all[seed % all.size()];
        const RatedUnits units = random_season(dice);
        const auto spot = some_fact(dice, units, [](const RatedFile& file, const Fact& fact) {
            return stands_alone(file, fact) && !is_progress(fact.topic);
        });
        if (!spot) continue;
        RatedUnits less = units;
        auto& facts = less.files[spot->file].facts;
        const std::string topic = facts[spot->fact].topic;
        SCOPED_TRACE("seed " + std::to_string(seed) + ", profile " + p.id + ", without " + topic + " of " +
                     less.files[spot->file].id);
        facts.erase(facts.begin() + std::ptrdiff_t(spot->fact));
        const UnitVerdict before = check_unit(p, units, law_day), after = check_unit(p, less, law_day);
        EXPECT_EQ(opened(before, after), "");
        const Difference d = difference(before, after);
        lost += !d.gone.empty();
        const auto was = gaps(before), is = gaps(after);
        for (const Finding& gone : d.gone) {
            if (gone.kind != Finding::Kind::forbids) continue;
            const bool said = std::any_of(d.come.begin(), d.come.end(), [&](const Finding& f) {
                return f.rule == gone.rule && f.about == gone.about;  // with other figures
            });
            EXPECT_TRUE(said || is.count({gone.about, gone.rule}) > 0)
                << gone.rule << " about " << gone.about;
        }
        const bool gap_came =
            is != was || !d.come_not_applied.empty();  // also in place of one that was there
        EXPECT_TRUE(d.gone.empty() || gap_came || !d.come.empty()) << json_of(d);
    }
    EXPECT_GT(lost, 20);
}

// The same for steps and levels under the rules that are not about order, levels of others, caps or months,
// which go on until the decision.
TEST(Laws, what_is_not_done_yet_opens_nothing_but_by_order_and_cap) {
    const auto all = law_profiles();
    for (std::uint64_t seed = 1; seed <= 1500 && !HasFailure(); ++seed) {
        Dice dice(seed);
        RegulationProfile p = all[seed % all.size()];
        std::erase_if(p.rules, [](const Rule& r) {
            return std::holds_alternative<rules::Precedes>(r.body) ||
                   std::holds_alternative<rules::Cap>(r.body) ||
                   std::holds_alternative<rules::HeadNotAbove>(r.body) || r.id == "new-member";
        });
        const RatedUnits units = random_season(dice);
        const auto spot = some_fact(dice, units, [](const RatedFile& file, const Fact& fact) {
            return stands_alone(file, fact) && is_progress(fact.topic);
        });
        if (!spot) continue;
        RatedUnits less = units;
        auto& facts = less.files[spot->file].facts;
        SCOPED_TRACE("seed " + std::to_string(seed) + ", profile " + p.id + ", without " +
                     facts[spot->fact].topic);
        facts.erase(facts.begin() + std::ptrdiff_t(spot->fact));
        EXPECT_EQ(opened(check_unit(p, units, law_day), check_unit(p, less, law_day)), "");
    }
}

// What is not stated counts as not known: no order of steps is broken by taking a step away. (Without the
// step of the rating the day of the decision stands for it.)
TEST(Laws, a_step_that_is_not_stated_breaks_no_order) {
    const auto all = law_profiles();
    int missed = 0;
    for (std::uint64_t seed = 1; seed <= 1500 && !HasFailure(); ++seed) {
        Dice dice(seed);
        const RegulationProfile& p = all[seed % all.size()];
        const RatedUnits units = random_season(dice);
        const auto spot = some_fact(dice, units, [](const RatedFile& file, const Fact& fact) {
            return stands_alone(file, fact) && is_progress(fact.topic) && fact.topic != "step:rating";
        });
        if (!spot) continue;
        RatedUnits less = units;
        auto& facts = less.files[spot->file].facts;
        SCOPED_TRACE("seed " + std::to_string(seed) + ", without " + facts[spot->fact].topic);
        facts.erase(facts.begin() + std::ptrdiff_t(spot->fact));
        const auto is_order = [&](const std::string& id) {
            return std::any_of(p.rules.begin(), p.rules.end(), [&](const Rule& r) {
                return r.id == id && std::holds_alternative<rules::Precedes>(r.body);
            });
        };
        const Difference d = difference(check_unit(p, units, law_day), check_unit(p, less, law_day));
        for (const Finding& f : d.come)
            EXPECT_FALSE(f.kind == Finding::Kind::forbids && is_order(f.rule))
                << f.rule << " about " << f.about;
        missed += std::any_of(d.come_not_applied.begin(), d.come_not_applied.end(),
                              [&](const NotApplied& n) { return is_order(n.rule); });
    }
    EXPECT_GT(missed, 20);
}

// Two entries that differ leave possible only what each of them would have left possible.
TEST(Laws, contradictions_are_never_a_pass) {
    const auto all = law_profiles();
    int closed = 0;
    for (std::uint64_t seed = 1; seed <= 3000 && !HasFailure(); ++seed) {
        Dice dice(seed);
        const RegulationProfile& p = all[seed % all.size()];
        const RatedUnits one = random_season(dice);
        const auto spot = some_fact(dice, one, stands_alone);
        if (!spot) continue;
        RatedUnits other = one, both = one;
        const Fact& first = one.files[spot->file].facts[spot->fact];
        Fact second = random_fact(dice, first.topic, one);
        second.id = first.id + "-other";
        other.files[spot->file].facts[spot->fact] = second;
        both.files[spot->file].facts.push_back(second);
        SCOPED_TRACE("seed " + std::to_string(seed) + ", profile " + p.id + ", " + first.topic + " of " +
                     one.files[spot->file].id);
        const UnitVerdict v = check_unit(p, both, law_day);
        EXPECT_EQ(opened(check_unit(p, one, law_day), v), "");
        EXPECT_EQ(opened(check_unit(p, other, law_day), v), "");
        closed += opened(v, check_unit(p, one, law_day)) != "";
    }
    EXPECT_GT(closed, 150);
}

// An entry that another replaces counts as if it had never been, whatever topic it stated.
TEST(Laws, superseded_entries_count_no_more) {
    const auto all = law_profiles();
    for (std::uint64_t seed = 1; seed <= 1500 && !HasFailure(); ++seed) {
        Dice dice(seed);
        const RegulationProfile& p = all[seed % all.size()];
        const RatedUnits units = random_season(dice);
        const auto spot =
            some_fact(dice, units, [](const RatedFile&, const Fact& f) { return f.supersedes.empty(); });
        if (!spot) continue;
        RatedUnits more = units;
        RatedFile& file = more.files[spot->file];
        const std::string topic = dice.percent(60) ? file.facts[spot->fact].topic : dice.one_of(law_topics());
        Fact old = random_fact(dice, topic, units), older = random_fact(dice, topic, units);
        old.id = "old", older.id = "older";
        old.supersedes = "older";
        SCOPED_TRACE("seed " + std::to_string(seed) + ", profile " + p.id + ", " + topic + " of " + file.id);
        file.facts[spot->fact].supersedes = "old";
        // Entries of one topic may replace that entry too: only one may stand for it then.
        file.facts.push_back(old);
        file.facts.push_back(older);
        EXPECT_EQ(json_of(check_unit(p, more, law_day), p), json_of(check_unit(p, units, law_day), p));
    }
}

// Each field from nothing to the most that it may be; of the parts the other one is full.
TEST(Laws, lowering_a_score_never_opens_a_better_level) {
    using List = std::vector<std::string>;
    const std::vector<std::pair<std::string, List>> fields{
        {"total", {"0", "49.999", "50", "69.999999", "70", "89.996", "90", "90.000001", "100"}},
        {"common", {"0", "19.996", "20", "20.000001", "30"}},
        {"results", {"0", "19.999", "20", "39.999999", "40", "59.996", "60", "60.000001", "70"}}};
    for (const RegulationProfile& p : law_profiles()) {
        for (const auto& [field, scores] : fields) {
            std::set<std::string> open;
            for (const std::string& score : scores) {
                RatedFile file = good_person("p");
                Says says{{field, number(score)}};
                if (field == "common") says.emplace("results", number("70"));
                if (field == "results") says.emplace("common", number("30"));
                state(file, "score", says);
                std::set<std::string> now;
                for (const LevelVerdict& l : rate(p, file, season_with({0, 10, 0, 0}), today).levels) {
                    if (l.state == State::possible) now.insert(l.level);
                }
                for (const std::string& level : open)
                    EXPECT_TRUE(now.contains(level)) << p.id << " " << field << " " << score;
                open = now;
            }
            if (p.id == "366-qd-tw") {
                EXPECT_EQ(open.size(), 4u) << field;
            }
        }
    }
}

std::string verdicts_in(int year) {
    const Day end = *Day::of(year, 12, 31);
    std::string all;
    for (const RegulationProfile* p : in_force_on(end)) {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            Dice dice(seed);
            RatedUnits units = random_season(dice);
            units.year = year;
            all += p->id + json_of(check_unit(*p, units, end), *p);
        }
    }
    return all;
}

// A regulation that comes later, and replaces all there are, leaves the verdicts of earlier years as they
// were.
TEST(Laws, a_later_profile_does_not_change_an_earlier_year) {
    std::vector<std::string> then;
    for (int year = 2018; year <= 2030; ++year) then.push_back(verdicts_in(year));
    const std::string text = R"({"format":"minhtin-profile-2","id":"law-later","number":"9-QĐ/XX",
        "title":{"vi":"Quy định sau","en":"A later one"},"body":{"vi":"Cơ quan thử","en":"A body"},"issued":"2030-06-01",
        "in_force_from":"2030-06-01","in_force_until":null,"replaces":["366-qd-tw","96-qd-tw","124-qd-tw"],"inherits":[],
        "levels":[{"id":"good","vi":"Tốt","en":"Good"}],"settings":[],"rules":[]})";
    ASSERT_TRUE(load_profiles({{"later.json", text}}));
    for (int year = 2018; year < 2030; ++year)
        EXPECT_TRUE(verdicts_in(year) == then[std::size_t(year - 2018)]) << year;
    EXPECT_TRUE(verdicts_in(2030) != then.back());
}

}  // namespace
}  // namespace minhtin
