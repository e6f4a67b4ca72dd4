#include "server/domain/rules/cap.h"

#include <algorithm>

#include "crypto/ensure.h"
#include "server/domain/rules/file_report.h"

namespace minhtin {
namespace {

Share share_for(const rules::Cap& cap, const Season& season, const ReadyUnit& unit) {
    const bool outstanding = unit.collective && unit.collective->level == place_of_level(season.profile(), cap.level);
    return outstanding ? cap.share_if_outstanding : cap.share;
}

void add(LevelTally& tally, const ReadyFile& file, std::size_t levels) {
    tally.count.resize(levels);
    if (file.level) {
        ++tally.count[*file.level];
    } else {
        ++tally.open;
    }
}

// Moves one file's place in the tally to a level.
LevelTally as_if(LevelTally tally, const ReadyFile& file, std::size_t level, std::size_t levels) {
    tally.count.resize(levels);
    if (file.level) {
        --tally.count[*file.level];
    } else {
        --tally.open;
    }
    ++tally.count[level];
    return tally;
}

UsedFigure figure(std::string name, std::int64_t value, Sentence label) {
    return {std::move(name), std::to_string(value), std::move(label), {}};
}

std::vector<UsedFigure> cap_figures(const CapCount& c) {
    return {figure("cap.used", c.used, {"số đang xếp mức này", "number at this level"}),
            figure("cap.base", c.base, {"số dùng để tính tỷ lệ", "number that the share is taken of"}),
            figure("cap.most", c.most, {"số tối đa", "most that is allowed"})};
}

Places cap_places(const CapCount& c, const RegulationProfile& profile, std::size_t level) {
    return {{"base", Place(c.base)},
            {"most", Place(c.most)},
            {"used", Place(c.used)},
            {"free", Place(c.most - c.used)},
            {"level", Place(profile.rating_levels[level].title)}};
}

void for_this_file(const rules::Cap& cap, const Rule& rule, FileReport& report, const CapPlace& place) {
    const RegulationProfile& profile = report.profile();
    const std::size_t level = place_of_level(profile, cap.level), levels = profile.rating_levels.size();
    const CapCount c = count_cap(cap, level, {as_if(place.tally, report.file(), level, levels), place.share});
    if (c.used <= c.most) {
        if (c.used == c.most && report.file().level == level)
            report.say(Finding::Kind::would_break, rule, {cap.level}, cap_figures(c), cap_places(c, profile, level));
        return;
    }
    if (c.used <= c.most_at_best)
        return report.cannot(rule, {cap.level}, cap_figures(c), NotApplied::Why::missing);
    report.say(Finding::Kind::forbids, rule, {cap.level}, cap_figures(c), cap_places(c, profile, level));
}

CapStanding standing(const Rule& rule, const rules::Cap& cap, const Season& season, const CapPlace& place,
                     const std::vector<const ReadyFile*>& files, const ReadyUnit& unit, std::string group) {
    const std::size_t level = place_of_level(season.profile(), cap.level);
    const CapCount c = count_cap(cap, level, place);
    CapStanding s{rule.id, unit.unit.id, std::move(group), RatedFile::Subject::person, cap.level,
                  c.base, c.most, c.used, c.most - c.used, place.tally.open, c.most_at_best, {}, {}};
    for (const ReadyFile* file : files) {
        if (file->level == level) {
            s.have.push_back(file->file.id);
        } else if (!file->level && file->self == level) {
            s.compete.push_back(file->file.id);
        }
    }
    return s;
}

}  // namespace

std::size_t place_of_level(const RegulationProfile& profile, std::string_view id) {
    const auto at = std::find_if(profile.rating_levels.begin(), profile.rating_levels.end(),
                                 [&](const Level& l) { return l.id == id; });
    ENSURE(at != profile.rating_levels.end());
    return std::size_t(at - profile.rating_levels.begin());
}

CapCount count_cap(const rules::Cap& cap, std::size_t level, const CapPlace& place) {
    const LevelTally& t = place.tally;
    const auto at = [&](std::size_t i) { return i < t.count.size() ? t.count[i] : 0; };
    CapCount c;
    c.used = at(level);
    switch (cap.base) {
        case rules::Cap::Base::the_next_level:
            c.base = at(level + 1);
            break;
        case rules::Cap::Base::that_level_and_better:
            for (std::size_t i = 0; i <= level + 1; ++i) c.base += at(i);
            break;
        case rules::Cap::Base::all_rated:
            for (const std::int64_t n : t.count) c.base += n;
            break;
    }
    c.most = floor_of(place.share, c.base);
    c.most_at_best = floor_of(place.share, c.base + t.open);
    return c;
}

CapPlace cap_of_persons(const rules::Cap& cap, const Season& season, const ReadyUnit& unit, std::string_view group) {
    const auto at = unit.tally.find(group);
    return {at == unit.tally.end() ? LevelTally{} : at->second, share_for(cap, season, unit)};
}

CapPlace cap_of_collectives(const rules::Cap& cap, const Season& season, std::size_t parent) {
    CapPlace place{{}, share_for(cap, season, *season.units()[parent])};
    for (const std::size_t child : season.children(parent)) {
        const FilePtr& file = season.units()[child]->collective;
        if (file && season.is_rated(*file, season.units()[child].get()))
            add(place.tally, *file, season.profile().rating_levels.size());
    }
    return place;
}

std::vector<CapStanding> cap_standings(const Rule& rule, const rules::Cap& cap, const Season& season,
                                       std::size_t at) {
    const ReadyUnit& unit = *season.units()[at];
    std::vector<CapStanding> list;
    for (const auto& [group, tally] : unit.tally) {
        if (group.empty() ? !cap.per_body : !cap.per_group) continue;
        std::vector<const ReadyFile*> files;
        for (std::size_t i = 0; i < unit.persons.size(); ++i) {
            if (unit.rated[i] && (group.empty() || unit.persons[i]->file.group == group))
                files.push_back(unit.persons[i].get());
        }
        list.push_back(standing(rule, cap, season, cap_of_persons(cap, season, unit, group), files, unit, group));
    }
    std::vector<const ReadyFile*> collectives;
    for (const std::size_t child : season.children(at)) {
        const FilePtr& file = season.units()[child]->collective;
        if (file && season.is_rated(*file, season.units()[child].get())) collectives.push_back(file.get());
    }
    if (cap.per_body && !collectives.empty()) {
        list.push_back(standing(rule, cap, season, cap_of_collectives(cap, season, at), collectives, unit, ""));
        list.back().subject = RatedFile::Subject::collective;
    }
    return list;
}

void apply_cap(const Rule& rule, FileReport& report) {
    const auto* cap = std::get_if<rules::Cap>(&rule.body);
    const ReadyUnit* unit = report.unit();
    if (cap == nullptr) return;
    if (unit == nullptr) {
        const UsedFigure needed{"cap.base", "", {"danh sách cùng xếp loại", "those rated together"}, {}};
        return report.cannot(rule, {cap->level}, {needed}, NotApplied::Why::missing);
    }
    if (!report.season().is_rated(report.file(), unit)) return;
    if (report.is_person()) {
        if (cap->per_body) for_this_file(*cap, rule, report, cap_of_persons(*cap, report.season(), *unit, ""));
        const std::string& group = report.file().file.group;
        if (cap->per_group && !group.empty())
            for_this_file(*cap, rule, report, cap_of_persons(*cap, report.season(), *unit, group));
    } else if (const auto parent = report.season().place(unit->unit.parent); parent && !unit->unit.parent.empty() && cap->per_body) {
        for_this_file(*cap, rule, report, cap_of_collectives(*cap, report.season(), *parent));
    }
}

}  // namespace minhtin
