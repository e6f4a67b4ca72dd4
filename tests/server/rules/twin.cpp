#include "tests/server/rules/twin.h"

#include <algorithm>
#include <set>

#include "server/domain/rules/day_count.h"
#include "server/domain/rules/working_days.h"
#include "tests/server/rules/twin_figures.h"

namespace minhtin::twin {
namespace {

using Ids = std::vector<std::string>;

std::string line(const std::string& kind, const std::string& rule, const std::string& about,
                 const Ids& levels) {
    std::string text = kind + " " + rule + " " + about;
    for (const std::string& level : levels) text += " " + level;
    return text;
}

class Twin {
public:
    Twin(const RegulationProfile& profile, const RatedUnits& units, Day now)
        : profile_(profile), units_(units), now_(now) {
        for (const Level& l : profile.rating_levels) levels_.push_back(l.id);
        for (const RatedFile& f : units.files) rate(f);
        for (const RatedUnit& u : units.units) check(u);
    }
    Ids said;

private:
    const RatedUnit* unit_of(const std::string& id) const {
        for (const RatedUnit& u : units_.units) {
            if (u.id == id) return &u;
        }
        return nullptr;
    }
    const RatedFile* collective_of(const std::string& unit) const {
        for (const RatedFile& f : units_.files) {
            if (unit_of(unit) != nullptr && f.unit == unit && f.subject == RatedFile::Subject::collective)
                return &f;
        }
        return nullptr;
    }
    const RatedFile* around(const RatedFile& f) const { return person(f) ? collective_of(f.unit) : nullptr; }
    With with() const { return {profile_, units_.year, now_}; }
    static bool person(const RatedFile& f) { return f.subject == RatedFile::Subject::person; }
    Truth test(const Condition& c, const RatedFile& f) const { return holds(c, f, around(f), with()); }
    Ids but(const std::string& level) const {
        Ids others = levels_;
        std::erase(others, level);
        return others;
    }
    Ids above(std::size_t place) const {
        return Ids(levels_.begin(), levels_.begin() + std::ptrdiff_t(place));
    }

    // -1: no level, or one that the regulation does not have. -2: two that differ.
    int level(const RatedFile& f) const {
        for (const char* topic : {"level:decision", "level:proposal"}) {
            const Stated s = stated(f, topic);
            if (s.differ) return -2;
            if (!s.any) continue;
            for (std::size_t i = 0; i < levels_.size(); ++i) {
                if (FactValue(levels_[i]) == s.fact->says.at("level")) return int(i);
            }
            return -1;
        }
        return -1;
    }
    // Whether the regulation leaves somebody out.
    Truth rated(const RatedFile& f) const {
        bool sure = true;
        for (const Rule& r : profile_.rules) {
            const auto* out = std::get_if<rules::NotRated>(&r.body);
            if (out == nullptr) continue;
            const Truth when = r.only_if ? test(*r.only_if, f) : Truth::yes, then = test(out->condition, f);
            if (when == Truth::yes && then == Truth::yes) return Truth::no;
            if (when != Truth::no && then != Truth::no) sure = false;
        }
        return sure ? Truth::yes : Truth::unknown;
    }

