#include "server/domain/rules/what_if.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "server/domain/rules/file_report.h"
#include "server/domain/rules/rate_in.h"
#include "server/domain/rules/unit_rules.h"

namespace minhtin {
namespace {

// Which parts of a verdict an edit can touch.
struct Touched {
    std::set<std::size_t> units, all_files_of, collective_of;
    bool votes = false;
};

Touched touched_by(const Season& season, std::span<const Change> changes) {
    Touched t;
    for (const Change& change : changes) {
        const std::size_t at = season.place(change.file.unit).value_or(*season.place(""));
        t.units.insert(at);
        t.all_files_of.insert(at);
        const ReadyUnit& unit = *season.units()[at];
        const bool was_collective = unit.collective && unit.collective->file.id == change.file.id;
        if (change.file.subject == RatedFile::Subject::person && !was_collective) continue;
        t.votes = true;
        for (const std::size_t child : season.children(at)) t.units.insert(child);
        if (const auto parent = season.place(unit.unit.parent); parent && !unit.unit.parent.empty()) {
            t.units.insert(*parent);
            for (const std::size_t sibling : season.children(*parent)) t.collective_of.insert(sibling);
        }
        // Collectives below share a cap whose size depends on this one; units beside may have to wait for it; a
        // head of this collective may be rated elsewhere.
        for (const std::size_t child : season.children(at)) t.collective_of.insert(child);
        for (std::size_t other = 0; other < season.units().size(); ++other) {
            const ReadyUnit& u = *season.units()[other];
            const auto& beside = u.unit.beside;
            if (std::find(beside.begin(), beside.end(), unit.unit.id) != beside.end()) t.units.insert(other);
            if (u.heads_of.contains(unit.unit.id)) t.all_files_of.insert(other);
        }
    }
    return t;
}

UnitVerdict partly(const Season& season, const Touched& touched) {
    UnitVerdict v;
    const auto add = [](auto& to, auto&& from) { to.insert(to.end(), from.begin(), from.end()); };
    for (const std::size_t at : touched.units) {
        UnitReport report = check_one_unit(season, at);
        add(v.caps, report.caps);
        add(v.findings, report.findings);
        add(v.not_applied, report.not_applied);
    }
    const auto rate_at = [&](std::size_t at, bool all) {
        const ReadyUnit& unit = *season.units()[at];
        const ReadyUnit* known = unit.unit.id.empty() ? nullptr : &unit;
        if (unit.collective) v.files.push_back(rate_in(season, known, *unit.collective));
        if (!all) return;
        for (const FilePtr& file : unit.persons) v.files.push_back(rate_in(season, known, *file));
    };
    for (const std::size_t at : touched.all_files_of) rate_at(at, true);
    for (const std::size_t at : touched.collective_of) {
        if (!touched.all_files_of.contains(at)) rate_at(at, false);
    }
    return v;
}

// What stands in one list and not in the other, as often as it stands there more.
template <class T, class Before>
std::vector<T> only_in(const std::vector<T>& these, const std::vector<T>& those, Before before) {
    std::vector<T> left;
    for (const T& x : these) {
        const auto same = [&](const T& y) { return y == x; };
        const auto here = std::count_if(these.begin(), these.end(), same);
        const auto there = std::count_if(those.begin(), those.end(), same);
        const auto taken = std::count_if(left.begin(), left.end(), same);
        if (here - there > taken) left.push_back(x);
    }
    std::sort(left.begin(), left.end(), before);
    return left;
}

std::vector<Finding> all_findings(const UnitVerdict& v) {
    std::vector<Finding> all = v.findings;
    for (const FileVerdict& f : v.files) all.insert(all.end(), f.findings.begin(), f.findings.end());
    for (const VoteVerdict& f : v.votes) all.insert(all.end(), f.findings.begin(), f.findings.end());
    std::sort(all.begin(), all.end(), finding_before);
    return all;
}
std::vector<NotApplied> all_not_applied(const UnitVerdict& v) {
    std::vector<NotApplied> all = v.not_applied;
    for (const FileVerdict& f : v.files) all.insert(all.end(), f.not_applied.begin(), f.not_applied.end());
    for (const VoteVerdict& f : v.votes) all.insert(all.end(), f.not_applied.begin(), f.not_applied.end());
    std::sort(all.begin(), all.end(), not_applied_before);
    return all;
}

}  // namespace

Difference difference(const UnitVerdict& before, const UnitVerdict& after) {
    Difference d;
    const auto findings_before = all_findings(before), findings_after = all_findings(after);
    d.gone = only_in(findings_before, findings_after, finding_before);
    d.come = only_in(findings_after, findings_before, finding_before);
    const auto open_before = all_not_applied(before), open_after = all_not_applied(after);
    d.gone_not_applied = only_in(open_before, open_after, not_applied_before);
    d.come_not_applied = only_in(open_after, open_before, not_applied_before);
    std::map<std::string, const FileVerdict*> was;
    for (const FileVerdict& f : before.files) was.emplace(f.file, &f);
    for (const FileVerdict& f : after.files) {
        const auto old = was.find(f.file);
        if (old == was.end()) continue;
        for (std::size_t i = 0; i < f.levels.size(); ++i) {
            if (f.levels[i].state != old->second->levels[i].state)
                d.levels.push_back({f.file, f.levels[i].level, old->second->levels[i].state, f.levels[i].state});
        }
    }
    std::sort(d.levels.begin(), d.levels.end(), [](const LevelChange& a, const LevelChange& b) {
        return std::tie(a.file, a.level) < std::tie(b.file, b.level);
    });
    for (const CapStanding& s : after.caps) {
        if (std::find(before.caps.begin(), before.caps.end(), s) == before.caps.end()) d.caps.push_back(s);
    }
    return d;
}

Difference what_if(const Season& season, std::span<const Change> changes) {
    const Season after = season.changed(changes);
    Touched touched = touched_by(season, changes);
    touched.all_files_of.merge(touched_by(after, changes).all_files_of);
    return difference(partly(season, touched), partly(after, touched));
}

Difference what_if(const RegulationProfile& profile, const RatedUnits& units, std::span<const Change> changes, Day now) {
    return what_if(Season(profile, units, now), changes);
}

RatedUnits with_changes(const RatedUnits& units, std::span<const Change> changes) {
    RatedUnits next = units;
    for (const Change& change : changes) {
        std::erase_if(next.files, [&](const RatedFile& f) { return f.id == change.file.id; });
        if (!change.removed) next.files.push_back(change.file);
    }
    return next;
}

}  // namespace minhtin
