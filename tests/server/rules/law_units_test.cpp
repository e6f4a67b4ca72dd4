// Laws of rate() and check_unit() about what concerns many: over random seasons, under every profile.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "server/domain/rules/report_json.h"
#include "tests/server/rules/law_seasons.h"

namespace minhtin {
namespace {

using State = LevelVerdict::State;

// Runs a law on so many random seasons, under each profile in turn; says which seed broke it.
void each_season(std::uint64_t count,
                 const std::function<void(Dice&, const RatedUnits&, const RegulationProfile&)>& law) {
    const auto all = law_profiles();
    for (std::uint64_t seed = 1; seed <= count && !testing::Test::HasFailure(); ++seed) {
        Dice dice(seed);
        const RatedUnits units = random_season(dice);
        const RegulationProfile& p = all[seed % all.size()];
        SCOPED_TRACE("seed " + std::to_string(seed) + ", profile " + p.id);
        law(dice, units, p);
    }
}

template <class T>
void shuffle(Dice& dice, std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[dice.below(i)]);
}

TEST(Laws, order_and_duplicates_do_not_matter) {
    each_season(600, [](Dice& dice, const RatedUnits& units, const RegulationProfile& p) {
        RatedUnits other = units;
        for (RatedFile& f : other.files) {
            if (!f.facts.empty() && dice.percent(70)) f.facts.push_back(dice.one_of(f.facts));
            shuffle(dice, f.facts);
            for (Fact& fact : f.facts) {
                for (auto& [name, value] : fact.says) {
                    auto* items = std::get_if<std::vector<Item>>(&value);
                    if (items == nullptr || items->empty()) continue;
                    items->push_back(items->front());
                    shuffle(dice, *items);
                }
            }
        }
        EXPECT_EQ(json_of(check_unit(p, other, law_day), p), json_of(check_unit(p, units, law_day), p));
    });
}

TEST(Laws, unit_order_does_not_matter) {
    each_season(600, [](Dice& dice, const RatedUnits& units, const RegulationProfile& p) {
        RatedUnits other = units;
        shuffle(dice, other.units);
        shuffle(dice, other.files);
        shuffle(dice, other.votes);
        for (RatedUnit& u : other.units) shuffle(dice, u.beside);
        const UnitVerdict a = check_unit(p, other, law_day), b = check_unit(p, units, law_day);
        EXPECT_EQ(json_of(a, p), json_of(b, p));
        EXPECT_TRUE(a == b);
    });
}

TEST(Laws, no_rule_no_effect) {
    each_season(200, [](Dice& dice, const RatedUnits& units, const RegulationProfile& p) {
        RegulationProfile bare = p;
        bare.rules.clear();
        const UnitVerdict v = check_unit(bare, units, law_day);
        EXPECT_TRUE(v.findings.empty() && v.not_applied.empty() && v.caps.empty());
        for (const FileVerdict& f : v.files) {
            EXPECT_TRUE(f.rated && f.findings.empty() && f.not_applied.empty());
            for (const LevelVerdict& l : f.levels) EXPECT_EQ(l.state, State::possible);
        }
        for (const VoteVerdict& vote : v.votes)
            EXPECT_TRUE(vote.findings.empty() && vote.not_applied.empty());
        const Difference d = what_if(bare, units, random_changes(dice, units), law_day);
        EXPECT_TRUE(d.come.empty() && d.gone.empty() && d.come_not_applied.empty() && d.levels.empty());
    });
}

// What is said by one rule does not hang on another, but for who is rated at all and which bands there are.
TEST(Laws, without_a_rule_only_its_own_findings_go) {
    each_season(600, [](Dice& dice, const RatedUnits& units, const RegulationProfile& p) {
        const Rule gone = dice.one_of(p.rules);
        if (std::holds_alternative<rules::NotRated>(gone.body) ||
            std::holds_alternative<rules::BandRule>(gone.body))
            return;
        if (kind_of(gone.body) == "valid-ballot" || kind_of(gone.body) == "valid-line" ||
            kind_of(gone.body) == "percentage")
            return;
        RegulationProfile less = p;
        std::erase_if(less.rules, [&](const Rule& r) { return r.id == gone.id; });
        const Difference d = difference(check_unit(p, units, law_day), check_unit(less, units, law_day));
        EXPECT_TRUE(d.come.empty() && d.come_not_applied.empty()) << gone.id << json_of(d);
        for (const Finding& f : d.gone) EXPECT_EQ(f.rule, gone.id);
        for (const NotApplied& n : d.gone_not_applied) EXPECT_EQ(n.rule, gone.id);
    });
}

std::int64_t least_free(const UnitVerdict& v) {
    std::int64_t least = 0;
    for (const CapStanding& c : v.caps) least = std::min(least, c.free);
    return least;
}

// Whoever decides one file after another, and only what is possible at that moment, never breaks a cap.
TEST(Laws, cap_never_exceeded) {
    each_season(250, [](Dice& dice, const RatedUnits& drawn, const RegulationProfile& p) {
        RatedUnits units = drawn;
        for (RatedFile& f : units.files) {
            without(f, "level:decision");
            without(f, "level:proposal");
            if (dice.percent(60)) state(f, "level:proposal", {{"level", "good"}, {"on", day("2026-12-05")}});
        }
        int given = 0;
        for (RatedFile& f : units.files) {
            const bool had = std::any_of(f.facts.begin(), f.facts.end(),
                                         [](const Fact& x) { return x.topic == "level:proposal"; });
            if (had) continue;  // those who go from good to excellent would take from the base of others
            const FileVerdict v = rate(p, f, units, law_day);
            if (level_state(v, "excellent") != State::possible) continue;
            state(f, "level:proposal", {{"level", "excellent"}, {"on", day("2026-12-05")}});
            ++given;
            EXPECT_GE(least_free(check_unit(p, units, law_day)), 0) << f.id << " " << given;
        }
    });
}

// A cap that is exceeded is always said, and leaves nobody there an excellent that is possible.
TEST(Laws, a_cap_exceeded_is_always_said) {
    int seen = 0;
    each_season(800, [&](Dice&, const RatedUnits& units, const RegulationProfile& p) {
        const UnitVerdict v = check_unit(p, units, law_day);
        for (const CapStanding& c : v.caps) {
            if (c.free >= 0) continue;
            ++seen;
            const bool said = has(v.not_applied, c.rule) || has(v.findings, Finding::Kind::forbids, c.rule);
            EXPECT_TRUE(said) << c.unit;
            for (const std::string& id : c.have) EXPECT_FALSE(possible(v, id, c.level)) << id;
        }
    });
    EXPECT_GT(seen, 100);
}

const Fact* stated(const RatedFile& f, const std::string& topic) {
    const Fact* found = nullptr;
    for (const Fact& x : f.facts) {
        const bool replaced =
            std::any_of(f.facts.begin(), f.facts.end(), [&](const Fact& y) { return y.supersedes == x.id; });
        if (x.topic != topic || replaced) continue;
        if (found != nullptr && found->says != x.says)
            return nullptr;  // only where it is plain what is stated
        found = &x;
    }
    return found;
}

// The place of the level that the collective of a unit has, from what is plainly stated.
std::optional<std::size_t> level_of(const RatedUnits& units, const std::string& unit,
                                    const RegulationProfile& p) {
    for (const RatedFile& f : units.files) {
        if (f.unit != unit || f.subject != RatedFile::Subject::collective) continue;
        const bool decided = std::any_of(f.facts.begin(), f.facts.end(),
                                         [](const Fact& x) { return x.topic == "level:decision"; });
        const Fact* says = stated(f, "level:decision");
        if (says == nullptr && !decided) says = stated(f, "level:proposal");
        if (says == nullptr) return {};
        for (std::size_t i = 0; i < p.rating_levels.size(); ++i) {
            if (FactValue(p.rating_levels[i].id) == says->says.at("level")) return i;
        }
    }
    return {};
}

TEST(Laws, head_not_above_collective) {
    int seen = 0;
    each_season(800, [&](Dice&, const RatedUnits& units, const RegulationProfile& p) {
        const UnitVerdict v = check_unit(p, units, law_day);
        for (const RatedFile& f : units.files) {
            const Fact* posts = stated(f, "posts");
            if (f.subject != RatedFile::Subject::person || posts == nullptr) continue;
            for (const Item& post : std::get<std::vector<Item>>(posts->says.at("items"))) {
                const auto most = level_of(units, post.words.at("unit"), p);
                if (post.words.at("role") != "head") continue;
                for (std::size_t i = 0; i < most.value_or(p.rating_levels.size() - 1); ++i) {
                    ++seen;
                    EXPECT_FALSE(possible(v, f.id, p.rating_levels[i].id))
                        << f.id << " " << p.rating_levels[i].id;
                }
            }
        }
    });
    EXPECT_GT(seen, 300);
}

// Each entry that a finding names is there: in the file that it is about, in a collective's, among the
// votes'.
TEST(Laws, figures_lead_to_entries) {
    std::size_t seen = 0;
    each_season(600, [&](Dice&, const RatedUnits& units, const RegulationProfile& p) {
        const UnitVerdict v = check_unit(p, units, law_day);
        std::map<std::string, const RatedFile*> files;
        for (const RatedFile& f : units.files) files[f.id] = &f;
        const auto check = [&](const std::string& about, const std::vector<UsedFigure>& figures) {
            for (const UsedFigure& figure : figures) {
                for (const std::string& entry : figure.entries) {
                    ++seen;
                    const bool found =
                        std::any_of(units.files.begin(), units.files.end(), [&](const RatedFile& f) {
                            const bool may = f.id == about || f.subject == RatedFile::Subject::collective;
                            return may && std::any_of(f.facts.begin(), f.facts.end(),
                                                      [&](const Fact& x) { return x.id == entry; });
                        });
                    EXPECT_TRUE(found) << figure.name << " " << entry << " about " << about;
                }
            }
        };
        for (const Finding& f : v.findings) check(f.about, f.figures);
        for (const NotApplied& n : v.not_applied) check(n.about, n.needs);
        for (const FileVerdict& file : v.files) {
            for (const Finding& f : file.findings) check(f.about, f.figures);
            for (const NotApplied& n : file.not_applied) check(n.about, n.needs);
            // What is known comes from somewhere.
            for (const Finding& f : file.findings) {
                if (f.kind != Finding::Kind::forbids || !f.rule.starts_with("score-")) continue;
                EXPECT_FALSE(f.figures.at(0).entries.empty()) << f.rule;
            }
        }
    });
    EXPECT_GT(seen, 5000u);
}

}  // namespace
}  // namespace minhtin
