#include "server/domain/rules/season.h"

#include <algorithm>

#include "crypto/ensure.h"
#include "server/domain/rules/file_figures.h"
#include "server/domain/rules/organisation.h"

namespace minhtin {
namespace {

std::optional<std::size_t> level_stated(const Facts& facts, std::string_view topic,
                                        const RegulationProfile& profile) {
    const Facts::Statement* s = facts.of(topic);
    if (s == nullptr || s->contradicted) return {};
    const auto at = s->fact->says.find("level");
    const auto* word = at == s->fact->says.end() ? nullptr : std::get_if<std::string>(&at->second);
    if (word == nullptr) return {};
    for (std::size_t i = 0; i < profile.rating_levels.size(); ++i) {
        if (profile.rating_levels[i].id == *word) return i;
    }
    return {};
}

bool by_id(const FilePtr& a, const FilePtr& b) {
    return a->file.id < b->file.id;
}

// Puts one file into the list, or takes it out.
void edit(std::vector<FilePtr>& list, const std::string& id, FilePtr file) {
    const auto at =
        std::lower_bound(list.begin(), list.end(), id,
                         [](const FilePtr& f, const std::string& key) { return f->file.id < key; });
    const bool there = at != list.end() && (*at)->file.id == id;
    if (there && file) {
        *at = std::move(file);
    } else if (there) {
        list.erase(at);
    } else if (file) {
        list.insert(at, std::move(file));
    }
}

void add_posts_elsewhere(const FilePtr& file, ReadyUnit& unit) {
    const Facts::Statement* posts = file->facts.of("posts");
    if (posts == nullptr) return;
    const auto at = posts->fact->says.find("items");
    if (at == posts->fact->says.end()) return;
    for (const Item& post : std::get<std::vector<Item>>(at->second)) {
        const auto other = post.words.find("unit");
        if (other != post.words.end() && other->second != unit.unit.id)
            unit.posts_in.emplace(other->second, file);
    }
}

}  // namespace

ReadyFile::ReadyFile(RatedFile f, const RegulationProfile& profile)
    : file(std::move(f)),
      facts(file.facts),
      level(level_stated(facts, "level:decision", profile)),
      self(level_stated(facts, "level:self", profile)) {
    const Facts::Statement* said = facts.of("level:decision");
    if (said == nullptr) {
        level = level_stated(facts, "level:proposal", profile);
        said = facts.of("level:proposal");
    }
    levels_differ = said != nullptr && said->contradicted;
}

void LevelTally::add(const ReadyFile& file, Truth rated, std::size_t levels, std::int64_t times) {
    count.resize(levels);
    maybe.resize(levels);
    if (file.level) {
        count[*file.level] += times;
        if (rated == Truth::unknown) maybe[*file.level] += times;
    } else {
        open += times;
        if (file.levels_differ) differ += times;
    }
}

LevelTally& LevelTally::operator+=(const LevelTally& other) {
    count.resize(other.count.size());
    maybe.resize(other.maybe.size());
    for (std::size_t i = 0; i < count.size(); ++i) {
        count[i] += other.count[i];
        maybe[i] += other.maybe[i];
    }
    open += other.open;
    differ += other.differ;
    return *this;
}

Season::Season(const RegulationProfile& profile, const RatedUnits& units, Day now)
    : profile_(&profile),
      now_(now),
      year_(units.year),
      rated_by_collective_(std::any_of(profile.rules.begin(), profile.rules.end(), [](const Rule& rule) {
          return std::holds_alternative<rules::NotRated>(rule.body) && looks_at_collective(rule);
      })) {
    std::vector<RatedUnit> sorted = units.units;
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < sorted.size(); ++i) places.emplace(sorted[i].id, i);
    ENSURE(places.size() == sorted.size());
    if (!places.contains("")) {  // for files whose unit nobody described
        places.emplace("", sorted.size());
        sorted.push_back({});
    }

    std::vector<FilePtr> collectives(sorted.size());
    std::vector<std::vector<FilePtr>> persons(sorted.size());
    for (const RatedFile& f : units.files) {
        const auto at = places.find(f.unit);
        const std::size_t unit = at == places.end() ? places.at("") : at->second;
        auto file = std::make_shared<const ReadyFile>(f, profile);
        if (f.subject == RatedFile::Subject::person || at == places.end()) {
            persons[unit].push_back(std::move(file));
        } else {
            ENSURE(!collectives[unit]);
            collectives[unit] = std::move(file);
        }
    }
    std::vector<std::vector<std::size_t>> children(sorted.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto parent = places.find(sorted[i].parent);
        if (!sorted[i].parent.empty() && parent != places.end()) children[parent->second].push_back(i);
    }
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        std::sort(persons[i].begin(), persons[i].end(), by_id);
        units_.push_back(
            ready(i, std::move(sorted[i]), std::move(collectives[i]), std::move(persons[i]), nullptr));
    }
    places_ = std::make_shared<const std::unordered_map<std::string, std::size_t>>(std::move(places));
    children_ = std::make_shared<const std::vector<std::vector<std::size_t>>>(std::move(children));
    auto votes = units.votes;
    std::sort(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    votes_ = std::make_shared<const std::vector<RatedVote>>(std::move(votes));
    find_organisations();
}

