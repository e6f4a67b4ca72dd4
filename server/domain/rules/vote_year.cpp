// Rule 16 of domain.md: where a local rule orders a yearly vote, it opens after the rating is finished and
// closes before the summing-up. Nothing finer than a day is known: the same day is allowed.
#include <algorithm>
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

void must_not_follow(const VoteRule& at, const Moment& first, const Moment& then) {
    for (const Moment* moment : {&first, &then}) {
        if (moment->contradicted) {
            at.not_applied(at.vote.id, {moment->figure}, NotApplied::Why::contradicted);
        } else if (!moment->day) {
            at.not_applied(at.vote.id, {moment->figure});
        }
    }
    if (first.contradicted || then.contradicted || !first.day || !then.day || *first.day <= *then.day) return;
    at.find(Finding::Kind::forbids, at.vote.id, {}, {first.figure, then.figure});
}

}  // namespace

void apply(const VoteRule& at, const rules::PlaceInYear&) {
    const std::vector<Fact> stated = own_facts(at);
    const Facts facts(stated);
    const auto earlier = [](Day a, Day b) { return a < b; };
    const auto later = [](Day a, Day b) { return a > b; };

    Moment rated{{}, false, {"step:rating", "", {"xếp loại xong", "rating finished"}, {}}};
    rated.take(facts, "step:rating", later);
    rated.take(facts, "level:decision", later);
    Moment opened{{}, false, {"step:vote-open", "", {"mở lấy phiếu", "vote opened"}, {}}};
    opened.take(facts, "step:vote-open", earlier);
    opened.take(at.vote.day, earlier);
    Moment closed{{}, false, {"step:vote-close", "", {"kết thúc lấy phiếu", "vote closed"}, {}}};
    closed.take(facts, "step:vote-close", later);
    closed.take(at.vote.closed, later);
    Moment summed{{}, false, {"step:summing-up", "", {"tổng kết năm", "summing-up of the year"}, {}}};
    summed.take(facts, "step:summing-up", earlier);

    must_not_follow(at, rated, opened);
    must_not_follow(at, closed, summed);
}

}  // namespace minhtin
