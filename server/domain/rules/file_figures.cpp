#include "server/domain/rules/file_figures.h"

#include <algorithm>
#include <array>

#include "crypto/ensure.h"
#include "server/domain/profiles.h"
#include "server/domain/rules/day_count.h"

namespace minhtin {
namespace {

using State = Figure::State;

Figure number(Decimal low, Decimal high, std::vector<std::string> entries) {
    return {low == high ? State::known : State::between, low, high, {}, std::move(entries)};
}
Figure number(std::int64_t value, std::vector<std::string> entries) {
    return number(Decimal::of(value), Decimal::of(value), std::move(entries));
}
Figure word(std::string text, std::vector<std::string> entries) {
    return {State::known, {}, {}, std::move(text), std::move(entries)};
}
Figure contradicted(std::vector<std::string> entries) {
    return {State::contradicted, {}, {}, {}, std::move(entries)};
}

const std::vector<Item>* items_of(const Facts::Statement* s) {
    if (s == nullptr || s->contradicted) return nullptr;
    const auto at = s->fact->says.find("items");
    return at == s->fact->says.end() ? nullptr : std::get_if<std::vector<Item>>(&at->second);
}

std::string_view word_of(const Item& item, const std::string& field) {
    const auto at = item.words.find(field);
    return at == item.words.end() ? std::string_view() : std::string_view(at->second);
}

const Decimal all_points = Decimal::of(100);

class Maker {
public:
    Maker(RatedFile::Subject subject, const Facts& facts, const Facts* collective, const RatingFrame& frame)
        : facts_(facts), frame_(frame), figures_(figure_kinds().size()) {
        put("file.subject", word(subject == RatedFile::Subject::person ? "person" : "collective", {}));
        plain_fields();
        levels();
        score();
        lists();
        if (subject == RatedFile::Subject::person) {
            posts();
        } else {
            put("person.role",
                word("none", {}));  // rules about heads and members say nothing about a collective
            put("person.posts", number(0, {}));
        }
        quarters();
        membership();
        if (collective != nullptr) around(*collective);
        parts_fit();
    }
    Figures take() && { return std::move(figures_); }

private:
    void put(std::string_view name, Figure figure) {
        const auto id = figure_named(name);
        ENSURE(id.has_value());
        figures_[*id] = std::move(figure);
    }
    const Figure& get(std::string_view name) const { return figures_[*figure_named(name)]; }

    // "tasks.late" is the field "late" of the topic "tasks"; "level.self" that of "level:self".
    static Figure field(const Facts& facts, std::string_view topic, std::string_view name) {
        const Facts::Statement* s = facts.of(topic);
        if (s == nullptr) return {};
        if (s->contradicted) return contradicted(s->entries);
        const auto at = s->fact->says.find(std::string(name));
        if (at == s->fact->says.end()) return {};
        if (const auto* n = std::get_if<Decimal>(&at->second)) return number(*n, *n, s->entries);
        if (const auto* w = std::get_if<std::string>(&at->second)) return word(*w, s->entries);
        return {};
    }

    void plain_fields() {
        struct Plain {
            std::string_view figure, topic, field;
        };
        static constexpr Plain all[] = {
            {"score.common", "score", "common"},
            {"score.results", "score", "results"},
            {"tasks.assigned", "tasks", "assigned"},
            {"tasks.done", "tasks", "done"},
            {"tasks.on_time", "tasks", "on_time"},
            {"tasks.late", "tasks", "late"},
            {"tasks.above", "tasks", "above"},
            {"tasks.main_missed", "tasks", "main_missed"},
            {"tasks.force_majeure", "tasks", "force_majeure"},
            {"shortcomings.found", "shortcomings", "found"},
            {"shortcomings.fixed", "shortcomings", "fixed"},
            {"subordinates.units", "subordinates", "units"},
            {"subordinates.disciplined", "subordinates", "disciplined"},
            {"subordinates.members_disciplined", "subordinates", "members_disciplined"},
            {"subordinates.violations_open", "subordinates", "violations_open"},
            {"led-unit.assigned", "led-unit", "assigned"},
            {"led-unit.done", "led-unit", "done"},
            {"membership.exempt", "membership", "exempt"},
            {"membership.suspended", "membership", "suspended"},
            {"reverification.done", "reverification", "done"},
            {"rating-vote.collected", "rating-vote", "collected"},
            {"rating-vote.excellent", "rating-vote", "excellent"},
            {"rating-vote.good", "rating-vote", "good"},
            {"rating-vote.completed", "rating-vote", "completed"},
            {"rating-vote.failed", "rating-vote", "failed"},
        };
        for (const Plain& p : all) put(p.figure, field(facts_, p.topic, p.field));
    }