void Season::find_organisations() {
    std::vector<std::size_t> of(units_.size());
    std::vector<std::vector<std::size_t>> members(units_.size());
    const auto unit_named = [&](std::string_view id) {
        const ReadyUnit* ready = unit(id);
        return ready == nullptr ? nullptr : &ready->unit;
    };
    for (std::size_t i = 0; i < units_.size(); ++i) {
        of[i] = place(minhtin::organisation_of(units_[i]->unit, unit_named).id).value();
        members[of[i]].push_back(i);
    }
    organisation_of_ = std::make_shared<const std::vector<std::size_t>>(std::move(of));
    organisations_.resize(units_.size());
    for (std::size_t i = 0; i < units_.size(); ++i) {
        if (!members[i].empty()) organisations_[i] = counted(std::move(members[i]));
    }
}

std::shared_ptr<const Organisation> Season::counted(std::vector<std::size_t> units) const {
    Organisation o{std::move(units), {}, {}};
    for (const std::size_t at : o.units) {
        const ReadyUnit& unit = *units_[at];
        for (const auto& [group, tally] : unit.tally) o.tally[group] += tally;
        const bool lowest = unit.unit.tier == RatedUnit::Tier::cell && children(at).empty();
        if (o.units.size() > 1 && lowest && unit.persons.empty() && !unit.unit.empty)
            o.without_files.push_back(at);
    }
    return std::make_shared<const Organisation>(std::move(o));
}

Season Season::changed(std::span<const Change> changes) const {
    Season next = *this;
    std::map<std::size_t, std::vector<const Change*>> by_unit;
    for (const Change& c : changes) by_unit[place(c.file.unit).value_or(places_->at(""))].push_back(&c);
    for (const auto& [unit, list] : by_unit) {
        const bool named = !units_[unit]->unit.id.empty();
        const ReadyUnit& old = *units_[unit];
        std::vector<FilePtr> collectives(1, old.collective);  // one may come before another goes
        if (!old.collective) collectives.clear();
        std::vector<FilePtr> persons = old.persons;
        for (const Change* c : list) {
            auto file = c->removed ? nullptr : std::make_shared<const ReadyFile>(c->file, *profile_);
            std::erase_if(collectives, [&](const FilePtr& f) { return f->file.id == c->file.id; });
            const bool leads = named && c->file.subject == RatedFile::Subject::collective;
            if (file && leads) collectives.push_back(file);
            edit(persons, c->file.id, leads ? nullptr : file);
        }
        ENSURE(collectives.size() <= 1);
        next.units_[unit] = ready(unit, old.unit, collectives.empty() ? nullptr : collectives.front(),
                                  std::move(persons), &old);
    }
    for (const auto& [unit, list] : by_unit)
        next.organisations_[organisation_of(unit)] = next.counted(organisation(unit).units);
    return next;
}

std::optional<std::size_t> Season::place(std::string_view unit) const {
    const auto at = places_->find(std::string(unit));
    if (at == places_->end()) return {};
    return at->second;
}

const ReadyUnit* Season::unit(std::string_view id) const {
    const auto at = place(id);
    return at && !id.empty() ? units_[*at].get() : nullptr;
}

Truth Season::is_rated(const ReadyFile& file, const ReadyUnit& unit) const {
    std::optional<Figures> figures;
    Truth rated = Truth::yes;
    for (const Rule& rule : profile_->rules) {
        const auto* body = std::get_if<rules::NotRated>(&rule.body);
        if (body == nullptr) continue;
        if (!figures) {
            const bool person = file.file.subject == RatedFile::Subject::person;
            const Facts* around = person && unit.collective ? &unit.collective->facts : nullptr;
            figures = figures_of(file.file.subject, file.facts, around, {*profile_, year_, now_});
        }
        Looked looked;
        const Truth about_it = rule.only_if ? holds(*rule.only_if, *figures, looked) : Truth::yes;
        const Truth left_out = std::min(about_it, holds(body->condition, *figures, looked));
        if (left_out == Truth::yes) return Truth::no;
        if (left_out == Truth::unknown) rated = Truth::unknown;
    }
    return rated;
}

UnitPtr Season::ready(std::size_t place, RatedUnit unit, FilePtr collective, std::vector<FilePtr> persons,
                      const ReadyUnit* before) const {
    ReadyUnit r{place, std::move(unit), std::move(collective), std::move(persons), Truth::no, {}, {}, {}};
    if (r.collective) r.collective_rated = is_rated(*r.collective, r);
    const bool same_around =
        before != nullptr && (!rated_by_collective_ || before->collective == r.collective);
    const std::size_t levels = profile_->rating_levels.size();
    r.rated.reserve(r.persons.size());
    std::size_t old = 0;  // both lists are sorted by id
    for (const FilePtr& file : r.persons) {
        add_posts_elsewhere(file, r);
        while (same_around && old < before->persons.size() && by_id(before->persons[old], file)) ++old;
        const bool stays = same_around && old < before->persons.size() && before->persons[old] == file;
        r.rated.push_back(stays ? before->rated[old] : is_rated(*file, r));
        if (r.rated.back() == Truth::no) continue;
        r.tally[""].add(*file, r.rated.back(), levels);
        if (!file->file.group.empty()) r.tally[file->file.group].add(*file, r.rated.back(), levels);
    }
    return std::make_shared<const ReadyUnit>(std::move(r));
}

}  // namespace minhtin
