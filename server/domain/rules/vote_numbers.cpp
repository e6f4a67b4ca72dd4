// Rules 4, 8 and 9 of domain.md: quorum, percentages, balance.
#include <algorithm>

#include "server/domain/percent.h"
#include "server/domain/rules/vote_rule.h"

namespace minhtin {
namespace {

using Person = RatedVote::Person;

// The base that the profile's rule names; profiles made before there were rules name it themselves.
Base base_of(const RegulationProfile& profile) {
    for (const Rule& rule : profile.rules) {
        const auto* percentage = std::get_if<rules::Percentage>(&rule.body);
        if (percentage == nullptr) continue;
        if (const auto base = base_named(percentage->base)) return *base;
    }
    return profile.base;
}

Amount amount_of(Base base) {
    switch (base) {
        case Base::eligible:
            return Amount::eligible;
        case Base::issued:
            return Amount::issued;
        case Base::collected:
            return Amount::collected;
    }
    bug("base", __FILE__, __LINE__);
}

Sentence titles_of(const VoteRule& at, const std::vector<Amount>& amounts, const Person* person,
                   std::int64_t sum) {
    Sentence all;
    for (const Amount amount : amounts) {
        const bool first = all.vi.empty();
        all.vi += (first ? "" : " cộng ") + title(amount).vi;
        all.en += (first ? "" : " plus ") + title(amount).en;
    }
    const std::string value = " (" + std::to_string(sum) + ")";
    all.vi += value;
    all.en += value;
    if (person != nullptr && at.vote.persons.size() > 1) {
        const std::string who = person->name.value_or(person->file);
        all.vi += " – " + who;
        all.en += " – " + who;
    }
    return all;
}

// A gate that only follows from others speaks when none of these does (`others_fail` too), and then the
// first. Whether something is wrong.
bool report_gates(const VoteRule& at, const std::vector<GateCheck>& checks, const Person* person,
                  bool others_fail) {
    const BallotSums sums = sums_of(at.vote);
    const LineSums line = person == nullptr ? LineSums{} : line_of(at.profile, *person);
    const auto figures = [&](const std::vector<Amount>& amounts) {
        UsedFigures all;
        for (const Amount amount : amounts) {
            const bool of_line = amount == Amount::levels || amount == Amount::not_counted;
            if (amount == Amount::levels && person != nullptr) {
                for (const auto& [level, marks] : line.levels)
                    all.push_back(figure_of_level(at.profile, *person, level));
            } else {
                all.push_back(of_line && person != nullptr ? figure_of(amount, *person, line)
                                                           : figure_of(amount, sums));
            }
        }
        return all;
    };
    bool explained = others_fail || std::any_of(checks.begin(), checks.end(), [](const GateCheck& c) {
                         return c.gate->named && c.holds == Truth::no;
                     });
    bool fails = false;
    const std::string about = person == nullptr ? at.vote.id : person->file;
    UsedFigures missing;
    for (const GateCheck& check : checks) {
        if (check.holds == Truth::unknown && check.gate->named) {
            for (const UsedFigure& figure : figures(check.missing)) {
                if (figure.value.empty() &&
                    std::find(missing.begin(), missing.end(), figure) == missing.end())
                    missing.push_back(figure);
            }
        }
        if (check.holds == Truth::no) fails = true;
        if (check.holds != Truth::no || (explained && !check.gate->named)) continue;
        explained = true;
        std::vector<Amount> used = check.gate->left;
        used.push_back(check.gate->right);
        at.find(Finding::Kind::forbids, about,
                {{"left", titles_of(at, check.gate->left, person, check.left)},
                 {"right", titles_of(at, {check.gate->right}, nullptr, *check.right)}},
                figures(used));
    }
    at.not_applied(about, missing);
    return fails;
}

}  // namespace

Number base_or_reason(const VoteRule& at) {
    const Base base = base_of(at.profile);
    const BallotSums sums = sums_of(at.vote);
    const Number number = base_number(sums, base);
    if (number && *number >= 1) return number;
    at.not_applied(at.vote.id, {figure_of(amount_of(base), sums)},
                   number ? NotApplied::Why::contradicted : NotApplied::Why::missing);
    return {};
}

UsedFigure base_figure(const VoteRule& at) {
    return figure_of(amount_of(base_of(at.profile)), sums_of(at.vote));
}

void apply(const VoteRule& at, const rules::Percentage&) {
    const Number base = base_or_reason(at);
    for (std::size_t i = 0; i < at.vote.persons.size(); ++i) {
        const Person& person = at.vote.persons[i];
        UsedFigures missing, impossible;
        for (const Level& level : at.profile.levels) {
            const auto found = person.counts.find(level.id);
            const UsedFigure figure = figure_of_level(at.profile, person, level.id);
            std::optional<std::string> share;
            if (found == person.counts.end() || !found->second) {
                missing.push_back(figure);
            } else if (base && *found->second > *base) {
                impossible.push_back(figure);
            } else if (base) {
                share = percent(*found->second, *base);
            }
            at.verdict.persons[i].percents.emplace_back(level.id, share);
        }
        for (const auto& [level, count] : person.counts) {
            const bool on_ballot = std::any_of(at.profile.levels.begin(), at.profile.levels.end(),
                                               [&id = level](const Level& l) { return l.id == id; });
            if (!on_ballot) impossible.push_back(figure_of_level(at.profile, person, level));
        }
        at.not_applied(person.file, missing);
        at.not_applied(person.file, impossible, NotApplied::Why::contradicted);
    }
}

void apply(const VoteRule& at, const rules::QuorumRule& rule) {
    const BallotSums sums = sums_of(at.vote);
    const UsedFigures figures{figure_of(Amount::present, sums), figure_of(Amount::summoned, sums)};
    if (!sums.present || !sums.summoned) {
        UsedFigures missing = figures;
        std::erase_if(missing, [](const UsedFigure& figure) { return !figure.value.empty(); });
        return at.not_applied(at.vote.id, missing);
    }
    if (*sums.summoned == 0) return at.not_applied(at.vote.id, figures, NotApplied::Why::contradicted);
    if (quorum_holds({rule.share.den, rule.share.num, {}}, *sums.present, *sums.summoned)) return;
    at.find(Finding::Kind::forbids, at.vote.id, {{"present", *sums.present}, {"summoned", *sums.summoned}},
            figures);
}

void apply(const VoteRule& at, const rules::Balance&) {
    const BallotSums sums = sums_of(at.vote);
    const bool fails = report_gates(at, check_gates(sums), nullptr, false);
    for (const Person& person : at.vote.persons)
        report_gates(at, check_gates(sums, line_of(at.profile, person)), &person, fails);
}

}  // namespace minhtin
