// Rule 16 of domain.md: where a local rule orders a yearly vote, it opens after the rating is finished and
// closes before the summing-up. Nothing finer than a day is known: the same day is allowed.
#include <algorithm>
#include <initializer_list>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "server/domain/rules/facts.h"
#include "server/domain/rules/vote_rule.h"

namespace minhtin {
namespace {

// A day that the year turns on, from the facts of the unit's own file or from the vote.
struct Moment {
    std::optional<Day> day;
    bool contradicted = false;
    UsedFigure figure;

    // Of several days the one that `better` prefers.
    template <class Better>
    void take(const std::optional<Day>& other, Better better) {
        if (other && (!day || better(*other, *day))) day = other;
        figure.value = text_of(day);
    }
    // The day on which the topic is stated to have been.
    template <class Better>
    void take(const Facts& facts, std::string_view topic, Better better) {
        const Facts::Statement* statement = facts.of(topic);
        if (statement == nullptr) return;
        contradicted = contradicted || statement->contradicted;
        figure.entries.insert(figure.entries.end(), statement->entries.begin(), statement->entries.end());
        std::sort(figure.entries.begin(), figure.entries.end());
        if (statement->contradicted) return;
        const auto on = statement->fact->says.find("on");
        if (on == statement->fact->says.end()) return;
        if (const Day* stated = std::get_if<Day>(&on->second)) take(std::optional<Day>(*stated), better);
    }
};

std::vector<Fact> own_facts(const VoteRule& at) {
    std::vector<Fact> facts;
    for (const RatedFile& file : at.units.files) {
        if (file.unit == at.vote.unit && file.subject == RatedFile::Subject::collective)
            facts.insert(facts.end(), file.facts.begin(), file.facts.end());
    }
    return facts;
}

void must_not_follow(const VoteRule& at, const std::string& about, const Moment& first, const Moment& then) {
    if (first.contradicted || then.contradicted || !first.day || !then.day || *first.day <= *then.day) return;
    at.find(Finding::Kind::forbids, about, {}, {first.figure, then.figure});
}

void must_be_known(const VoteRule& at, const std::string& about, const Moment& moment) {
    if (moment.contradicted) {
        at.not_applied(about, {moment.figure}, NotApplied::Why::contradicted);
    } else if (!moment.day) {
        at.not_applied(about, {moment.figure});
    }
}

Moment rating_in(std::span<const Fact> stated) {
    const Facts facts(stated);
    Moment rated{{}, false, {"step:rating", "", {"xếp loại xong", "rating finished"}, {}}};
    for (const char* topic : {"step:rating", "level:decision"})
        rated.take(facts, topic, [](Day a, Day b) { return a > b; });
    return rated;
}

// The rating is that of collectives and of persons (source 003, point 5).
void check_persons(const VoteRule& at, const Moment& opened) {
    std::map<std::string_view, const RatedFile*> files;
    for (const RatedFile& file : at.units.files) files.emplace(file.id, &file);
    std::string_view before;
    for (const RatedVote::Person& person : at.vote.persons) {
        if (person.file == before) continue;
        before = person.file;
        const auto file = files.find(person.file);
        const Moment rated =
            rating_in(file == files.end() ? std::span<const Fact>() : std::span(file->second->facts));
        must_be_known(at, person.file, rated);
        must_not_follow(at, person.file, rated, opened);
    }
}

}  // namespace

void apply(const VoteRule& at, const rules::PlaceInYear&) {
    const std::vector<Fact> stated = own_facts(at);
    const Facts facts(stated);
    const auto earlier = [](Day a, Day b) { return a < b; };
    const auto later = [](Day a, Day b) { return a > b; };

    const Moment rated = rating_in(stated);
    Moment opened{{}, false, {"step:vote-open", "", {"mở lấy phiếu", "vote opened"}, {}}};
    opened.take(facts, "step:vote-open", earlier);
    opened.take(at.vote.day, earlier);
    Moment closed{{}, false, {"step:vote-close", "", {"kết thúc lấy phiếu", "vote closed"}, {}}};
    closed.take(facts, "step:vote-close", later);
    closed.take(at.vote.closed, later);
    Moment summed{{}, false, {"step:summing-up", "", {"tổng kết năm", "summing-up of the year"}, {}}};
    summed.take(facts, "step:summing-up", earlier);

    for (const Moment* moment : std::initializer_list<const Moment*>{&rated, &opened, &closed, &summed})
        must_be_known(at, at.vote.id, *moment);
    must_not_follow(at, at.vote.id, rated, opened);
    must_not_follow(at, at.vote.id, closed, summed);
    check_persons(at, opened);
}

}  // namespace minhtin