    bool is_level(const std::string& word) const {
        const auto& levels = frame_.profile.rating_levels;
        return std::ranges::find(levels, word, &Level::id) != levels.end();
    }
    // A word that is no level of the regulation says nothing that can be believed.
    Figure level(const Facts& facts, std::string_view topic) const {
        Figure level = field(facts, topic, "level");
        const bool no_civil_servant = topic == "civil-rating" && level.word == "none";
        if (level.state == State::known && !no_civil_servant && !is_level(level.word))
            return contradicted(level.entries);
        return level;
    }
    void levels() {
        put("civil-rating.level", level(facts_, "civil-rating"));
        put("level.self", level(facts_, "level:self"));
        put("level.proposal", level(facts_, "level:proposal"));
        put("level.decision", level(facts_, "level:decision"));
    }

    // "of 100": domain.md rule 17; what each part may have is a setting of some regulations.
    void score() {
        const bool beyond = above(get("score.common"), most("score-common-most")) ||
                            above(get("score.results"), most("score-results-most"));
        Figure total = total_score();
        if (total.state == State::known && (beyond || above(total, all_points)))
            total = contradicted(total.entries);
        put("score.total", std::move(total));
        for (const char* part : {"score.common", "score.results"}) {
            if (above(get(part), all_points)) put(part, contradicted(get(part).entries));
        }
    }

    Figure total_score() const {
        Figure total = field(facts_, "score", "total");
        const Figure &common = get("score.common"), &results = get("score.results");
        const bool parts = common.state == State::known && results.state == State::known;
        if (!parts || total.state == State::contradicted) return total;
        const Decimal sum = common.low + results.low;
        if (total.state == State::known && total.low != sum) return contradicted(total.entries);
        return number(sum, sum, common.entries);
    }

    static bool above(const Figure& figure, const std::optional<Decimal>& most) {
        return most && figure.state == State::known && figure.low > *most;
    }
    std::optional<Decimal> most(std::string_view setting) const {
        for (const Setting& s : frame_.profile.settings) {
            const auto* text = s.id == setting ? std::get_if<std::string>(&s.value) : nullptr;
            if (text != nullptr) return Decimal::from_text(*text);
        }
        return {};
    }

    // Puts what `make` says of the items; missing or contradicted as the topic is.
    template <class Make>
    void of_items(std::string_view topic, std::initializer_list<std::string_view> names, Make make) {
        const Facts::Statement* s = facts_.of(topic);
        if (s == nullptr) return;
        const std::vector<Item>* items = items_of(s);
        const std::vector<Item> once = items == nullptr ? std::vector<Item>{} : distinct_items(*items);
        for (const std::string_view name : names)
            put(name, items == nullptr ? contradicted(s->entries) : make(name, once, s->entries));
    }

    void lists() {
        put("discipline.counted", violations(facts_, true));
        put("discipline.open", violations(facts_, false));
        of_items("conclusions",
                 {"conclusions.degradation", "conclusions.forbidden_things", "conclusions.example",
                  "conclusions.disunity", "conclusions.member_degraded", "conclusions.corruption"},
                 [](std::string_view name, const std::vector<Item>& items, const auto& entries) {
                     std::string about(name.substr(name.find('.') + 1));
                     std::replace(about.begin(), about.end(), '_', '-');
                     const bool any = std::any_of(items.begin(), items.end(), [&](const Item& i) {
                         return word_of(i, "about") == about;
                     });
                     return word(any ? "yes" : "no", entries);
                 });
        of_items("complaints", {"complaints.open"},
                 [](std::string_view, const std::vector<Item>& items, const auto& entries) {
                     return number(std::count_if(items.begin(), items.end(),
                                                 [](const Item& i) { return word_of(i, "state") == "open"; }),
                                   entries);
                 });
        put("complaints.unverified", unverified());
        of_items("suggestions", {"suggestions.count"},
                 [](std::string_view, const std::vector<Item>& items, const auto& entries) {
                     return number(std::int64_t(items.size()), entries);
                 });
        of_items("criteria", {"criteria.political_lowest", "criteria.other_lowest", "criteria.lowest"},
                 lowest_grade);
    }

