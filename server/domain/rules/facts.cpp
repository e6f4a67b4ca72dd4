#include "server/domain/rules/facts.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>

namespace minhtin {
namespace {

bool same_value(const FactValue& a, const FactValue& b) {
    const auto* items_a = std::get_if<std::vector<Item>>(&a);
    const auto* items_b = std::get_if<std::vector<Item>>(&b);
    if (items_a != nullptr && items_b != nullptr) return distinct_items(*items_a) == distinct_items(*items_b);
    return a == b;
}

bool agree(const Fact& a, const Fact& b) {
    return std::equal(
        a.says.begin(), a.says.end(), b.says.begin(), b.says.end(),
        [](const auto& x, const auto& y) { return x.first == y.first && same_value(x.second, y.second); });
}

// One id, two contents.
bool doubled(const Fact& fact) {
    for (const auto& [field, value] : fact.says) {
        const auto* items = std::get_if<std::vector<Item>>(&value);
        if (items == nullptr) continue;
        const auto once = distinct_items(*items);
        const auto same_id = [](const Item& x, const Item& y) { return x.id == y.id; };
        if (std::adjacent_find(once.begin(), once.end(), same_id) != once.end()) return true;
    }
    return false;
}

// Which entries count: those that nobody replaces, and not those that these replace, and so on. What is left
// replaces itself in a circle.
struct Replacing {
    explicit Replacing(std::span<const Fact> facts) {
        std::set<std::string_view> replaced;
        std::unordered_map<std::string_view, std::vector<std::string_view>> by;
        for (const Fact& fact : facts) {
            if (fact.supersedes.empty() || fact.supersedes == fact.id) continue;
            replaced.insert(fact.supersedes);
            by[fact.id].push_back(fact.supersedes);
        }
        if (replaced.empty()) return;
        std::vector<std::string_view> next;
        for (const Fact& fact : facts) {
            if (!replaced.contains(fact.id)) next.push_back(fact.id);
        }
        while (!next.empty()) {
            const std::string_view id = next.back();
            next.pop_back();
            for (const std::string_view old : by[id]) {
                if (gone.insert(old).second) next.push_back(old);
            }
        }
        std::set_difference(replaced.begin(), replaced.end(), gone.begin(), gone.end(),
                            std::inserter(circle, circle.end()));
    }
    std::set<std::string_view> gone, circle;
};

Facts::Statement statement_of(std::span<const Fact* const> of_topic, const Replacing& replacing) {
    Facts::Statement s;
    s.topic = of_topic.front()->topic;
    for (const Fact* fact : of_topic) {
        if (replacing.circle.contains(fact->id) || (s.fact != nullptr && !agree(*s.fact, *fact)))
            s.contradicted = true;
        if (s.fact == nullptr || fact->id < s.fact->id) s.fact = fact;
        s.entries.push_back(fact->id);
    }
    if (doubled(*s.fact)) s.contradicted = true;
    std::sort(s.entries.begin(), s.entries.end());
    s.entries.erase(std::unique(s.entries.begin(), s.entries.end()), s.entries.end());
    return s;
}

}  // namespace

std::vector<Item> distinct_items(const std::vector<Item>& items) {
    std::vector<Item> once = items;
    std::sort(once.begin(), once.end());
    once.erase(std::unique(once.begin(), once.end()), once.end());
    return once;
}

Facts::Facts(std::span<const Fact> facts) {
    const Replacing replacing(facts);
    std::vector<const Fact*> by_topic;
    by_topic.reserve(facts.size());
    for (const Fact& fact : facts) {
        if (!replacing.gone.contains(fact.id)) by_topic.push_back(&fact);
    }
    const auto topic_before = [](const Fact* a, const Fact* b) { return a->topic < b->topic; };
    std::stable_sort(by_topic.begin(), by_topic.end(), topic_before);
    for (auto at = by_topic.begin(); at != by_topic.end();) {
        const auto end = std::upper_bound(at, by_topic.end(), *at, topic_before);
        statements_.push_back(statement_of({at, end}, replacing));
        at = end;
    }
}

const Facts::Statement* Facts::of(std::string_view topic) const {
    const auto at = std::lower_bound(statements_.begin(), statements_.end(), topic,
                                     [](const Statement& s, std::string_view t) { return s.topic < t; });
    return at != statements_.end() && at->topic == topic ? &*at : nullptr;
}

std::span<const Facts::Statement> Facts::all_of(std::string_view prefix) const {
    const auto first = std::find_if(statements_.begin(), statements_.end(),
                                    [&](const Statement& s) { return s.topic.starts_with(prefix); });
    const auto last = std::find_if(first, statements_.end(),
                                   [&](const Statement& s) { return !s.topic.starts_with(prefix); });
    return {first, last};
}

}  // namespace minhtin