    // The cap over some files, with one of them at the level (or as all are, when `one` is null).
    struct Counted {
        bool fits = false, fits_surely = false, may_fit = false, last = false, anybody = false;
    };
    Counted count(const rules::Cap& cap, const std::vector<const RatedFile*>& files, const RatedFile* one,
                  const std::string& body) const {
        const int best = int(std::find(levels_.begin(), levels_.end(), cap.level) - levels_.begin());
        const RatedFile* own = collective_of(body);
        const Share share = own != nullptr && level(*own) == best ? cap.share_if_outstanding : cap.share;
        const auto counts = [&](int at) {
            switch (cap.base) {
                case rules::Cap::Base::the_next_level:
                    return at == best + 1;
                case rules::Cap::Base::that_level_and_better:
                    return at <= best + 1;
                case rules::Cap::Base::all_rated:
                    break;
            }
            return true;
        };
        std::int64_t used = 0, base = 0, open = 0, worst_used = 0, worst_base = 0;
        bool all_heard = true;
        for (const RatedUnit& u : units_.units) {  // collectives are heard one by one
            const bool counted = !files.empty() && !person(*files.front()) && u.parent == body;
            if (counted && !u.empty && collective_of(u.id) == nullptr) all_heard = false;
        }
        Counted c;
        for (const RatedFile* f : files) {
            const Truth is = f == one ? Truth::yes : rated(*f);
            if (rated(*f) == Truth::no) continue;
            c.anybody = true;
            all_heard = all_heard && (!person(*f) || !silent_cell_beside(cap, f->unit));
            const int at = f == one ? best : level(*f);
            if (at < 0) ++open;
            if (at == best) ++used;
            if (at >= 0 && counts(at)) ++base;
            // At worst a doubtful one takes a place, or does not help the base.
            const int bad = at == -2 ? best : at;
            if (bad == best) ++worst_used;
            if (bad >= 0 && counts(bad) && (is == Truth::yes || bad == best)) ++worst_base;
        }
        c.fits = used * share.den <= base * share.num && used <= base * share.num / share.den;
        c.fits_surely = all_heard && c.fits && worst_used <= worst_base * share.num / share.den;
        c.may_fit = !all_heard || used <= (base + open) * share.num / share.den;
        c.last = used == base * share.num / share.den;
        return c;
    }
    // The unit with whose name the persons of a unit are counted.
    std::string counted_with(const rules::Cap& cap, const std::string& unit) const {
        if (cap.counted_in == rules::Cap::CountedIn::cell) return unit;
        for (const RatedUnit* u = unit_of(unit); u != nullptr; u = unit_of(u->parent)) {
            if (u->kind != RatedUnit::Kind::party) break;
            if (u->tier == RatedUnit::Tier::grassroots) return u->id;
        }
        return unit;
    }
    bool silent_cell_beside(const rules::Cap& cap, const std::string& unit) const {
        const std::string whole = counted_with(cap, unit);
        return std::any_of(units_.units.begin(), units_.units.end(), [&](const RatedUnit& u) {
            if (u.id == unit || counted_with(cap, u.id) != whole || u.empty) return false;
            const bool below = std::any_of(units_.units.begin(), units_.units.end(),
                                           [&](const RatedUnit& v) { return v.parent == u.id; });
            const bool anybody = std::any_of(units_.files.begin(), units_.files.end(),
                                             [&](const RatedFile& f) { return person(f) && f.unit == u.id; });
            return u.tier == RatedUnit::Tier::cell && !below && !anybody;
        });
    }
    // Counted together under the name of a unit.
    std::vector<const RatedFile*> members(const rules::Cap& cap, const std::string& whole,
                                          const std::string& group) const {
        std::vector<const RatedFile*> list;
        for (const RatedFile& f : units_.files) {
            if (person(f) && counted_with(cap, f.unit) == whole && (group.empty() || f.group == group))
                list.push_back(&f);
        }
        return list;
    }
    std::vector<const RatedFile*> lower(const std::string& unit) const {
        std::vector<const RatedFile*> list;
        for (const RatedUnit& u : units_.units) {
            const RatedFile* f = collective_of(u.id);
            if (u.parent == unit && f != nullptr) list.push_back(f);
        }
        return list;
    }

    void rate(const RatedFile& f) {
        for (const Rule& r : profile_.rules) {
            const auto say = [&](const char* kind, const Ids& levels) {
                said.push_back(line(kind, r.id, f.id, levels));
            };
            const Truth when = r.only_if ? test(*r.only_if, f) : Truth::yes;
            if (when == Truth::no) continue;
            std::visit([&](const auto& body) { apply(body, f, when, say); }, r.body);
        }
    }

    // --- one file; `when` is unknown when it is not known whether the rule is about it ---

