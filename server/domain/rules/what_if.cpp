#include "server/domain/rules/what_if.h"

#include <algorithm>
#include <set>

#include "server/domain/rules/cap_changes.h"
#include "server/domain/rules/organisation.h"
#include "server/domain/rules/unit_rules.h"

namespace minhtin {
namespace {

// Which parts of a verdict an edit can touch.
struct Touched {
    std::set<std::size_t> units, all_files_of, collective_of;
    std::set<std::pair<std::size_t, FilePtr>> heads;  // by unit; of a collective that changes
    bool votes = false;
};

bool voted_on(const Season& season, const std::string& file) {
    return std::any_of(season.votes().begin(), season.votes().end(), [&](const RatedVote& vote) {
        return std::any_of(vote.persons.begin(), vote.persons.end(),
                           [&](const RatedVote::Person& person) { return person.file == file; });
    });
}

Touched touched_by(const Season& season, std::span<const Change> changes) {
    Touched t;
    for (const Change& change : changes) {
        const std::size_t at = season.place(change.file.unit).value_or(*season.place(""));
        t.units.insert(at);
        t.all_files_of.insert(at);
        if (counts_organisations(season.profile())) {
            t.units.insert(season.organisation_of(at));
            const auto& together = season.organisation(at).units;
            t.all_files_of.insert(together.begin(), together.end());
        }
        const ReadyUnit& unit = *season.units()[at];
        const bool was_collective = unit.collective && unit.collective->file.id == change.file.id;
        const bool was_person = std::any_of(unit.persons.begin(), unit.persons.end(),
                                            [&](const FilePtr& f) { return f->file.id == change.file.id; });
        if (change.removed || !(was_person || was_collective) || voted_on(season, change.file.id))
            t.votes = true;  // who counts may be on the list, who is on it is rated before
        if (change.file.subject == RatedFile::Subject::person && !was_collective) continue;
        t.votes = true;
        if (const auto parent = season.place(unit.unit.parent); parent && !unit.unit.parent.empty()) {
            t.units.insert(*parent);
            for (const std::size_t sibling : season.children(*parent)) t.collective_of.insert(sibling);
        }
        // Collectives below share a cap whose size depends on this one; units beside may have to wait for it;
        // a head of this collective may be rated elsewhere.
        for (const std::size_t child : season.children(at)) t.collective_of.insert(child);
        for (std::size_t other = 0; other < season.units().size(); ++other) {
            const ReadyUnit& u = *season.units()[other];
            const auto& beside = u.unit.beside;
            if (std::find(beside.begin(), beside.end(), unit.unit.id) != beside.end()) t.units.insert(other);
            const auto [first, last] = u.posts_in.equal_range(unit.unit.id);
            for (auto head = first; head != last; ++head) t.heads.emplace(other, head->second);
        }
    }
    return t;
}

// What the rules about votes look at: who has a file, what the collectives and those voted on state.
RatedUnits around_votes(const Season& season) {
    RatedUnits units;
    units.year = season.year();
    units.votes.assign(season.votes().begin(), season.votes().end());
    for (const UnitPtr& unit : season.units()) {
        units.units.push_back(unit->unit);
        if (unit->collective) units.files.push_back(unit->collective->file);
        for (const FilePtr& file : unit->persons) {
            const bool person = file->file.subject == RatedFile::Subject::person;
            units.files.push_back(person && !voted_on(season, file->file.id)
                                      ? RatedFile{file->file.id, file->file.unit, "", file->file.subject, {}}
                                      : file->file);
        }
    }
    return units;
}

// A file before and after; null when it is not there. only: the rules that may say something else now; null:
// all of them.
struct ToRate {
    std::size_t unit;
    const ReadyFile *before, *after;
    const RuleSet* only;
};

// Finds out which files have to be looked at, and how much of what is said about them can change.
class FilesToRate {
public:
    FilesToRate(const Season& before, const Season& after, const Touched& touched)
        : before_(before),
          after_(after),
          touched_(touched),
          collectives_(rules_about_collectives(before.profile())),
          caps_(before, after) {
        for (const std::size_t at : touched.all_files_of) of_unit(at);
        for (const std::size_t at : touched.collective_of) {
            const ReadyFile* file = after.units()[at]->collective.get();
            if (!touched.all_files_of.contains(at)) stays(at, file, false);
        }
        for (const auto& [at, file] : touched.heads) {
            if (!touched.all_files_of.contains(at)) stays(at, file.get(), true);
        }
    }
    const std::vector<ToRate>& all() const { return all_; }
    // About those that only a cap may say something else of; they are not among them.
    const CapChanges& caps() const { return caps_; }

private:
    void of_unit(std::size_t at) {
        const ReadyUnit &was = *before_.units()[at], &is = *after_.units()[at];
        const bool same_around = was.collective == is.collective;
        if (same_around) {
            stays(at, is.collective.get(), false);
        } else {
            all_.push_back({at, was.collective.get(), is.collective.get(), nullptr});
        }
        auto old = was.persons.begin();
        for (const FilePtr& file : is.persons) {  // both lists are sorted by id
            while (old != was.persons.end() && (*old)->file.id < file->file.id)
                all_.push_back({at, (old++)->get(), nullptr, nullptr});
            const bool there = old != was.persons.end() && (*old)->file.id == file->file.id;
            if (there && *old == file) {
                stays(at, file.get(), !same_around || touched_.heads.contains({at, file}));
            } else {
                all_.push_back({at, there ? old->get() : nullptr, file.get(), nullptr});
            }
            if (there) ++old;
        }
        for (; old != was.persons.end(); ++old) all_.push_back({at, old->get(), nullptr, nullptr});
    }
    // A file that did not change itself; null: there is none.
    void stays(std::size_t at, const ReadyFile* file, bool collective_changed) {
        if (file == nullptr) return;
        const bool counted = !after_.units()[at]->unit.id.empty();
        if (collective_changed) {
            all_.push_back({at, file, file, &collectives_});
        } else if (counted) {
            caps_.look(*file, at);
        }
    }

