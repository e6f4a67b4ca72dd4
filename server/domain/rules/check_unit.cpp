#include "server/domain/rules/check_unit.h"

#include <algorithm>
#include <tuple>

#include "server/domain/rules/file_report.h"
#include "server/domain/rules/rate_in.h"
#include "server/domain/rules/unit_rules.h"

namespace minhtin {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

UnitVerdict check_unit(const RegulationProfile& profile, const RatedUnits& units, Day now) {
    const Season season(profile, units, now);
    UnitVerdict verdict;
    for (std::size_t at = 0; at < season.units().size(); ++at) {
        const ReadyUnit& unit = *season.units()[at];
        UnitReport report = check_one_unit(season, at);
        append(verdict.caps, std::move(report.caps));
        append(verdict.findings, std::move(report.findings));
        append(verdict.not_applied, std::move(report.not_applied));
        const ReadyUnit* known = unit.unit.id.empty() ? nullptr : &unit;
        if (unit.collective) verdict.files.push_back(rate_in(season, known, *unit.collective));
        for (const FilePtr& file : unit.persons) verdict.files.push_back(rate_in(season, known, *file));
    }
    for (const RatedVote& vote : season.votes())
        verdict.votes.push_back(check_vote(profile, vote, units, now));
    std::sort(verdict.files.begin(), verdict.files.end(),
              [](const auto& a, const auto& b) { return a.file < b.file; });
    std::sort(verdict.findings.begin(), verdict.findings.end(), finding_before);
    std::sort(verdict.not_applied.begin(), verdict.not_applied.end(), not_applied_before);
    return verdict;
}

}  // namespace minhtin
