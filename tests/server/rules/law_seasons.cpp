#include "tests/server/rules/law_seasons.h"

#include <algorithm>

#include "tests/server/rules/vote_cases.h"

namespace minhtin {
namespace {

using Items = std::vector<Item>;

std::string flag(Dice& dice) {
    return dice.one_of({"yes", "no", "no"});
}
std::string level(Dice& dice) {
    return dice.one_of({"excellent", "excellent", "good", "good", "good", "completed", "failed"});
}
Decimal one_number(Dice& dice, std::initializer_list<const char*> list) {
    return number(dice.one_of(list));
}
Day some_day(Dice& dice) {
    return day(dice.one_of({"2026-11-20", "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-04",
                            "2026-12-05", "2026-12-10", "2026-12-10", "2026-12-20", "2026-12-30"}));
}

Items posts(Dice& dice, const RatedUnits& units) {
    Items list;
    for (std::size_t n = dice.below(3); n > 0; --n) {
        Item post = item("p" + std::to_string(n), {{"unit", dice.one_of(units.units).id},
                                                   {"role", dice.one_of({"head", "deputy", "member"})},
                                                   {"rank", dice.one_of({"1", "1", "2"})}});
        if (dice.percent(60)) post.words.emplace("working_time", dice.one_of({"40", "50", "60"}));
        list.push_back(std::move(post));
    }
    return list;
}

// Up to two items, each with the words that `make` gives it.
template <class Make>
Items some(Dice& dice, Make make) {
    Items list;
    for (std::size_t n = dice.percent(60) ? 0 : 1 + dice.below(2); n > 0; --n)
        list.push_back(item("i" + std::to_string(n), make()));
    return list;
}

Says random_numbers(Dice& dice, const std::string& topic) {
    Says says;
    const auto put = [&](const char* field, std::initializer_list<const char*> list) {
        if (dice.percent(90)) says.emplace(field, one_number(dice, list));
    };
    if (topic == "score") {
        put("common", {"10", "28", "30", "31"});
        put("results", {"20", "40", "42", "61.999", "62", "70"});
        if (dice.percent(20)) put("total", {"49.999", "50", "70", "90", "98"});
    } else if (topic == "tasks") {
        put("assigned", {"0", "10", "20", "20"});
        put("done", {"9", "10", "20", "20"});
        put("on_time", {"10", "19", "20", "20"});
        put("late", {"0", "0", "3", "4", "5"});
        put("above", {"5", "6", "7"});
        says.emplace("main_missed", flag(dice));
        if (dice.percent(80)) says.emplace("force_majeure", flag(dice));
    } else if (topic == "shortcomings") {
        says = {{"found", one_number(dice, {"0", "2", "3"})}, {"fixed", one_number(dice, {"0", "2", "3"})}};
    } else if (topic == "subordinates") {
        says = {{"units", one_number(dice, {"0", "5"})}, {"disciplined", one_number(dice, {"0", "1", "2"})}};
        put("members_disciplined", {"0", "1"});
        put("violations_open", {"0", "0", "1"});
    } else if (topic == "led-unit") {
        says = {{"assigned", one_number(dice, {"0", "10"})}, {"done", one_number(dice, {"4", "5", "10"})}};
    } else if (topic == "rating-vote") {
        says.emplace("collected", one_number(dice, {"0", "10"}));
        for (const char* field : {"excellent", "good", "completed", "failed"})
            put(field, {"0", "3", "5", "6"});
    }
    return says;
}

Says random_items(Dice& dice, const std::string& topic, const RatedUnits& units) {
    if (topic == "posts") return {{"items", posts(dice, units)}};
    return {{"items", some(dice, [&]() -> std::map<std::string, std::string> {
                 if (topic == "criteria")
                     return {{"group", dice.one_of({"political", "other"})},
                             {"grade", dice.one_of({"excellent", "excellent", "good", "average", "poor"})}};
                 if (topic == "discipline") return {{"self_detected", flag(dice)}, {"remedied", flag(dice)}};
                 if (topic == "conclusions")
                     return {{"about", dice.one_of({"degradation", "forbidden-things", "example", "disunity",
                                                    "member-degraded", "corruption"})}};
                 if (topic == "complaints") return {{"state", dice.one_of({"open", "settled"})}};
                 return {};
             })}};
}

void one_edit(Dice& dice, RatedFile& file, const RatedUnits& units) {
    const std::string topic = dice.one_of(law_topics());
    Fact made = random_fact(dice, topic, units);
    made.id = file.id + "." + made.id;
    switch (dice.below(8)) {
        case 0:
        case 1:
            without(file, topic);
            return;
        case 2:  // beside what stands: agrees or contradicts
            made.id += "-2";
            break;
        case 3:  // a correction of what stands
            made.id += "-3";
            for (const Fact& f : file.facts) {
                if (f.topic == topic) made.supersedes = f.id;
            }
            break;
        default:
            without(file, topic);
    }
    const bool is_new =
        std::none_of(file.facts.begin(), file.facts.end(), [&](const Fact& f) { return f.id == made.id; });
    if (is_new) file.facts.push_back(std::move(made));
}

RatedFile random_file(Dice& dice, const std::string& id, const std::string& unit, RatedFile::Subject subject,
                      const RatedUnits& units) {
    const bool person = subject == RatedFile::Subject::person;
    RatedFile file = !person            ? good_collective(id, unit)
                     : dice.percent(25) ? head_of(id, unit)
                                        : good_person(id, unit);
    if (person && dice.percent(40)) file.group = dice.one_of({"heads", "deputies"});
    without(file, "level:proposal");
    if (dice.percent(35)) without(file, "level:self");
    if (dice.percent(30)) state(file, "level:proposal", {{"level", level(dice)}, {"on", day("2026-12-05")}});
    if (dice.percent(60)) state(file, "level:decision", {{"level", level(dice)}, {"on", rating_day}});
    for (Fact& f : file.facts) f.id = id + "." + f.id;
    for (std::size_t edits = dice.percent(40) ? 0 : dice.below(6); edits > 0; --edits)
        one_edit(dice, file, units);
    return file;
}

RatedVote random_vote(Dice& dice, const RatedUnits& units) {
    RatedVote vote = good_vote();
    vote.unit = dice.one_of(units.units).id;
    vote.day = some_day(dice);
    vote.closed = some_day(dice);
    std::erase_if(vote.persons, [&](const auto&) { return dice.percent(20); });
    for (auto& person : vote.persons) person.file = dice.one_of(units.files).id;
    if (dice.percent(30)) vote.committee->members.push_back(dice.one_of(units.files).id);
    if (dice.percent(30)) vote.committee->members.push_back("not-a-file");
    if (dice.percent(30) && !vote.persons.empty()) vote.persons[0].name.reset();
    return vote;
}

}  // namespace

const std::vector<std::string>& law_topics() {
    static const std::vector<std::string> all{"score",
                                              "score",
                                              "tasks",
                                              "tasks",
                                              "shortcomings",
                                              "criteria",
                                              "discipline",
                                              "subordinates",
                                              "conclusions",
                                              "civil-rating",
                                              "led-unit",
                                              "quarter:1",
                                              "quarter:2",
                                              "quarter:3",
                                              "quarter:4",
                                              "membership",
                                              "membership",
                                              "posts",
                                              "posts",
                                              "rated-at",
                                              "complaints",
                                              "reverification",
                                              "rating-vote",
                                              "suggestions",
                                              "explanation:i1",
                                              "document:self-review",
                                              "document:residence-remark",
                                              "document:minutes",
                                              "exempt:residence-remark",
                                              "level:self",
                                              "level:proposal",
                                              "level:decision",
                                              "level:decision",
                                              "step:draft-sent",
                                              "step:review",
                                              "step:rating",
                                              "step:summing-up",
                                              "step:remediation-plan",
                                              "step:remedied",
                                              "review:cell",
                                              "review:leadership"};
    return all;
}

Fact random_fact(Dice& dice, const std::string& topic, const RatedUnits& units) {
    const std::string head = topic.substr(0, topic.find(':'));
    Says says = random_numbers(dice, topic);
    if (!says.empty()) return fact(topic, says);
    for (const char* list : {"criteria", "discipline", "conclusions", "posts", "complaints", "suggestions"}) {
        if (topic == list) return fact(topic, random_items(dice, topic, units));
    }
    const bool names_level = topic == "civil-rating" || head == "quarter" || head == "level";
    if (names_level && dice.percent(4))
        return fact(topic, {{"level", "xuatsac"}, {"on", some_day(dice)}});  // no level at all
    if (topic == "civil-rating") return fact(topic, {{"level", level(dice)}});
    if (topic == "rated-at") return fact(topic, {{"post", dice.one_of({"p1", "p2"})}});
    if (topic == "reverification") return fact(topic, {{"done", flag(dice)}});
    if (head == "quarter")
        return fact(topic, dice.percent(20) ? Says{{"not_rated", "study"}}
                                            : Says{{"level", dice.one_of({"failed", "good"})}});
    if (head == "exempt") return fact(topic, {{"reason", dice.one_of({"barracks", "student"})}});
    if (head == "document" || head == "explanation") return fact(topic, {});
    if (head == "level") return fact(topic, {{"level", level(dice)}, {"on", some_day(dice)}});
    if (head == "step" || head == "review") {
        says.emplace("on", some_day(dice));
        if (head == "step" && dice.percent(50)) says.emplace("meeting", dice.one_of({"m1", "m2"}));
        return fact(topic, says);
    }
    if (dice.percent(90))
        says.emplace("admitted", day(dice.one_of({"2010-02-03", "2026-06-30", "2026-07-01"})));
    if (dice.percent(90)) says.emplace("exempt", flag(dice));
    says.emplace("suspended", dice.one_of({"no", "no", "party", "committee"}));
    return fact(topic, says);
}

std::vector<RegulationProfile> law_profiles() {
    std::vector<RegulationProfile> list;
    auto base = rules::Cap::Base::that_level_and_better;
    for (const RegulationProfile& p : profiles()) {
        if (!p.about_rating() || p.rules.empty()) continue;
        list.push_back(p);
        if (!p.inherits.empty()) continue;
        RegulationProfile all = p;
        all.id += "-all-on";
        for (const Rule& rule : p.off) all.rules.push_back(rule);
        for (Rule& rule : all.rules) {
            if (auto* cap = std::get_if<rules::Cap>(&rule.body)) {
                cap->base = base, cap->share_if_outstanding = {1, 2};
                using In = rules::Cap::CountedIn;  // the other way round than the regulation
                cap->counted_in = cap->counted_in == In::cell ? In::grassroots : In::cell;
            }
        }
        base = rules::Cap::Base::all_rated;
        list.push_back(std::move(all));
    }
    return list;
}

RatedUnits random_season(Dice& dice) {
    RatedUnits units;
    units.year = 2026;
    const std::size_t count = 1 + dice.below(5);
    for (std::size_t i = 0; i < count; ++i) {
        RatedUnit u;
        u.id = "u" + std::to_string(i);
        if (i > 0 && dice.percent(85)) u.parent = units.units[dice.below(i)].id;
        u.kind = dice.percent(70) ? RatedUnit::Kind::party : RatedUnit::Kind::government;
        u.tier = static_cast<RatedUnit::Tier>(dice.below(4));
        if (!u.parent.empty() && dice.percent(60)) u.tier = RatedUnit::Tier::cell;
        u.empty = dice.percent(30);
        for (std::size_t other = 0; other < count; ++other) {
            if (other != i && dice.percent(15)) u.beside.push_back("u" + std::to_string(other));
        }
        units.units.push_back(std::move(u));
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::string unit = "u" + std::to_string(i);
        if (dice.percent(85))
            units.files.push_back(random_file(dice, "c" + unit, unit, RatedFile::Subject::collective, units));
        for (std::size_t p = dice.below(7); p > 0; --p)
            units.files.push_back(
                random_file(dice, "p" + std::to_string(p) + unit, unit, RatedFile::Subject::person, units));
    }
    if (dice.percent(10))
        units.files.push_back(random_file(dice, "astray", "nowhere", RatedFile::Subject::person, units));
    if (!units.files.empty() && dice.percent(40)) units.votes.push_back(random_vote(dice, units));
    return units;
}

std::vector<Change> random_changes(Dice& dice, const RatedUnits& units) {
    std::vector<Change> changes;
    for (std::size_t n = 1 + dice.below(3); n > 0; --n) {
        Change change;
        if (!units.files.empty() && dice.percent(80)) {
            change.file = dice.one_of(units.files);
            change.removed = dice.percent(20);
            for (std::size_t edits = 1 + dice.below(3); edits > 0; --edits)
                one_edit(dice, change.file, units);
            if (dice.percent(10) && change.file.subject == RatedFile::Subject::person)
                change.file.group = "deputies";
        } else {
            const std::string unit = dice.one_of(units.units).id;
            const bool led = std::any_of(units.files.begin(), units.files.end(), [&](const RatedFile& f) {
                return f.unit == unit && f.subject == RatedFile::Subject::collective;
            });
            const auto subject = led ? RatedFile::Subject::person : RatedFile::Subject::collective;
            change.file = random_file(dice, (led ? "new" : "c") + unit, unit, subject, units);
        }
        const bool twice = std::any_of(changes.begin(), changes.end(),
                                       [&](const Change& c) { return c.file.id == change.file.id; });
        if (!twice) changes.push_back(std::move(change));
    }
    return changes;
}

bool is_progress(std::string_view topic) {
    return topic.starts_with("step:") || topic.starts_with("level:");
}

bool possible(const UnitVerdict& verdict, const std::string& file, const std::string& level) {
    for (const FileVerdict& f : verdict.files) {
        if (f.file == file) return level_state(f, level) == LevelVerdict::State::possible;
    }
    return false;
}

}  // namespace minhtin