    const Season &before_, &after_;
    const Touched& touched_;
    const RuleSet collectives_;
    CapChanges caps_;
    std::vector<ToRate> all_;
};

// Of the units and votes that are touched.
UnitVerdict of_units_and_votes(const Season& season, const Touched& touched) {
    UnitVerdict v;
    const auto add = [](auto& to, auto&& from) { to.insert(to.end(), from.begin(), from.end()); };
    for (const std::size_t at : touched.units) {
        UnitReport report = check_one_unit(season, at);
        add(v.caps, report.caps);
        add(v.findings, report.findings);
        add(v.not_applied, report.not_applied);
    }
    if (touched.votes && !season.votes().empty()) {
        const RatedUnits units = around_votes(season);
        for (const RatedVote& vote : units.votes)
            v.votes.push_back(check_vote(season.profile(), vote, units, season.now()));
    }
    return v;
}

FileVerdict rate_at(const Season& season, std::size_t unit, const ReadyFile& file, const RuleSet* only) {
    const ReadyUnit& u = *season.units()[unit];
    return rate_in(season, u.unit.id.empty() ? nullptr : &u, file, only);
}

// What the rules that a look is limited to leave out is the same before and after; only a level whose state
// seems to change has to be compared with it.
void rate_both(const Season& before, const Season& after, const ToRate& look, UnitVerdict& was,
               UnitVerdict& is) {
    if (look.before != nullptr) was.files.push_back(rate_at(before, look.unit, *look.before, look.only));
    if (look.after != nullptr) is.files.push_back(rate_at(after, look.unit, *look.after, look.only));
    if (look.only == nullptr || states(was.files.back()) == states(is.files.back())) return;
    const RuleSet others = all_but(*look.only);
    const FileVerdict rest = rate_at(after, look.unit, *look.after, &others);
    for (FileVerdict* v : {&was.files.back(), &is.files.back()}) {
        for (std::size_t i = 0; i < v->levels.size(); ++i)
            v->levels[i].state = std::max(v->levels[i].state, rest.levels[i].state);
    }
}

Difference answer(const Season& season, std::span<const Change> changes, const CapChanges::Rest& rest) {
    const Season after = season.changed(changes);
    Touched touched = touched_by(season, changes);
    Touched then = touched_by(after, changes);
    touched.all_files_of.merge(then.all_files_of);
    touched.heads.merge(then.heads);
    touched.votes = touched.votes || then.votes;
    UnitVerdict was = of_units_and_votes(season, touched), is = of_units_and_votes(after, touched);
    const FilesToRate looks(season, after, touched);
    for (const ToRate& look : looks.all()) rate_both(season, after, look, was, is);
    Difference d = difference(std::move(was), std::move(is));
    looks.caps().add_to(d, rest);
    return d;
}

LevelStates apart_from_caps(const Season& season, std::size_t unit, const ReadyFile& file) {
    const RuleSet others = all_but(rules_about_caps(season.profile()));
    return states(rate_at(season, unit, file, &others));
}

}  // namespace

WhatIf::WhatIf(Season season) : season_(std::move(season)) {
    for (const UnitPtr& unit : season_.units()) {
        const auto look = [&](const FilePtr& file) {
            apart_from_caps_.emplace(file.get(), apart_from_caps(season_, unit->place, *file));
        };
        if (unit->collective) look(unit->collective);
        std::ranges::for_each(unit->persons, look);
    }
}

Difference WhatIf::of(std::span<const Change> changes) const {
    return answer(season_, changes,
                  [&](const ReadyFile& file, std::size_t) { return apart_from_caps_.at(&file); });
}

Difference what_if(const Season& season, std::span<const Change> changes) {
    return answer(season, changes, [&](const ReadyFile& file, std::size_t unit) {
        return apart_from_caps(season, unit, file);
    });
}

Difference what_if(const RegulationProfile& profile, const RatedUnits& units, std::span<const Change> changes,
                   Day now) {
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
