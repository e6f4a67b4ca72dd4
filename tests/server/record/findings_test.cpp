// What the regulation says about people of the registry: who may ask, who may state facts, and that each
// figure leads to an entry that is there.
#include "server/app/read_findings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "server/app/rating_facts.h"
#include "server/app/state_fact.h"
#include "server/domain/rules/read_input.h"
#include "tests/server/record/world.h"

namespace minhtin::test {
namespace {

Statement stated(const std::string& topic, const std::string& says) {
    return *read_statement("test", "{\"topic\":\"" + topic + "\",\"says\":" + says + "}");
}

struct Findings : testing::Test {
    World world;

    EntryReceipt state(const char* code, const std::string& topic, const std::string& says) {
        return *state_fact(world.app, world.office, world.campaign, world.person(code), stated(topic, says),
                           world.today);
    }
    FileFindings of(const char* code) {
        return *read_findings(world.app, world.office, world.campaign, world.person(code), world.today);
    }
    std::string unit_of(const char* code) { return of(code).unit_id; }
    LevelVerdict level(const FileFindings& f, const std::string& id) {
        return *std::ranges::find(f.verdict.levels, id, &LevelVerdict::level);
    }
};

const Fact* fact(const std::vector<Fact>& facts, std::string_view topic) {
    const auto at = std::ranges::find(facts, topic, &Fact::topic);
    return at == facts.end() ? nullptr : &*at;
}

TEST_F(Findings, WhoMayReadThem) {
    const auto read = [&](const Actor& actor, const char* code) {
        return code_of(read_findings(world.app, actor, world.campaign, world.person(code), world.today));
    };
    for (const Actor* actor : {&world.office, &world.committee_member, &world.inspector})
        EXPECT_EQ(read(*actor, "T2"), "");
    EXPECT_EQ(read(world.member, "T1"), "");
    EXPECT_EQ(read(world.member, "T2"), "not-allowed");
    for (const Actor* actor : {&world.operator_, &world.first_ward, &world.second_ward})
        EXPECT_EQ(read(*actor, "T1"), "not-allowed");
    EXPECT_EQ(code_of(read_findings(world.app, world.office, "nowhere", world.person("T1"), world.today)),
              "campaign-unknown");
    EXPECT_EQ(code_of(read_findings(world.app, world.office, world.campaign, "nobody", world.today)),
              "record-unknown");
    const std::string unit = unit_of("T2");
    for (const Actor* actor : {&world.member, &world.operator_, &world.first_ward}) {
        EXPECT_EQ(code_of(read_unit_findings(world.app, *actor, world.campaign, unit, world.today)),
                  "not-allowed");
    }
    EXPECT_TRUE(read_unit_findings(world.app, world.inspector, world.campaign, unit, world.today));
    EXPECT_EQ(code_of(read_unit_findings(world.app, world.office, world.campaign, "nowhere", world.today)),
              "unit-unknown");
    EXPECT_EQ(code_of(read_unit_findings(world.app, world.office, "nowhere", unit, world.today)),
              "campaign-unknown");
}

TEST_F(Findings, AMemberLearnsNothingOfTheOthers) {
    const auto own = [&] {
        const auto f =
            read_findings(world.app, world.member, world.campaign, world.person("T1"), world.today);
        EXPECT_TRUE(f);
        EXPECT_FALSE(f->caps_shown);
        return f->verdict;
    };
    const FileVerdict before = own();
    EXPECT_TRUE(of("T1").caps_shown);
    const auto about_caps = [](const auto& x) { return x.rule == "cap-excellent"; };
    EXPECT_TRUE(std::ranges::any_of(of("T1").verdict.findings, about_caps));
    EXPECT_TRUE(std::ranges::none_of(before.findings, about_caps));
    EXPECT_TRUE(std::ranges::none_of(before.not_applied, about_caps));
    ASSERT_EQ(unit_of("T1"), unit_of("T2"));
    for (const char* level : {"excellent", "good"}) {
        state("T2", "level:proposal", std::string("{\"level\":\"") + level + "\"}");
        EXPECT_EQ(own(), before) << level;
    }
}

TEST_F(Findings, WhoMayStateFacts) {
    const Statement four_late = stated("tasks", R"({"assigned":"20","late":"4"})");
    const auto state = [&](const Actor& actor) {
        return code_of(
            state_fact(world.app, actor, world.campaign, world.person("T1"), four_late, world.today));
    };
    const auto ask = [&](const Actor& actor) {
        return code_of(
            what_if_stated(world.app, actor, world.campaign, world.person("T1"), four_late, world.today));
    };
    for (const Actor* actor : {&world.member, &world.inspector, &world.operator_, &world.first_ward}) {
        EXPECT_EQ(state(*actor), "not-allowed");
        EXPECT_EQ(ask(*actor), "not-allowed");
    }
    EXPECT_TRUE(world.rows("T1").empty());
    EXPECT_EQ(ask(world.committee_member), "");
    EXPECT_TRUE(world.rows("T1").empty());  // asking writes nothing
    EXPECT_EQ(state(world.committee_member), "");
    EXPECT_EQ(code_of(state_fact(world.app, world.office, world.campaign, "nobody", four_late, world.today)),
              "record-unknown");
    EXPECT_EQ(
        code_of(state_fact(world.app, world.office, "nowhere", world.person("T1"), four_late, world.today)),
        "campaign-unknown");
}

TEST_F(Findings, AStatementIsAnEntryOfTheChainAndALaterOneReplacesIt) {
    const EntryReceipt first = state("T1", "tasks", R"({"assigned":"20","late":"5"})");
    EXPECT_EQ(state("T1", "tasks", R"({"late":5,"assigned":"20"})").hash, first.hash);  // the same once
    const EntryReceipt other = state("T1", "score", R"({"total":"91"})");
    const EntryReceipt second = state("T1", "tasks", R"({"assigned":"20","late":"4"})");
    EXPECT_EQ(second.seq, 3);
    const auto view = read_record(world.app, world.member, world.campaign, world.person("T1"));
    ASSERT_TRUE(view);
    EXPECT_EQ(view->record.superseded[0], 3);
    EXPECT_FALSE(view->record.superseded[1]);
    EXPECT_EQ(view->hashes[1], other.hash);
    EXPECT_EQ(view->entries[2].previous, other.hash);
    EXPECT_EQ(view->file.head, second.hash);
    const std::vector<Fact> facts = facts_of(view->entries);
    ASSERT_EQ(facts.size(), 2u);
    EXPECT_EQ(fact(facts, "tasks")->id, "3");
    // What was said first comes back when it is said again.
    EXPECT_EQ(state("T1", "tasks", R"({"assigned":"20","late":"5"})").seq, 4);
}

TEST_F(Findings, EveryEntryIsTheFactThatItIsAndNoOther) {
    const RemarkRequest request = world.ask("T1");
    ASSERT_TRUE(submit_remark(world.app, world.first_ward, request.id, a_remark(), signature, world.today));
    ASSERT_TRUE(submit_self_review(world.app, world.member, world.campaign, a_self_review(), world.today));
    const auto view = read_record(world.app, world.office, world.campaign, world.person("T1"));
    const std::vector<Fact> facts = facts_of(view->entries);
    ASSERT_EQ(facts.size(), 3u);  // no post is guessed from its title, no request is a document
    EXPECT_EQ(fact(facts, "document:residence-remark")->id, "2");
    EXPECT_EQ(fact(facts, "document:self-review")->id, "3");
    EXPECT_EQ(std::get<std::string>(fact(facts, "level:self")->says.at("level")), "good");
    ASSERT_TRUE(ask_remarks(world.app, world.office, world.campaign, world.today.plus_days(5),
                            {{world.person("T2"), Exemption{ExemptReason::student, ""}}}, world.today));
    const auto exempt = read_record(world.app, world.office, world.campaign, world.person("T2"));
    const std::vector<Fact> why = facts_of(exempt->entries);
    ASSERT_EQ(why.size(), 1u);
    EXPECT_EQ(why[0].topic, "exempt:residence-remark");
    EXPECT_EQ(std::get<std::string>(why[0].says.at("reason")), "student");
}

TEST_F(Findings, AnEmptyFileIsProvenNothing) {
    const FileFindings f = of("T2");
    EXPECT_EQ(f.rules->id, "366-qd-tw");  // the campaign's own profile is about votes
    EXPECT_EQ(f.unit_name, "Phòng Một");
    for (const LevelVerdict& l : f.verdict.levels) {
        // Of two people none may be best, whatever the files say.
        const bool best = l.level == "excellent";
        EXPECT_EQ(l.state, best ? LevelVerdict::State::forbidden : LevelVerdict::State::unproven) << l.level;
        if (best) {
            EXPECT_EQ(l.why, (std::vector<std::string>{"cap-excellent"}));
        }
    }
    EXPECT_FALSE(f.verdict.not_applied.empty());
}

TEST_F(Findings, EachFigureLeadsToAnEntryOfTheRecord) {
    ASSERT_TRUE(submit_self_review(world.app, world.member, world.campaign, a_self_review(), world.today));
    state("T1", "score", R"({"total":"89.996"})");
    state("T1", "tasks", R"({"assigned":"20","done":"20","on_time":"16","late":"4","above":"2"})");
    state("T1", "discipline", R"({"items":[{"id":"v1","self_detected":"yes","remedied":"yes"}]})");
    const FileFindings f = of("T1");
    EXPECT_EQ(level(f, "excellent").state, LevelVerdict::State::forbidden);
    EXPECT_EQ(level(f, "good").state, LevelVerdict::State::forbidden);
    EXPECT_EQ(level(f, "completed").state, LevelVerdict::State::unproven);
    std::set<std::string> there;
    const auto view = read_record(world.app, world.office, world.campaign, world.person("T1"));
    for (const Entry& e : view->entries) there.insert(std::to_string(e.seq));
    std::size_t led = 0;
    for (const Finding& finding : f.verdict.findings) {
        for (const UsedFigure& figure : finding.figures) {
            for (const std::string& entry : figure.entries) {
                EXPECT_TRUE(there.contains(entry)) << figure.name << " " << entry;
                ++led;
            }
            if (figure.name == "score.total") {
                EXPECT_EQ(figure.entries, (std::vector<std::string>{"2"}));
            }
            if (figure.name == "tasks.on_time") {
                EXPECT_EQ(figure.entries, (std::vector<std::string>{"3"}));
            }
        }
    }
    EXPECT_GT(led, 3u);
    const auto kinds = [&](Finding::Kind kind) {
        return std::ranges::count(f.verdict.findings, kind, &Finding::kind);
    };
    EXPECT_GE(kinds(Finding::Kind::forbids), 3);
    EXPECT_EQ(kinds(Finding::Kind::missing), 1);      // the remark of the residence
    EXPECT_EQ(kinds(Finding::Kind::would_break), 1);  // four of twenty are late: one more is too many
}

TEST_F(Findings, WhatIfIsWhatComesWhenItIsStated) {
    state("T1", "tasks", R"({"assigned":"20","done":"20","on_time":"20","late":"0","above":"10"})");
    const FileFindings before = of("T1");
    const Statement five_late =
        stated("tasks", R"({"assigned":"20","done":"20","on_time":"15","late":"5","above":"10"})");
    const auto asked =
        what_if_stated(world.app, world.office, world.campaign, world.person("T1"), five_late, world.today);
    ASSERT_TRUE(asked);
    ASSERT_TRUE(
        state_fact(world.app, world.office, world.campaign, world.person("T1"), five_late, world.today));
    const FileFindings after = of("T1");
    std::vector<LevelChange> changed;
    for (std::size_t i = 0; i < before.verdict.levels.size(); ++i) {
        const LevelVerdict &b = before.verdict.levels[i], &a = after.verdict.levels[i];
        if (b.state != a.state) changed.push_back({before.verdict.file, b.level, b.state, a.state});
    }
    EXPECT_EQ(changed.size(), 2u);  // the best level is closed to a unit of two
    const auto by_level = [](const LevelChange& x, const LevelChange& y) { return x.level < y.level; };
    std::vector<LevelChange> said = asked->difference.levels;
    std::ranges::sort(said, by_level);
    std::ranges::sort(changed, by_level);
    EXPECT_EQ(said, changed);
}

TEST_F(Findings, AUnitSaysWhoIsThereAndHowManyMayBeBest) {
    state("T3", "level:proposal", R"({"level":"good"})");
    state("T4", "level:proposal", R"({"level":"excellent"})");
    const auto f = read_unit_findings(world.app, world.office, world.campaign, unit_of("T3"), world.today);
    ASSERT_TRUE(f);
    EXPECT_EQ(f->unit.name, "Phòng Hai");
    EXPECT_EQ(f->tier, RatedUnit::Tier::cell);
    ASSERT_EQ(f->people.size(), 2u);
    EXPECT_EQ(f->people[0].name, "Lê Thị Thử");  // Vietnamese order
    EXPECT_EQ(f->people[0].verdict.level, "excellent");
    ASSERT_EQ(f->verdict.caps.size(), 1u);
    EXPECT_EQ(f->verdict.caps[0].base, 1);
    EXPECT_EQ(f->verdict.caps[0].most, 0);
    EXPECT_EQ(f->verdict.caps[0].used, 1);
    EXPECT_EQ(f->verdict.caps[0].free, -1);
    EXPECT_EQ(f->verdict.caps[0].have, (std::vector<std::string>{f->people[0].verdict.file}));
    EXPECT_TRUE(std::ranges::any_of(f->verdict.findings,
                                    [](const Finding& x) { return x.kind == Finding::Kind::forbids; }));
    // Above it: a grassroots body by our default, where T1 has a post that is not the main one.
    const auto units = world.test.registry->read([](const RegistryTables& t) { return t.people->units(); });
    const auto root =
        read_unit_findings(world.app, world.office, world.campaign, units.front().id, world.today);
    ASSERT_TRUE(root);
    EXPECT_EQ(root->tier, RatedUnit::Tier::grassroots);
    EXPECT_TRUE(root->people.empty());
}

// HD 21 counts in each grassroots organisation: the pages of both rooms show the three who are rated there.
TEST_F(Findings, TheCapOfAnOrganisationShowsOnThePageOfEachOfItsUnits) {
    const auto units = world.test.registry->read([](const RegistryTables& t) { return t.people->units(); });
    const auto old = start_campaign(
        world.app, {"Đợt 132", 2022, units.front().id, "96-qd-tw", world.today.plus_days(20)}, world.today);
    ASSERT_TRUE(old);
    const auto propose = [&](const char* code, const char* level) {
        for (
            const std::string& says :
            {std::string(R"({"topic":"level:proposal","says":{"level":")") + level + R"("}})",
             std::string(
                 R"({"topic":"membership","says":{"admitted":"2010-05-19","exempt":"no","suspended":"no"}})")})
            ASSERT_TRUE(state_fact(world.app, world.office, old->campaign.id, world.person(code),
                                   *read_statement("test", says), world.today));
    };
    propose("T1", "good"), propose("T2", "good"), propose("T3", "good"), propose("T4", "excellent");
    const auto page = [&](const char* code) {
        return *read_unit_findings(world.app, world.office, old->campaign.id, unit_of(code), world.today);
    };
    for (const char* code : {"T1", "T3"}) {
        const UnitFindings f = page(code);
        EXPECT_EQ(f.people.size(), 2u);
        EXPECT_EQ(f.counted_with.id, units.front().id);
        ASSERT_EQ(f.verdict.caps.size(), 1u);
        EXPECT_EQ(f.verdict.caps[0].base, 3);
        EXPECT_EQ(f.verdict.caps[0].used, 1);
        EXPECT_TRUE(std::ranges::any_of(f.verdict.findings,
                                        [](const Finding& x) { return x.rule == "cap-excellent"; }));
    }
    const UnitFindings other = page("T1");
    ASSERT_EQ(other.elsewhere.size(), 1u);
    EXPECT_EQ(other.elsewhere[0].name, "Lê Thị Thử");
    EXPECT_EQ(other.elsewhere[0].unit_name, "Phòng Hai");
    EXPECT_TRUE(page("T3").elsewhere.empty());
    // The record of one of them is counted in the same way.
    const auto own =
        read_findings(world.app, world.office, old->campaign.id, world.person("T4"), world.today);
    ASSERT_TRUE(own);
    const auto said = std::ranges::find(own->verdict.findings, "cap-excellent", &Finding::rule);
    ASSERT_NE(said, own->verdict.findings.end());
    EXPECT_EQ(std::ranges::find(said->figures, "cap.base", &UsedFigure::name)->value, "3");
}

TEST_F(Findings, NoRegulationAboutRatingNoFindings) {
    const auto units = world.test.registry->read([](const RegistryTables& t) { return t.people->units(); });
    const auto old = start_campaign(
        world.app, {"Đợt cũ", 2010, units.front().id, "96-qd-tw", world.today.plus_days(20)}, world.today);
    ASSERT_TRUE(old);
    EXPECT_EQ(
        code_of(read_findings(world.app, world.office, old->campaign.id, world.person("T1"), world.today)),
        "no-rating-regulation");
    EXPECT_EQ(
        code_of(read_unit_findings(world.app, world.office, old->campaign.id, units.front().id, world.today)),
        "no-rating-regulation");
}

TEST_F(Findings, WhatABrokenChainSaysIsNotUsed) {
    state("T2", "score", R"({"total":"95"})");
    {
        sql::Database beside = world.beside();
        beside.script("DROP TRIGGER file_entries_stay;");
        beside.run("UPDATE file_entries SET hash = ?1 WHERE file_id = ?2", std::string(64, '0'),
                   world.file("T2").id);
    }
    EXPECT_EQ(
        code_of(read_findings(world.app, world.office, world.campaign, world.person("T2"), world.today)),
        "file-damaged");
    EXPECT_EQ(code_of(state_fact(world.app, world.office, world.campaign, world.person("T2"),
                                 stated("score", R"({"total":"96"})"), world.today)),
              "file-damaged");
}

TEST(Tier, ByWhatLiesBelow) {
    EXPECT_EQ(tier_by_layers(0), RatedUnit::Tier::cell);
    EXPECT_EQ(tier_by_layers(1), RatedUnit::Tier::grassroots);
    EXPECT_EQ(tier_by_layers(2), RatedUnit::Tier::above);
    EXPECT_EQ(tier_by_layers(3), RatedUnit::Tier::province);
    EXPECT_EQ(tier_by_layers(9), RatedUnit::Tier::province);
}

}  // namespace
}  // namespace minhtin::test
