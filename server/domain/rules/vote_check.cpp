#include <algorithm>
#include <tuple>

#include "server/domain/percent.h"
#include "server/domain/rules/vote_rule.h"

namespace minhtin {
namespace {

// A number that cannot be one of a vote is not known.
void keep_sane(Number& number) {
    if (number && (*number < 0 || *number > largest_count)) number.reset();
}

RatedVote tidy_vote(RatedVote vote) {
    for (Number* number : {&vote.summoned, &vote.present, &vote.issued, &vote.collected, &vote.valid,
                           &vote.invalid, &vote.eligible}) {
        keep_sane(*number);
    }
    for (RatedVote::Person& person : vote.persons) {
        keep_sane(person.not_counted);
        for (auto& [level, count] : person.counts) keep_sane(count);
    }
    std::stable_sort(vote.persons.begin(), vote.persons.end(),
                     [](const RatedVote::Person& a, const RatedVote::Person& b) { return a.file < b.file; });
    return vote;
}

std::string spelled(const std::vector<UsedFigure>& figures) {
    std::string all;
    for (const UsedFigure& figure : figures) {
        all += figure.name + "=" + figure.value;
        for (const std::string& entry : figure.entries) all += "@" + entry;
        all += ";";
    }
    return all;
}

template <class List, class Key>
void in_order(List& list, Key key) {
    std::sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void put_in_order(VoteVerdict& verdict) {
    std::sort(verdict.persons.begin(), verdict.persons.end(), [](const auto& a, const auto& b) {
        return std::tie(a.file, a.rule, a.percents) < std::tie(b.file, b.rule, b.percents);
    });
    in_order(verdict.findings, [](const Finding& f) {
        return std::tuple(f.kind, f.rule, f.about, f.says.vi, spelled(f.figures));
    });
    in_order(verdict.not_applied,
             [](const NotApplied& n) { return std::tuple(n.rule, n.about, n.why, spelled(n.needs)); });
}

}  // namespace

VoteVerdict check_vote(const RegulationProfile& profile, const RatedVote& vote, const RatedUnits& units,
                       Day now) {
    VoteVerdict verdict;
    verdict.vote = vote.id;
    const RatedVote tidied = tidy_vote(vote);
    for (const RatedVote::Person& person : tidied.persons) verdict.persons.push_back({person.file, {}, {}});
    for (const Rule& rule : profile.rules) {
        const VoteRule at{profile, tidied, units, now, rule, verdict};
        std::visit(
            [&](const auto& body) {
                // Rules about files and units, and NoVoterLink, which the shape of RatedVote keeps, have no
                // part.
                if constexpr (requires { apply(at, body); }) apply(at, body);
            },
            rule.body);
    }
    put_in_order(verdict);
    return verdict;
}

}  // namespace minhtin