    template <class Say>
    void apply(const rules::Needs& needs, const RatedFile& f, Truth when, Say say) {
        const Truth t = test(needs.condition, f);
        if (when == Truth::unknown || t == Truth::unknown) return say("unknown", needs.levels);
        if (t == Truth::no) return say("forbids", needs.levels);
        if (!needs.one_more) return;
        const std::string name(figure_kinds()[*needs.one_more].name);
        const std::string topic = name.substr(0, name.find('.')), field = name.substr(name.find('.') + 1);
        RatedFile more = f;
        bool stated_plainly = values(name, f, around(f), with()).size() == 1;
        for (Fact& fact : more.facts) {
            if (fact.topic != topic || !fact.says.contains(field)) continue;
            auto& n = std::get<Decimal>(fact.says.at(field));
            n = n + Decimal::of(1);
            if (name == "tasks.late") fact.says.erase("on_time");  // one more is late that was on time
        }
        if (stated_plainly && test(needs.condition, more) == Truth::no) say("would-break", needs.levels);
    }
    template <class Say>
    void apply(const rules::Forces& forces, const RatedFile& f, Truth when, Say say) {
        const Truth t = test(forces.condition, f);
        if (when == Truth::unknown || t == Truth::unknown) return say("unknown", but(forces.level));
        if (t == Truth::yes) say("forbids", but(forces.level));
    }
    template <class Say>
    void apply(const rules::NotRated& out, const RatedFile& f, Truth when, Say say) {
        const Truth t = test(out.condition, f);
        if (when == Truth::unknown || t == Truth::unknown) return say("unknown", levels_);
        if (t == Truth::yes) say("forbids", levels_);
    }
    template <class Say>
    void apply(const rules::Warns& warns, const RatedFile& f, Truth when, Say say) {
        const Truth t = test(warns.condition, f);
        if (when == Truth::unknown || t == Truth::unknown) return say("unknown", {});
        if (t == Truth::yes) say("warns", {});
    }
    template <class Say>
    void apply(const rules::Documents& papers, const RatedFile& f, Truth, Say say) {
        for (const std::string& paper : person(f) ? papers.person : papers.collective) {
            const auto& may = papers.may_be_exempt;
            const bool exemptible = std::find(may.begin(), may.end(), paper) != may.end();
            const Stated exempt = stated(f, "exempt:" + paper);
            if (stated(f, "document:" + paper).any || (exemptible && exempt.any && !exempt.differ)) continue;
            say(exemptible && exempt.any ? "unknown" : "missing", levels_);
        }
    }
    template <class Say>
    void apply(const rules::Answered&, const RatedFile& f, Truth, Say say) {
        const auto points = items(f, "suggestions");
        if (!points) return say("unknown", levels_);
        for (const Item& point : *points) {
            if (!stated(f, "explanation:" + point.id).any) say("missing", levels_);
        }
    }
    template <class Say>
    void apply(const rules::HeadNotAbove&, const RatedFile& f, Truth, Say say) {
        if (!person(f)) return;
        const auto posts = items(f, "posts");
        if (!posts) return say("unknown", above(levels_.size() - 1));
        for (const Item& post : *posts) {
            if (post.words.at("role") != "head") continue;
            const RatedFile* led = collective_of(post.words.at("unit"));
            const int at = led == nullptr ? -1 : level(*led);
            if (at < 0) say("unknown", above(levels_.size() - 1));
            if (at > 0) say("forbids", above(std::size_t(at)));
        }
    }
    template <class Say>
    void apply(const rules::RatedOnce& once, const RatedFile& f, Truth, Say say) {
        if (!person(f)) return;
        const auto posts = items(f, "posts");
        if (!posts) return say("unknown", levels_);
        if (posts->empty()) return;
        // Who is better than every other post: a higher rank (a smaller number), or as high with more time.
        const auto rank = [](const Item& p) { return *Decimal::from_text(p.words.at("rank")); };
        bool leads = false, time_missing = false;
        Ids best;
        for (const Item& p : *posts) {
            leads = leads || p.words.at("role") != "member";
            bool beaten = false, tied = false;
            for (const Item& q : *posts) {
                if (q.id == p.id) continue;
                if (rank(q) < rank(p)) beaten = true;
                if (rank(q) != rank(p)) continue;
                tied = true;
                const bool known = p.words.contains("working_time") && q.words.contains("working_time");
                if (known && *Decimal::from_text(q.words.at("working_time")) >
                                 *Decimal::from_text(p.words.at("working_time")))
                    beaten = true;
            }
            const bool highest =
                std::none_of(posts->begin(), posts->end(), [&](const Item& q) { return rank(q) < rank(p); });
            if (highest && tied && !p.words.contains("working_time")) time_missing = true;
            if (!beaten) best.push_back(p.id);
        }
        const Stated at = stated(f, "rated-at");
        if (time_missing || (posts->size() > 1 && !at.any) || at.differ) {
            say("unknown", levels_);
        } else {
            const std::string where =
                at.any ? std::get<std::string>(at.fact->says.at("post")) : posts->front().id;
            int held = 0, held_here = 0, any_here = 0;
            for (const Item& p : *posts) {
                const bool here = p.words.at("unit") == f.unit;
                held += p.id == where;
                held_here += p.id == where && here;
                any_here += here;
            }
            const bool lower = std::find(best.begin(), best.end(), where) == best.end();
            if (held == 0) say("unknown", levels_);
            if (held > 0 && (lower || (any_here > 0 && held_here == 0))) say("forbids", levels_);
        }
        for (const std::string& place : once.review_places) {
            if (leads && !stated(f, "review:" + place).any) say("unknown", levels_);
        }
    }
    template <class Say>
    void apply(const rules::DaysBefore& b, const RatedFile& f, Truth when, Say say) {
        const Done first = done(&f, b.first), then = done(&f, b.then);
        if (when == Truth::unknown || !first.day || !then.day) return say("unknown", {});
        const auto had = b.working ? working_days_between(*first.day, *then.day)
                                   : std::optional(days_between(*first.day, *then.day));
        if (!had) return say("unknown", {});
        if (*had < b.days) say("forbids", {});
    }
    template <class Say>
    void apply(const rules::Precedes& order, const RatedFile& f, Truth, Say say) {
        const bool own = order.scope == rules::Precedes::Scope::own;
        if (!own && (order.scope != rules::Precedes::Scope::collective_first || !person(f))) return;
        const Done first = done(own ? &f : collective_of(f.unit), order.first), then = done(&f, order.then);
        const bool about_levels = order.then == "step:rating" || order.then == "level:decision";
        const Ids levels = about_levels ? levels_ : Ids{};
        if (first.differ || then.differ || !first.day) return say("unknown", levels);
        if (then.day && *first.day > *then.day) say("forbids", levels);
    }
    template <class Say>
    void apply(const rules::Deadline& d, const RatedFile& f, Truth, Say say) {
        const RatedUnit* unit = unit_of(f.unit);
        if (unit == nullptr || d.subject != f.subject || (d.tier && *d.tier != unit->tier)) return;
        const Day until = *Day::of(units_.year + d.years_later, d.month, d.day);
        const Done when = done(&f, d.topic);
        if (when.differ) return say("unknown", {});
        if (when.day ? *when.day >= until : now_ >= until)
            say(when.day || d.if_needed ? "warns" : "missing", {});
    }
    template <class Say>
    void apply(const rules::Cap& cap, const RatedFile& f, Truth, Say say) {
        const RatedUnit* unit = unit_of(f.unit);
        if (unit == nullptr) return say("unknown", {cap.level});
        if (rated(f) == Truth::no) return;
        const auto place = [&](const std::vector<const RatedFile*>& files, const std::string& body) {
            const Counted c = count(cap, files, &f, body);
            const int at = level(f);
            if (c.fits_surely && c.last && at >= 0 && levels_[std::size_t(at)] == cap.level)
                say("would-break", {cap.level});
            if (!c.fits_surely) say(c.may_fit ? "unknown" : "forbids", {cap.level});
        };
        if (!person(f)) {
            if (cap.per_body && !unit->parent.empty()) place(lower(unit->parent), unit->parent);
            return;
        }
        const std::string whole = counted_with(cap, f.unit);
        if (cap.per_body) place(members(cap, whole, ""), whole);
        if (cap.per_group && !f.group.empty()) place(members(cap, whole, f.group), whole);
    }
    template <class Body, class Say>
    void apply(const Body&, const RatedFile&, Truth, Say) {}

