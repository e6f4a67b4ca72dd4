#pragma once
// What the registry knows, as the rules look at it: the tree of units, and the files of one unit as lists of
// stated facts. Nothing is guessed: what no entry says is not there, and the rules that need it say so.
#include <span>
#include <string_view>
#include <vector>

#include "server/app/file_entries.h"
#include "server/domain/rules/rating_input.h"

namespace minhtin {

// The facts that entries state; each carries the entry's number ("3") as its id, so that a figure leads to
// its entry. What a later entry superseded is left out. A statement is itself; a self-review is
// document:self-review and, when its level is filled in, level:self; a remark is document:residence-remark;
// an exemption is exempt:residence-remark with its reason. A request and a vote's line state no such fact.
std::vector<Fact> facts_of(std::span<const Entry> entries);

// The registry does not say how high a unit stands. Our default, by what lies below it: nothing, a cell; one
// more layer, a grassroots body; two, one above the grassroots; three or more, a province.
RatedUnit::Tier tier_by_layers(std::size_t layers_below);

// Every unit of the campaign's tree, all of them party organisations (the registry holds no others), and the
// files of those whose post in the campaign (the main one, if it is in the tree) lies in that unit; in all
// units that are counted with it, where the regulation counts in grassroots organisations. Of these the
// registry knows everybody: one without a file is empty. Files of collectives do not exist in the registry
// yet. Refuses unit_unknown (not in this campaign), file_damaged.
Outcome<RatedUnits> rating_facts(const App& app, const RegistryTables& tables, const Campaign& campaign,
                                 const RegulationProfile& rules, std::string_view unit_id);

// The unit that a unit is counted with, itself if it is counted alone. The unit is one of these.
const RatedUnit& counted_with(const RegulationProfile& rules, const RatedUnits& units,
                              std::string_view unit_id);

// The unit where somebody stands in a campaign; empty when no post lies in it any more.
std::string unit_in(const RegistryTables& tables, const Campaign& campaign, const Person& person);

}  // namespace minhtin
