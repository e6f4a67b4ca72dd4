// Rules 1, 6 and 7 of domain.md: which paper ballots and lines count. The totals that were stated are held
// against the ballots as keyed in.
#include <algorithm>
#include <map>
#include <set>

#include "server/domain/rules/vote_rule.h"

namespace minhtin {
namespace {

template <class Body>
const Body* rule_of(const RegulationProfile& profile) {
    for (const Rule& rule : profile.rules) {
        if (const auto* body = std::get_if<Body>(&rule.body)) return body;
    }
    return nullptr;
}

std::set<std::string> list_of(const RatedVote& vote) {
    std::set<std::string> files;
    for (const RatedVote::Person& person : vote.persons) files.insert(person.file);
    return files;
}

// A name that is not on the list was added by hand.
bool has_other_name(const PaperBallot& ballot, const std::set<std::string>& list) {
    return std::any_of(ballot.marks.begin(), ballot.marks.end(),
                       [&](const auto& mark) { return !list.contains(mark.first); });
}

bool spoilt(const PaperBallot& ballot, const std::set<std::string>& list, const rules::ValidBallot& rule) {
    return !ballot.issued_by_committee || (rule.struck_name && ballot.name_struck) ||
           (rule.added_text && (ballot.added_text || has_other_name(ballot, list))) ||
           (rule.signature && ballot.signed_by_voter);
}

struct Keyed {
    std::int64_t valid = 0, invalid = 0;
    std::map<std::string, std::int64_t> counted;  // lines that count, by person
    std::set<std::string> unmarked;               // whose boxes were not keyed in on some ballot
    bool unsure = false;                          // such a line would decide about its ballot
};

Keyed count(const VoteRule& at) {
    const std::set<std::string> list = list_of(at.vote);
    const auto* ballots = rule_of<rules::ValidBallot>(at.profile);
    const auto* lines = rule_of<rules::ValidLine>(at.profile);
    const bool line_spoils =
        (lines != nullptr && lines->spoils_ballot) || (ballots != nullptr && list.size() == 1);
    Keyed keyed;
    for (const std::string& file : list) keyed.counted[file] = 0;
    for (const PaperBallot& ballot : at.vote.ballots) {
        const auto marks = [&](const std::string& file) {
            const auto found = ballot.marks.find(file);
            return found == ballot.marks.end() ? Number() : Number(found->second);
        };
        const auto line_is = [&](auto test) {
            return std::any_of(list.begin(), list.end(), [&](const auto& file) { return test(marks(file)); });
        };
        const bool wrong_line = line_is([](const Number& n) { return n && *n != 1; });
        if ((ballots != nullptr && spoilt(ballot, list, *ballots)) || (line_spoils && wrong_line)) {
            ++keyed.invalid;
            continue;
        }
        ++keyed.valid;
        if (line_spoils && line_is([](const Number& n) { return !n; })) keyed.unsure = true;
        for (const std::string& file : list) {
            if (!marks(file)) keyed.unmarked.insert(file);
            if (marks(file) == 1) ++keyed.counted[file];
        }
    }
    return keyed;
}

UsedFigure keyed_figure(const char* name, std::int64_t value, Sentence label,
                        std::vector<std::string> entries = {}) {
    return {std::string("ballots.") + name, std::to_string(value), std::move(label), std::move(entries)};
}

// What was stated is what the ballots give.
void must_agree(const VoteRule& at, const std::string& about, const UsedFigure& keyed,
                const UsedFigure& stated) {
    if (stated.value.empty()) return at.not_applied(about, {stated});
    if (keyed.value == stated.value) return;
    const auto words = [](const UsedFigure& f) {
        return Sentence{f.label.vi + " (" + f.value + ")", f.label.en + " (" + f.value + ")"};
    };
    at.find(Finding::Kind::forbids, about, {{"left", words(keyed)}, {"right", words(stated)}},
            {keyed, stated});
}

void needs_marks(const VoteRule& at, const Keyed& keyed) {
    at.not_applied(at.vote.id, {{"ballots.marks",
                                 {},
                                 {"số ô được đánh dấu của từng người", "boxes marked for each person"},
                                 {keyed.unmarked.begin(), keyed.unmarked.end()}}});
}

// Every ballot from the box was keyed in; otherwise it is said that it was not, and nothing can be compared.
bool all_keyed(const VoteRule& at) {
    const auto keyed = static_cast<std::int64_t>(at.vote.ballots.size());
    if (keyed == 0 && at.vote.collected != 0) {
        at.not_applied(at.vote.id,
                       {{"vote.ballots", {}, {"từng phiếu đã nhập", "the ballots as keyed in"}, {}}});
        return false;
    }
    if (!at.vote.collected || *at.vote.collected == keyed) return true;
    must_agree(at, at.vote.id, keyed_figure("keyed", keyed, {"số phiếu đã nhập", "ballots keyed in"}),
               figure_of(Amount::collected, sums_of(at.vote)));
    return false;
}

}  // namespace

void apply(const VoteRule& at, const rules::ValidBallot&) {
    if (!all_keyed(at)) return;
    const Keyed keyed = count(at);
    if (keyed.unsure) return needs_marks(at, keyed);
    const BallotSums sums = sums_of(at.vote);
    if (!sums.collected) at.not_applied(at.vote.id, {figure_of(Amount::collected, sums)});
    must_agree(
        at, at.vote.id,
        keyed_figure("valid", keyed.valid, {"phiếu hợp lệ theo từng phiếu", "valid ballots, one by one"}),
        figure_of(Amount::valid, sums));
    must_agree(at, at.vote.id,
               keyed_figure("invalid", keyed.invalid,
                            {"phiếu không hợp lệ theo từng phiếu", "invalid ballots, one by one"}),
               figure_of(Amount::invalid, sums));
}

void apply(const VoteRule& at, const rules::ValidLine&) {
    if (!all_keyed(at)) return;
    const Keyed keyed = count(at);
    if (!keyed.unmarked.empty()) needs_marks(at, keyed);
    const auto all = static_cast<std::int64_t>(at.vote.ballots.size());
    for (const RatedVote::Person& person : at.vote.persons) {
        if (keyed.unmarked.contains(person.file)) continue;
        const LineSums line = line_of(at.profile, person);
        const std::int64_t counted = keyed.counted.at(person.file);
        must_agree(at, person.file,
                   keyed_figure("counted", counted, {"dòng được tính", "lines that count"}, {person.file}),
                   figure_of(Amount::levels, person, line));
        must_agree(at, person.file,
                   keyed_figure("not_counted", all - counted,
                                {"dòng không được tính", "lines that do not count"}, {person.file}),
                   figure_of(Amount::not_counted, person, line));
    }
}

}  // namespace minhtin