    // --- a unit ---

    void check(const RatedUnit& u) {
        for (const Rule& r : profile_.rules) {
            const auto say = [&](const char* kind, const Ids& levels) {
                said.push_back(line(kind, r.id, u.id, levels));
            };
            if (const auto* cap = std::get_if<rules::Cap>(&r.body)) caps(*cap, u, say);
            if (const auto* order = std::get_if<rules::Precedes>(&r.body)) orders(*order, u, say);
        }
    }
    template <class Say>
    void caps(const rules::Cap& cap, const RatedUnit& u, Say say) {
        const auto place = [&](const std::vector<const RatedFile*>& files) {
            const Counted c = count(cap, files, nullptr, u.id);
            if (!c.anybody) return;
            std::int64_t wish = 0;
            for (const RatedFile* f : files) {
                const int at = level(*f);
                if (rated(*f) == Truth::no) continue;
                const Stated self = stated(*f, "level:self");
                wish += at < 0 && self.fact != nullptr && self.fact->says.at("level") == FactValue(cap.level);
            }
            if (!c.fits && !c.may_fit) return say("forbids", {cap.level});
            if (!c.fits_surely) return say("unknown", {cap.level});
            if (c.last) {
                if (base_of(cap, files) + wish > 0) say("would-break", {cap.level});
                return;
            }
            // More wish for it than places are free.
            for (std::int64_t i = 0; i < wish; ++i) {
                if (!count_with(cap, files, u.id, i + 1)) return say("warns", {cap.level});
            }
        };
        const auto all = members(cap, u.id, "");
        if (cap.per_body && !all.empty()) place(all);
        std::set<std::string> groups;
        for (const RatedFile* f : all) groups.insert(f->group);
        for (const std::string& g : groups) {
            if (cap.per_group && !g.empty()) place(members(cap, u.id, g));
        }
        if (cap.per_body && !lower(u.id).empty()) place(lower(u.id));
    }
    // Whether so many more at the level would still fit the base as it is.
    bool count_with(const rules::Cap& cap, const std::vector<const RatedFile*>& files,
                    const std::string& body, std::int64_t more) const {
        const int best = int(std::find(levels_.begin(), levels_.end(), cap.level) - levels_.begin());
        const RatedFile* own = collective_of(body);
        const Share share = own != nullptr && level(*own) == best ? cap.share_if_outstanding : cap.share;
        std::int64_t used = more;
        for (const RatedFile* f : files) used += rated(*f) != Truth::no && level(*f) == best;
        return used <= base_of(cap, files) * share.num / share.den;
    }
    std::int64_t base_of(const rules::Cap& cap, const std::vector<const RatedFile*>& files) const {
        const int best = int(std::find(levels_.begin(), levels_.end(), cap.level) - levels_.begin());
        std::int64_t base = 0;
        for (const RatedFile* f : files) {
            const int at = level(*f);
            if (rated(*f) == Truth::no || at < 0) continue;
            base += cap.base == rules::Cap::Base::all_rated || at == best + 1 ||
                    (cap.base == rules::Cap::Base::that_level_and_better && at <= best + 1);
        }
        return base;
    }
    template <class Say>
    void orders(const rules::Precedes& order, const RatedUnit& u, Say say) {
        using Scope = rules::Precedes::Scope;
        Ids others;
        if (order.scope == Scope::beside_first) others = u.beside;
        for (const RatedUnit& v : units_.units) {
            if (order.scope == Scope::lower_first && v.parent == u.id) others.push_back(v.id);
        }
        const Done then = done(collective_of(u.id), order.then);
        for (const std::string& id : others) {
            const Done first = done(collective_of(id), order.first);
            if (first.differ || then.differ || !first.day) {
                say("unknown", {});
                continue;
            }
            if (!then.day) continue;
            if (*first.day > *then.day) {
                say("forbids", {});
                continue;
            }
            if (order.scope != Scope::beside_first) continue;
            const bool known = !first.meeting.empty() && !then.meeting.empty();
            if (known && first.meeting == then.meeting) say("forbids", {});
            if (!known && *first.day == *then.day) say("unknown", {});
        }
    }

    const RegulationProfile& profile_;
    const RatedUnits& units_;
    const Day now_;
    Ids levels_;
};

}  // namespace

std::vector<std::string> lines(const RegulationProfile& profile, const RatedUnits& units, Day now) {
    Ids all = Twin(profile, units, now).said;
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<std::string> lines(const UnitVerdict& verdict) {
    Ids all;
    const auto add = [&](const auto& v) {
        for (const Finding& f : v.findings)
            all.push_back(line(std::string(name(f.kind)), f.rule, f.about, f.levels));
        for (const NotApplied& n : v.not_applied) all.push_back(line("unknown", n.rule, n.about, n.levels));
    };
    add(verdict);
    for (const FileVerdict& f : verdict.files) add(f);
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace minhtin::twin
