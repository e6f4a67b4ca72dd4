#include "server/domain/rules/season.h"

#include <algorithm>

#include "crypto/ensure.h"
#include "server/domain/rules/file_figures.h"

namespace minhtin {
namespace {

std::optional<std::size_t> level_stated(const Facts& facts, std::string_view topic, const RegulationProfile& profile) {
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
    const auto at = std::lower_bound(list.begin(), list.end(), id,
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

void add_other_units_led(const ReadyFile& file, ReadyUnit& unit) {
    const Facts::Statement* posts = file.facts.of("posts");
    if (posts == nullptr) return;
    const auto at = posts->fact->says.find("items");
    if (at == posts->fact->says.end()) return;
    for (const Item& post : std::get<std::vector<Item>>(at->second)) {
        const auto other = post.words.find("unit");
        if (other != post.words.end() && other->second != unit.unit.id) unit.heads_of.insert(other->second);
    }
}

}  // namespace

ReadyFile::ReadyFile(RatedFile f, const RegulationProfile& profile)
    : file(std::move(f)), facts(file.facts), level(level_stated(facts, "level:decision", profile)),
      self(level_stated(facts, "level:self", profile)) {
    if (!level && facts.of("level:decision") == nullptr) level = level_stated(facts, "level:proposal", profile);
}

Season::Season(const RegulationProfile& profile, const RatedUnits& units, Day now)
    : profile_(&profile), now_(now), year_(units.year) {
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
        units_.push_back(ready(std::move(sorted[i]), std::move(collectives[i]), std::move(persons[i])));
    }
    places_ = std::make_shared<const std::unordered_map<std::string, std::size_t>>(std::move(places));
    children_ = std::make_shared<const std::vector<std::vector<std::size_t>>>(std::move(children));
    auto votes = units.votes;
    std::sort(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    votes_ = std::make_shared<const std::vector<RatedVote>>(std::move(votes));
}

Season Season::changed(std::span<const Change> changes) const {
    Season next = *this;
    std::map<std::size_t, std::vector<const Change*>> by_unit;
    for (const Change& c : changes) by_unit[place(c.file.unit).value_or(places_->at(""))].push_back(&c);
    for (const auto& [unit, list] : by_unit) {
        const bool named = !units_[unit]->unit.id.empty();
        const ReadyUnit& old = *units_[unit];
        FilePtr collective = old.collective;
        std::vector<FilePtr> persons = old.persons;
        for (const Change* c : list) {
            auto file = c->removed ? nullptr : std::make_shared<const ReadyFile>(c->file, *profile_);
            const bool is_collective = collective && collective->file.id == c->file.id;
            if (is_collective || (named && !c->removed && c->file.subject == RatedFile::Subject::collective)) {
                ENSURE(is_collective || !collective);
                collective = std::move(file);
            } else {
                edit(persons, c->file.id, std::move(file));
            }
        }
        next.units_[unit] = ready(old.unit, std::move(collective), std::move(persons));
    }
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

bool Season::is_rated(const ReadyFile& file, const ReadyUnit* unit) const {
    std::optional<Figures> figures;
    for (const Rule& rule : profile_->rules) {
        const auto* body = std::get_if<rules::NotRated>(&rule.body);
        if (body == nullptr) continue;
        if (!figures) {
            const Facts* around = unit != nullptr && unit->collective ? &unit->collective->facts : nullptr;
            figures = figures_of(file.file.subject, file.facts, around, now_);
        }
        Looked looked;
        if (rule.only_if && holds(*rule.only_if, *figures, looked) != Truth::yes) continue;
        if (holds(body->condition, *figures, looked) == Truth::yes) return false;
    }
    return true;
}

UnitPtr Season::ready(RatedUnit unit, FilePtr collective, std::vector<FilePtr> persons) const {
    ReadyUnit r{std::move(unit), std::move(collective), std::move(persons), {}, {}, {}};
    r.rated.reserve(r.persons.size());
    const auto add = [&](const std::string& group, const ReadyFile& file) {
        LevelTally& tally = r.tally[group];
        tally.count.resize(profile_->rating_levels.size());
        if (file.level) {
            ++tally.count[*file.level];
        } else {
            ++tally.open;
        }
    };
    for (const FilePtr& file : r.persons) {
        add_other_units_led(*file, r);
        r.rated.push_back(is_rated(*file, &r));
        if (!r.rated.back()) continue;
        add("", *file);
        if (!file->file.group.empty()) add(file->file.group, *file);
    }
    return std::make_shared<const ReadyUnit>(std::move(r));
}

}  // namespace minhtin