    // Those that are open, unless somebody says that they were verified again.
    Figure unverified() const {
        const Figure& open = get("complaints.open");
        const Figure& again = get("reverification.done");
        if (open.state != State::known || open.low == Decimal() || again.state == State::missing) return open;
        if (again.state != State::known) return again;
        Figure left = again.word == "yes" ? number(0, open.entries) : open;
        left.entries.insert(left.entries.end(), again.entries.begin(), again.entries.end());
        return left;
    }

    // All that were disciplined, or those that were not both self-detected and remedied.
    static Figure violations(const Facts& facts, bool all) {
        const Facts::Statement* s = facts.of("discipline");
        const std::vector<Item>* items = items_of(s);
        if (items == nullptr) return s == nullptr ? Figure{} : contradicted(s->entries);
        const std::vector<Item> once = distinct_items(*items);
        const auto counts = [&](const Item& i) {
            return all || word_of(i, "self_detected") != "yes" || word_of(i, "remedied") != "yes";
        };
        return number(std::count_if(once.begin(), once.end(), counts), s->entries);
    }

    // Missing when no criterion of the group is graded: nobody said that there is none.
    static Figure lowest_grade(std::string_view name, const std::vector<Item>& items,
                               const std::vector<std::string>& entries) {
        static constexpr std::array<std::string_view, 4> worst_first{"poor", "average", "good", "excellent"};
        const std::string_view group = name == "criteria.political_lowest" ? "political"
                                       : name == "criteria.other_lowest"   ? "other"
                                                                           : "";
        for (const std::string_view grade : worst_first) {
            for (const Item& i : items) {
                if (word_of(i, "grade") == grade && (group.empty() || word_of(i, "group") == group))
                    return word(std::string(grade), entries);
            }
        }
        return {};
    }

    void posts() {
        const Facts::Statement* s = facts_.of("posts");
        const std::vector<Item>* items = items_of(s);
        if (items == nullptr) {
            if (s != nullptr)
                put("person.posts", contradicted(s->entries)), put("person.role", contradicted(s->entries));
            return;
        }
        const std::vector<Item> once = distinct_items(*items);
        put("person.posts", number(std::int64_t(once.size()), s->entries));
        if (once.empty()) return put("person.role", word("none", s->entries));
        if (once.size() == 1)
            return put("person.role", word(std::string(word_of(once[0], "role")), s->entries));
        const Figure at = field(facts_, "rated-at", "post");
        if (at.state == State::contradicted) return put("person.role", at);
        for (const Item& post : once) {
            if (at.state != State::known || post.id != at.word) continue;
            Figure role = word(std::string(word_of(post, "role")), s->entries);
            role.entries.insert(role.entries.end(), at.entries.begin(), at.entries.end());
            put("person.role", std::move(role));
        }
    }

    void quarters() {
        std::vector<std::string> entries;
        std::array<char, 4> state{};  // 'f' failed, 'o' other, '?' not stated
        int stated = 0;
        for (int q = 0; q < 4; ++q) {
            const Facts::Statement* s = facts_.of("quarter:" + std::to_string(q + 1));
            const Figure level = this->level(facts_, "quarter:" + std::to_string(q + 1));
            const bool excused =
                level.state == State::missing && s != nullptr && s->fact->says.contains("not_rated");
            const bool said = level.state == State::known || excused;
            state[std::size_t(q)] = !said                                                   ? '?'
                                    : level.state == State::known && level.word == "failed" ? 'f'
                                                                                            : 'o';
            stated += said;
            if (said) entries.insert(entries.end(), s->entries.begin(), s->entries.end());
        }
        const auto count = [&](bool unknown_too) {
            return std::count_if(state.begin(), state.end(),
                                 [&](char c) { return c == 'f' || (unknown_too && c == '?'); });
        };
        const auto run = [&](bool unknown_too) {
            int best = 0, now = 0;
            for (const char c : state) {
                now = c == 'f' || (unknown_too && c == '?') ? now + 1 : 0;
                best = std::max(best, now);
            }
            return best;
        };
        put("quarters.stated", number(stated, entries));
        put("quarters.failed", number(Decimal::of(count(false)), Decimal::of(count(true)), entries));
        put("quarters.failed_run", number(Decimal::of(run(false)), Decimal::of(run(true)), entries));
    }

