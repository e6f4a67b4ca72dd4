#include "server/domain/rules/cap_changes.h"

#include <algorithm>
#include <tuple>

#include "server/domain/rules/file_report.h"

namespace minhtin {
namespace {

// Something said about one file, for another that it holds for as well.
template <class T>
struct Said {
    const T* what;
    const std::string* file;
};
template <class T>
using SaidOfMany = std::vector<Said<T>>;

template <class T>
void note(SaidOfMany<T>& list, const std::vector<T>& said, const std::string& file) {
    for (const T& one : said) list.push_back({&one, &file});
}

auto rank(const Finding& f) {
    return std::tie(f.kind, f.rule);
}
auto rank(const NotApplied& n) {
    return std::tie(n.rule);
}

// Sorted before they are copied: a finding is long, and there may be two for each person of an organisation.
template <class T, class Before>
void add(std::vector<T>& to, SaidOfMany<T> more, Before before) {
    std::ranges::sort(more, [&](const Said<T>& a, const Said<T>& b) {
        if (a.what == b.what) return *a.file < *b.file;
        if (rank(*a.what) != rank(*b.what)) return rank(*a.what) < rank(*b.what);
        return *a.file != *b.file ? *a.file < *b.file : before(*a.what, *b.what);
    });
    const auto others = std::ptrdiff_t(to.size());
    to.reserve(to.size() + more.size());
    for (const Said<T>& one : more) {
        to.push_back(*one.what);
        to.back().about = *one.file;
    }
    std::inplace_merge(to.begin(), to.begin() + others, to.end(), before);
}

}  // namespace

CapChanges::CapChanges(const Season& before, const Season& after)
    : before_(before), after_(after), caps_(rules_about_caps(before.profile())) {}

void CapChanges::look(const ReadyFile& file, std::size_t unit) {
    const auto [at, is_new] =
        alike_.try_emplace({counted_as(before_, file, unit), counted_as(after_, file, unit)});
    if (is_new) at->second.says = said_about(file, unit);
    at->second.files.emplace_back(&file, unit);
}

Difference CapChanges::said_about(const ReadyFile& file, std::size_t unit) const {
    UnitVerdict was, is;
    was.files.push_back(rate_in(before_, before_.units()[unit].get(), file, &caps_));
    is.files.push_back(rate_in(after_, after_.units()[unit].get(), file, &caps_));
    return difference(std::move(was), std::move(is));
}

void CapChanges::add_to(Difference& d, const Rest& rest) const {
    SaidOfMany<Finding> gone, come;
    SaidOfMany<NotApplied> gone_not_applied, come_not_applied;
    for (const auto& [counted, alike] : alike_) {
        for (const auto& [file, unit] : alike.files) {
            const std::string& id = file->file.id;
            note(gone, alike.says.gone, id);
            note(come, alike.says.come, id);
            note(gone_not_applied, alike.says.gone_not_applied, id);
            note(come_not_applied, alike.says.come_not_applied, id);
            if (alike.says.levels.empty()) continue;
            const LevelStates others = rest(*file, unit);
            for (const LevelChange& change : alike.says.levels) {
                const auto other = others[place_of_level(before_.profile(), change.level)];
                const auto was = std::max(change.before, other), is = std::max(change.after, other);
                if (was != is) d.levels.push_back({id, change.level, was, is});
            }
        }
    }
    add(d.gone, std::move(gone), finding_before);
    add(d.come, std::move(come), finding_before);
    add(d.gone_not_applied, std::move(gone_not_applied), not_applied_before);
    add(d.come_not_applied, std::move(come_not_applied), not_applied_before);
    std::sort(d.levels.begin(), d.levels.end(), level_change_before);
}

}  // namespace minhtin
