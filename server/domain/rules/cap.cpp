#include "server/domain/rules/cap.h"

#include <algorithm>
#include <limits>
#include <span>

#include "crypto/ensure.h"
#include "server/domain/rules/file_report.h"
#include "server/domain/rules/within.h"

namespace minhtin {
namespace {

Share share_for(const rules::Cap& cap, const Season& season, const ReadyUnit& unit) {
    const bool outstanding =
        unit.collective && unit.collective->level == place_of_level(season.profile(), cap.level);
    return outstanding ? cap.share_if_outstanding : cap.share;
}

// Where the persons of a unit are counted.
struct CountedTogether {
    const ReadyUnit& unit;  // whose collective is that of the whole
    std::span<const std::size_t> units;
    const Tallies& tally;
    std::span<const std::size_t> without_files;
};
CountedTogether body_of(const rules::Cap& cap, const Season& season, const ReadyUnit& unit) {
    if (cap.counted_in == rules::Cap::CountedIn::cell) return {unit, {&unit.place, 1}, unit.tally, {}};
    const Organisation& o = season.organisation(unit.place);
    return {*season.units()[season.organisation_of(unit.place)], o.units, o.tally, o.without_files};
}

// The tally as it would be with one file at a level.
LevelTally as_if(LevelTally tally, const ReadyFile& file, Truth rated, std::size_t level,
                 std::size_t levels) {
    tally.add(file, rated, levels, -1);
    ++tally.count[level];
    return tally;
}

UsedFigure figure(std::string name, std::int64_t value, Sentence label) {
    return {std::move(name), std::to_string(value), std::move(label), {}};
}

std::vector<UsedFigure> cap_figures(const CapCount& c, const std::string& group) {
    std::vector<UsedFigure> figures{
        figure("cap.used", c.used, {"số xếp mức này", "number at this level"}),
        figure("cap.base", c.base, {"số dùng để tính tỷ lệ", "number that the share is taken of"}),
        figure("cap.most", c.most, {"số tối đa", "most that is allowed"})};
    if (!group.empty())
        figures.push_back({"group", group, {"nhóm chức danh tương đương", "group of like posts"}, {}});
    return figures;
}

Places cap_places(const CapCount& c, const RegulationProfile& profile, std::size_t level,
                  const std::string& group) {
    return {{"base", Place(c.base)},
            {"most", Place(c.most)},
            {"used", Place(c.used)},
            {"free", Place(std::max<std::int64_t>(0, c.most - c.used))},
            {"room", Place(room_in_words(c.most - c.used))},
            {"share", Place(share_in_words(c.share))},
            {"group", Place(group)},
            {"level", Place(profile.rating_levels[level].title)}};
}

// What the cap says about one file at one place.
struct CapSays {
    enum class What { nothing, would_break, unknown, forbids };
    What what = What::nothing;
    CapCount count;     // when something is said
    std::string group;  // of the place; empty: the whole body
    bool operator==(const CapSays&) const = default;
};

CapSays says_of(const rules::Cap& cap, const RegulationProfile& profile, const ReadyFile& file, Truth rated,
                const CapPlace& place) {
    using What = CapSays::What;
    const std::size_t level = place_of_level(profile, cap.level), levels = profile.rating_levels.size();
    const CapCount c = count_cap(
        cap, level, {as_if(place.tally, file, rated, level, levels), place.share, place.without_files});
    if (!c.holds_surely) return {c.used <= c.most_at_best ? What::unknown : What::forbids, c, {}};
    if (c.used == c.most && file.level == level) return {What::would_break, c, {}};
    return {};
}

// A file of the unit, one of its persons or its collective.
Truth rated_in(const ReadyUnit& unit, const ReadyFile& file) {
    if (unit.collective.get() == &file || file.file.subject == RatedFile::Subject::collective)
        return unit.collective_rated;
    const auto at = std::lower_bound(unit.persons.begin(), unit.persons.end(), file.file.id,
                                     [](const FilePtr& f, const std::string& id) { return f->file.id < id; });
    ENSURE(at != unit.persons.end() && (*at)->file.id == file.file.id);
    return unit.rated[std::size_t(at - unit.persons.begin())];
}

// At each place where the file counts; none when it is not rated.
std::vector<CapSays> all_said(const rules::Cap& cap, const Season& season, const ReadyUnit& unit,
                              const ReadyFile& file) {
    std::vector<CapSays> all;
    const Truth rated = rated_in(unit, file);
    if (rated == Truth::no) return all;
    const auto at = [&](const CapPlace& place, std::string group = {}) {
        all.push_back(says_of(cap, season.profile(), file, rated, place));
        all.back().group = std::move(group);
    };
    if (file.file.subject == RatedFile::Subject::person) {
        if (cap.per_body) at(cap_of_persons(cap, season, unit, ""));
        if (cap.per_group && !file.file.group.empty())
            at(cap_of_persons(cap, season, unit, file.file.group), file.file.group);
    } else if (const auto parent = season.place(unit.unit.parent);
               parent && !unit.unit.parent.empty() && cap.per_body) {
        at(cap_of_collectives(cap, season, *parent));
    }
    return all;
}

CapStanding standing(const Rule& rule, const rules::Cap& cap, const Season& season, const CapPlace& place,
                     const std::vector<const ReadyFile*>& files, const ReadyUnit& unit, std::string group) {
    const std::size_t level = place_of_level(season.profile(), cap.level);
    const CapCount c = count_cap(cap, level, place);
    CapStanding s;
    s.rule = rule.id;
    s.unit = unit.unit.id;
    s.group = std::move(group);
    s.level = cap.level;
    s.base = c.base;
    s.most = c.most;
    s.used = c.used;
    s.free = c.most - c.used;
    s.open = place.tally.open;
    s.most_at_best = c.most_at_best;
    s.holds_surely = c.holds_surely;
    s.share = c.share;
    s.without_files = c.without_files;
    for (const ReadyFile* file : files) {
        if (file->level == level) {
            s.have.push_back(file->file.id);
        } else if (!file->level && file->self == level) {
            s.compete.push_back(file->file.id);
        }
    }
    std::sort(s.have.begin(), s.have.end());
    std::sort(s.compete.begin(), s.compete.end());
    return s;
}

}  // namespace

std::size_t place_of_level(const RegulationProfile& profile, std::string_view id) {
    const auto at = std::find_if(profile.rating_levels.begin(), profile.rating_levels.end(),
                                 [&](const Level& l) { return l.id == id; });
    ENSURE(at != profile.rating_levels.end());
    return std::size_t(at - profile.rating_levels.begin());
}

Sentence cap_sentence(const Sentence& says, RatedFile::Subject subject, bool of_group, bool as_if) {
    Sentence all;
    if (of_group) all = {"Nhóm “{group}”: ", "Group “{group}”: "};
    if (as_if) {
        const bool person = subject == RatedFile::Subject::person;
        const bool first = !of_group;
        all.vi += first ? "Nếu " : "nếu ";
        all.en += first ? "If " : "if ";
        all.vi += person ? "người này được xếp “{level}”: " : "tập thể này được xếp “{level}”: ";
        all.en += person ? "this person were rated “{level}”: " : "this collective were rated “{level}”: ";
    }
    const bool begins = !of_group && !as_if;
    all.vi += begins ? says.vi : within(says.vi);
    all.en += begins ? says.en : within(says.en);
    return all;
}

Sentence room_in_words(std::int64_t free) {
    if (free < 0) return {"vượt " + std::to_string(-free), std::to_string(-free) + " too many"};
    return {"còn " + std::to_string(free), std::to_string(free) + " free"};
}

std::string share_in_words(Share share) {
    const std::int64_t hundredths = share.num * 100;
    return hundredths % share.den == 0 ? std::to_string(hundredths / share.den) + " %" : share.text();
}

CapCount count_cap(const rules::Cap& cap, std::size_t level, const CapPlace& place) {
    const LevelTally& t = place.tally;
    CapCount c;
    c.share = place.share;
    c.without_files = place.without_files;
    if (t.count.empty()) return c;
    c.used = t.count[level];
    const bool next_only = cap.base == rules::Cap::Base::the_next_level;
    const std::size_t first = next_only ? level + 1 : 0;
    const std::size_t last = cap.base == rules::Cap::Base::all_rated ? t.count.size() - 1 : level + 1;
    std::int64_t base_at_worst = next_only ? 0 : t.differ;
    for (std::size_t i = first; i <= last; ++i) {
        c.base += t.count[i];
        base_at_worst += t.count[i] - (i == level ? 0 : t.maybe[i]);
    }
    c.most = floor_of(place.share, c.base);
    c.most_at_best = floor_of(place.share, c.base + t.open);
    if (!c.without_files.empty()) {
        c.most_at_best = std::numeric_limits<std::int64_t>::max();
        c.holds_surely = false;
        return c;
    }
    c.holds_surely = c.used <= c.most && c.used + t.differ <= floor_of(place.share, base_at_worst);
    return c;
}

CapPlace cap_of_persons(const rules::Cap& cap, const Season& season, const ReadyUnit& unit,
                        std::string_view group) {
    const CountedTogether body = body_of(cap, season, unit);
    const auto at = body.tally.find(group);
    CapPlace place{at == body.tally.end() ? LevelTally{} : at->second, share_for(cap, season, body.unit), {}};
    for (const std::size_t silent : body.without_files)
        place.without_files.push_back(season.units()[silent]->unit.id);
    const auto alone = season.only_one_known();
    if (alone && std::binary_search(body.units.begin(), body.units.end(), *alone))
        place.without_files.push_back(season.units()[*alone]->unit.id);
    std::sort(place.without_files.begin(), place.without_files.end());
    return place;
}

std::vector<UsedFigure> lists_missing(const std::vector<std::string>& units, RatedFile::Subject subject,
                                      const Season& season) {
    std::vector<UsedFigure> figures;
    for (const std::string& id : units) {
        const std::string shown = season.unit(id)->unit.shown();
        const Sentence label =
            subject == RatedFile::Subject::person
                ? Sentence{"những người được xếp loại ở " + shown, "those rated in " + shown}
                : Sentence{"mức xếp loại của tập thể " + shown, "the level of the collective of " + shown};
        figures.push_back({"cap.base", "", label, {}});
    }
    return figures;
}

CapPlace cap_of_collectives(const rules::Cap& cap, const Season& season, std::size_t parent) {
    CapPlace place{{}, share_for(cap, season, *season.units()[parent]), {}};
    for (const std::size_t child : season.children(parent)) {
        const ReadyUnit& unit = *season.units()[child];
        if (unit.collective_rated != Truth::no)
            place.tally.add(*unit.collective, unit.collective_rated, season.profile().rating_levels.size());
        if (!unit.collective && !unit.unit.empty) place.without_files.push_back(unit.unit.id);
    }
    return place;
}

std::vector<CapStanding> cap_standings(const Rule& rule, const rules::Cap& cap, const Season& season,
                                       std::size_t at) {
    const ReadyUnit& unit = *season.units()[at];
    std::vector<CapStanding> list;
    const CountedTogether body = body_of(cap, season, unit);
    for (const auto& [group, tally] : body.tally) {
        if (body.unit.place != at || (group.empty() ? !cap.per_body : !cap.per_group)) continue;
        std::vector<const ReadyFile*> files;
        for (const std::size_t member : body.units) {
            const ReadyUnit& m = *season.units()[member];
            for (std::size_t i = 0; i < m.persons.size(); ++i) {
                if (m.rated[i] != Truth::no && (group.empty() || m.persons[i]->file.group == group))
                    files.push_back(m.persons[i].get());
            }
        }
        list.push_back(
            standing(rule, cap, season, cap_of_persons(cap, season, unit, group), files, unit, group));
    }
    std::vector<const ReadyFile*> collectives;
    for (const std::size_t child : season.children(at)) {
        const ReadyUnit& lower = *season.units()[child];
        if (lower.collective_rated != Truth::no) collectives.push_back(lower.collective.get());
    }
    if (cap.per_body && !collectives.empty()) {
        list.push_back(
            standing(rule, cap, season, cap_of_collectives(cap, season, at), collectives, unit, ""));
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
    const std::size_t level = place_of_level(report.profile(), cap->level);
    const bool as_if_it_had = report.file().level != level;
    for (const CapSays& says : all_said(*cap, report.season(), *unit, report.file())) {
        using What = CapSays::What;
        if (says.what == What::nothing) continue;
        if (says.what == What::unknown) {
            std::vector<UsedFigure> needs = cap_figures(says.count, says.group);
            for (UsedFigure& list :
                 lists_missing(says.count.without_files, report.file().file.subject, report.season()))
                needs.push_back(std::move(list));
            report.cannot(rule, {cap->level}, std::move(needs), NotApplied::Why::missing);
            continue;
        }
        const auto kind = says.what == What::forbids ? Finding::Kind::forbids : Finding::Kind::would_break;
        const Sentence sentence =
            cap_sentence(rule.says, report.file().file.subject, !says.group.empty(), as_if_it_had);
        report.say(kind, rule, sentence, {cap->level}, cap_figures(says.count, says.group),
                   cap_places(says.count, report.profile(), level, says.group));
    }
}

CountedAs counted_as(const Season& season, const ReadyFile& file, std::size_t at) {
    const ReadyUnit& unit = *season.units()[at];
    const auto& rules = season.profile().rules;
    const bool person = file.file.subject == RatedFile::Subject::person;
    const bool together = std::none_of(rules.begin(), rules.end(), [](const Rule& rule) {
        const auto* cap = std::get_if<rules::Cap>(&rule.body);
        return cap != nullptr && cap->counted_in == rules::Cap::CountedIn::cell;
    });
    const std::size_t place = !person    ? season.place(unit.unit.parent).value_or(at)
                              : together ? season.organisation_of(at)
                                         : at;
    return {file.file.subject, place, file.file.group, file.level, file.levels_differ, rated_in(unit, file)};
}

}  // namespace minhtin
