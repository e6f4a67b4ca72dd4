#include "server/domain/rules/difference.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "server/domain/rules/file_report.h"

namespace minhtin {
namespace {

constexpr auto findings_of = [](auto& verdict) -> auto& {
    return verdict.findings;
};
constexpr auto not_applied_of = [](auto& verdict) -> auto& {
    return verdict.not_applied;
};

// One kind of what is said, about units, files and votes together.
template <class Of, class Before>
auto all_said(UnitVerdict& verdict, Of of, Before before) {
    auto all = std::move(of(verdict));
    const auto add = [&](auto& part) {
        auto& said = of(part);
        all.insert(all.end(), std::make_move_iterator(said.begin()), std::make_move_iterator(said.end()));
    };
    for (FileVerdict& file : verdict.files) add(file);
    for (VoteVerdict& vote : verdict.votes) add(vote);
    std::sort(all.begin(), all.end(), before);
    return all;
}

// What stands in one sorted list and not in the other, as often as it stands there more.
template <class T, class Before>
std::vector<T> only_in(const std::vector<T>& these, const std::vector<T>& those, Before before) {
    std::vector<T> left;
    std::set_difference(these.begin(), these.end(), those.begin(), those.end(), std::back_inserter(left),
                        before);
    return left;
}

}  // namespace

bool level_change_before(const LevelChange& a, const LevelChange& b) {
    return std::tie(a.file, a.level) < std::tie(b.file, b.level);
}

Difference difference(UnitVerdict before, UnitVerdict after) {
    Difference d;
    std::map<std::string_view, const FileVerdict*> was;
    for (const FileVerdict& f : before.files) was.emplace(f.file, &f);
    for (const FileVerdict& f : after.files) {
        const auto old = was.find(f.file);
        if (old == was.end()) continue;
        for (std::size_t i = 0; i < f.levels.size(); ++i) {
            if (f.levels[i].state != old->second->levels[i].state)
                d.levels.push_back(
                    {f.file, f.levels[i].level, old->second->levels[i].state, f.levels[i].state});
        }
    }
    std::sort(d.levels.begin(), d.levels.end(), level_change_before);
    for (const CapStanding& s : after.caps) {
        if (std::find(before.caps.begin(), before.caps.end(), s) == before.caps.end()) d.caps.push_back(s);
    }
    const auto findings_before = all_said(before, findings_of, finding_before),
               findings_after = all_said(after, findings_of, finding_before);
    d.gone = only_in(findings_before, findings_after, finding_before);
    d.come = only_in(findings_after, findings_before, finding_before);
    const auto open_before = all_said(before, not_applied_of, not_applied_before),
               open_after = all_said(after, not_applied_of, not_applied_before);
    d.gone_not_applied = only_in(open_before, open_after, not_applied_before);
    d.come_not_applied = only_in(open_after, open_before, not_applied_before);
    return d;
}

}  // namespace minhtin