    // To the day of the decision; before there is one to today, but not beyond the year that is rated. A year
    // that is decided or over does not change any more.
    void membership() {
        const Facts::Statement* s = facts_.of("membership");
        if (s == nullptr) return;
        if (s->contradicted) return put("membership.months", contradicted(s->entries));
        const auto at = s->fact->says.find("admitted");
        if (at == s->fact->says.end()) return;
        const DoneDay decided = day_of(facts_, "level:decision");
        std::vector<std::string> entries = s->entries;
        entries.insert(entries.end(), decided.entries.begin(), decided.entries.end());
        if (decided.state == DoneDay::State::contradicted)
            return put("membership.months", contradicted(std::move(entries)));
        const auto year_ends = Day::of(frame_.year, 12, 31);
        const Day until = decided.day ? *decided.day : std::min(frame_.now, year_ends.value_or(frame_.now));
        if (const auto* admitted = std::get_if<Day>(&at->second))
            put("membership.months", number(months_between(*admitted, until), std::move(entries)));
    }

    void around(const Facts& collective) {
        Figure level = this->level(collective, "level:decision");
        if (level.state == State::missing) level = this->level(collective, "level:proposal");
        put("collective.level", std::move(level));
        put("collective.assigned", field(collective, "tasks", "assigned"));
        put("collective.done", field(collective, "tasks", "done"));
        put("collective.force_majeure", field(collective, "tasks", "force_majeure"));
        put("collective.discipline_open", violations(collective, false));
    }

    // 25 tasks done out of 20 are a mistake in the file: neither number is believed.
    void parts_fit() {
        static constexpr std::pair<std::string_view, std::string_view> part_of[] = {
            {"tasks.done", "tasks.assigned"},
            {"tasks.on_time", "tasks.assigned"},
            {"tasks.on_time", "tasks.done"},
            {"tasks.late", "tasks.assigned"},
            {"tasks.above", "tasks.assigned"},
            {"shortcomings.fixed", "shortcomings.found"},
            {"subordinates.disciplined", "subordinates.units"},
            {"subordinates.violations_open", "subordinates.units"},
            {"led-unit.done", "led-unit.assigned"},
            {"rating-vote.excellent", "rating-vote.collected"},
            {"rating-vote.good", "rating-vote.collected"},
            {"rating-vote.completed", "rating-vote.collected"},
            {"rating-vote.failed", "rating-vote.collected"},
            {"collective.done", "collective.assigned"},
        };
        using Names = std::vector<std::string_view>;
        static const std::pair<Names, std::string_view> sums[] = {
            {{"tasks.on_time", "tasks.late"}, "tasks.assigned"},
            {{"rating-vote.excellent", "rating-vote.good", "rating-vote.completed", "rating-vote.failed"},
             "rating-vote.collected"},
        };
        Names wrong;
        const auto look = [&](Names parts, std::string_view whole) {
            std::erase_if(parts, [&](std::string_view part) { return get(part).state != State::known; });
            Decimal sum;
            for (const std::string_view part : parts) sum = sum + get(part).low;
            if (get(whole).state == State::known && sum > get(whole).low) {
                wrong.insert(wrong.end(), parts.begin(), parts.end());
                wrong.push_back(whole);
            }
        };
        for (const auto& [part, whole] : part_of) look({part}, whole);
        for (const auto& [parts, whole] : sums) look(parts, whole);
        for (const std::string_view name : wrong) put(name, contradicted(get(name).entries));
    }

    const Facts& facts_;
    const RatingFrame& frame_;
    Figures figures_;
};

}  // namespace

Figures figures_of(RatedFile::Subject subject, const Facts& facts, const Facts* collective,
                   const RatingFrame& frame) {
    return Maker(subject, facts, collective, frame).take();
}

DoneDay day_of(const Facts& facts, std::string_view topic) {
    const Facts::Statement* s = facts.of(topic);
    if (s == nullptr && topic == "step:rating") s = facts.of("level:decision");
    if (s == nullptr) return {};
    if (s->contradicted) return {DoneDay::State::contradicted, {}, {}, s->entries};
    const auto at = s->fact->says.find("on");
    if (at == s->fact->says.end()) return {};
    DoneDay done{DoneDay::State::known, std::get<Day>(at->second), {}, s->entries};
    if (const auto m = s->fact->says.find("meeting"); m != s->fact->says.end())
        done.meeting = std::get<std::string>(m->second);
    return done;
}

}  // namespace minhtin
