#include "server/app/rating_facts.h"

#include <algorithm>
#include <map>

#include "server/domain/rules/organisation.h"

namespace minhtin {
namespace {

constexpr std::string_view self_review_document = "document:self-review";
constexpr std::string_view remark_document = "document:residence-remark";
constexpr std::string_view remark_exempt = "exempt:residence-remark";

// The level that the member claims, in the words of the regulations; nothing when the form was left open.
std::optional<std::string> claimed_level(const FilledForm& fields) {
    const auto at = std::ranges::find(fields, "rating-member", [](const auto& f) { return f.first; });
    if (at == fields.end()) return {};
    const auto* id = std::get_if<std::string>(&at->second);
    if (id == nullptr || id->empty()) return {};
    return *id == "not-completed" ? "failed" : *id;
}

struct FactsOf {
    const Entry& entry;
    std::vector<Fact>& facts;

    void add(std::string_view topic, std::map<std::string, FactValue> says) const {
        facts.push_back({std::to_string(entry.seq), std::string(topic), entry.day, {}, std::move(says)});
    }
    void operator()(const Asked&) const {}
    void operator()(const VoteResult&) const {}
    void operator()(const Exempt& e) const {
        // The words for the reasons are those of rules/topics.h.
        add(remark_exempt, {{"reason", std::string(name(e.why.reason))}});
    }
    void operator()(const Remark&) const { add(remark_document, {}); }
    void operator()(const SelfReview& review) const {
        add(self_review_document, {});
        if (const auto level = claimed_level(review.fields))
            add("level:self", {{"level", *level}, {"on", entry.day}});
    }
    void operator()(const Statement& s) const { add(s.topic, s.says); }
};

// Units of the tree, by id, with their children.
std::vector<RatedUnit> rated_units(const RegistryTables& tables, const std::vector<std::string>& tree) {
    std::map<std::string, std::size_t> layers;
    std::vector<RatedUnit> units;
    for (const Unit& unit : tables.people->units()) {
        if (std::ranges::find(tree, unit.id) == tree.end()) continue;
        const bool top = unit.id == tree.front();
        units.push_back({unit.id,
                         top ? std::string() : unit.parent_id.value_or(""),
                         RatedUnit::Kind::party,
                         RatedUnit::Tier::cell,
                         {},
                         unit.name});
    }
    // Parents come before children, so that from the end each unit is complete when it is looked at.
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit) {
        const std::size_t below = layers[unit->id];
        unit->tier = tier_by_layers(below);
        if (unit->parent.empty()) continue;
        std::size_t& above = layers[unit->parent];
        above = std::max(above, below + 1);
    }
    return units;
}

const Post* post_in_tree(const Person& person, const std::vector<std::string>& tree) {
    const auto here = std::ranges::find_if(
        person.posts, [&](const Post& p) { return std::ranges::find(tree, p.unit_id) != tree.end(); });
    return here == person.posts.end() ? nullptr : &*here;
}

}  // namespace

std::vector<Fact> facts_of(std::span<const Entry> entries) {
    const Record record = fold(entries);
    std::vector<Fact> facts;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!record.superseded[i]) std::visit(FactsOf{entries[i], facts}, entries[i].content);
    }
    return facts;
}

RatedUnit::Tier tier_by_layers(std::size_t layers_below) {
    switch (layers_below) {
        case 0:
            return RatedUnit::Tier::cell;
        case 1:
            return RatedUnit::Tier::grassroots;
        case 2:
            return RatedUnit::Tier::above;
        default:
            return RatedUnit::Tier::province;
    }
}

const RatedUnit& counted_with(const RegulationProfile& rules, const RatedUnits& units,
                              std::string_view unit_id) {
    const auto named = [&](std::string_view id) {
        const auto at = std::ranges::find(units.units, id, &RatedUnit::id);
        return at == units.units.end() ? nullptr : &*at;
    };
    const RatedUnit* unit = named(unit_id);
    ENSURE(unit != nullptr);
    return counts_organisations(rules) ? organisation_of(*unit, named) : *unit;
}

Outcome<RatedUnits> rating_facts(const App& app, const RegistryTables& tables, const Campaign& campaign,
                                 const RegulationProfile& rules, std::string_view unit_id) {
    const std::vector<std::string> tree = tables.people->unit_tree(campaign.root_unit_id);
    if (std::ranges::find(tree, unit_id) == tree.end()) return Reason::unit_unknown;
    RatedUnits units{campaign.year, rated_units(tables, tree), {}, {}};
    const std::string whole = counted_with(rules, units, unit_id).id;
    for (RatedUnit& unit : units.units) {
        if (unit.id != unit_id && counted_with(rules, units, unit.id).id != whole) continue;
        unit.empty = true;
        for (const Person& person : tables.people->find("", unit.id)) {
            const Post* post = post_in_tree(person, tree);
            if (post == nullptr || post->unit_id != unit.id) continue;
            const auto file = tables.files->of(campaign.id, person.id);
            if (!file) continue;  // came after the campaign began
            const auto entries = read_entries(app, tables, *file);
            if (!entries) return entries.reason();
            unit.empty = false;
            units.files.push_back({file->id, unit.id, {}, RatedFile::Subject::person, facts_of(*entries)});
        }
    }
    return units;
}

std::string unit_in(const RegistryTables& tables, const Campaign& campaign, const Person& person) {
    const Post* post = post_in_tree(person, tables.people->unit_tree(campaign.root_unit_id));
    return post == nullptr ? std::string() : post->unit_id;
}

}  // namespace minhtin
