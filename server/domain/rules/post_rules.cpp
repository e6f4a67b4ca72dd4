// Posts: the head is never above the collective; several posts, rated once.
#include <algorithm>
#include <optional>

#include "server/domain/rules/file_report.h"
#include "server/domain/rules/steps.h"

namespace minhtin {
namespace {

struct Post {
    std::string id, unit, role;
    Decimal rank, working_time;
    bool has_working_time = false;
};

// Null when posts are not stated, or contradict each other.
std::optional<std::vector<Post>> posts_of(const Facts& facts) {
    const Facts::Statement* s = facts.of("posts");
    if (s == nullptr || s->contradicted) return {};
    const auto at = s->fact->says.find("items");
    if (at == s->fact->says.end()) return {};
    std::vector<Post> posts;
    for (const Item& item : distinct_items(std::get<std::vector<Item>>(at->second))) {
        const auto word = [&](const char* field) {
            const auto w = item.words.find(field);
            return w == item.words.end() ? std::string() : w->second;
        };
        const auto time = Decimal::from_text(word("working_time"));
        posts.push_back({item.id, word("unit"), word("role"),
                         Decimal::from_text(word("rank")).value_or(Decimal()), time.value_or(Decimal()),
                         time.has_value()});
    }
    return posts;
}

std::optional<std::size_t> place_of_level(const RegulationProfile& profile, const std::string& id) {
    for (std::size_t i = 0; i < profile.rating_levels.size(); ++i) {
        if (profile.rating_levels[i].id == id) return i;
    }
    return {};
}

void apply(const rules::HeadNotAbove&, const Rule& rule, FileReport& report) {
    if (!report.is_person()) return;
    const auto above_worst = report.levels_above(report.profile().rating_levels.size() - 1);
    const auto posts = posts_of(report.file().facts);
    const FigureId role = *figure_named("person.role");
    if (!posts) return report.cannot(rule, above_worst, Looked{role});
    for (const Post& post : *posts) {
        if (post.role != "head") continue;
        const ReadyUnit* unit = report.season().unit(post.unit);
        const Facts* collective = unit != nullptr && unit->collective ? &unit->collective->facts : nullptr;
        const FigureId id = *figure_named("collective.level");
        Figure level;
        if (collective != nullptr)
            level = figures_of(RatedFile::Subject::person, report.file().facts, collective,
                               {report.profile(), report.season().year(), report.season().now()})[id];
        const auto place =
            level.state == Figure::State::known ? place_of_level(report.profile(), level.word) : std::nullopt;
        if (!place) {
            report.cannot(rule, above_worst, {used(id, level)},
                          level.state == Figure::State::contradicted ? NotApplied::Why::contradicted
                                                                     : NotApplied::Why::missing);
        } else if (*place > 0) {
            report.say(Finding::Kind::forbids, rule, report.levels_above(*place), {used(id, level)},
                       {{"collective.level", place_of(id, level, report.profile())}});
        }
    }
}

// Highest rank first (1 is the highest); of equal ranks the longest working time. Empty when that is not
// known.
std::vector<const Post*> main_posts(const std::vector<Post>& posts) {
    Decimal best = posts.front().rank;
    for (const Post& p : posts) best = std::min(best, p.rank);
    std::vector<const Post*> highest;
    for (const Post& p : posts) {
        if (p.rank == best) highest.push_back(&p);
    }
    if (highest.size() == 1) return highest;
    if (!std::all_of(highest.begin(), highest.end(), [](const Post* p) { return p->has_working_time; }))
        return {};
    Decimal longest;
    for (const Post* p : highest) longest = std::max(longest, p->working_time);
    std::erase_if(highest, [&](const Post* p) { return p->working_time < longest; });
    return highest;
}

// Of several posts one counts. Who holds a single post is rated by it wherever the file lies: a member's file
// lies in the cell although the work is elsewhere.
void rated_place(const std::vector<Post>& posts, const Rule& rule, FileReport& report) {
    const FigureId count = *figure_named("person.posts");
    const UsedFigure shown = used(count, report.figures()[count]);
    const auto main = main_posts(posts);
    UsedFigure at{"rated-at", "", {"nơi được xếp loại", "where rated"}, {}};
    if (main.empty()) {
        const UsedFigure time{
            "posts.working_time",
            "",
            {"thời gian công tác ở từng chức vụ ngang nhau", "working time at each of the equal posts"},
            {}};
        return report.cannot(rule, report.all_levels(), {shown, time}, NotApplied::Why::missing);
    }
    const Facts::Statement* s = report.file().facts.of("rated-at");
    if (s == nullptr) {
        if (posts.size() > 1) report.cannot(rule, report.all_levels(), {shown, at}, NotApplied::Why::missing);
        return;
    }
    at.entries = s->entries;
    if (s->contradicted)
        return report.cannot(rule, report.all_levels(), {shown, at}, NotApplied::Why::contradicted);
    at.value = std::get<std::string>(s->fact->says.at("post"));
    const auto chosen =
        std::find_if(posts.begin(), posts.end(), [&](const Post& p) { return p.id == at.value; });
    // A post that is not held: the two entries contradict each other.
    if (chosen == posts.end())
        return report.cannot(rule, report.all_levels(), {shown, at}, NotApplied::Why::contradicted);
    const auto forbid = [&](std::vector<UsedFigure> figures, const Sentence& says) {
        report.say(Finding::Kind::forbids, rule, says, report.all_levels(), std::move(figures), {});
    };
    if (std::none_of(main.begin(), main.end(), [&](const Post* p) { return p->id == chosen->id; }))
        return forbid({shown, at}, rule.says);
    // In the unit of another post the person is reviewed, not rated. A unit of none of them says nothing.
    const std::string& lies_in = report.file().file.unit;
    const bool at_another =
        std::any_of(posts.begin(), posts.end(), [&](const Post& p) { return p.unit == lies_in; });
    if (chosen->unit == lies_in || !at_another) return;
    const ReadyUnit* unit = report.unit();
    const UsedFigure where{"file.unit",
                           unit == nullptr ? lies_in : unit->unit.shown(),
                           {"đơn vị của hồ sơ này", "unit of this file"},
                           {}};
    forbid({shown, at, where}, {rule.says.vi + " Hồ sơ này nằm ở nơi giữ chức vụ khác.",
                                rule.says.en + " This file lies at the place of another post."});
}

void apply(const rules::RatedOnce& once, const Rule& rule, FileReport& report) {
    if (!report.is_person()) return;
    const auto posts = posts_of(report.file().facts);
    if (!posts) return report.cannot(rule, report.all_levels(), Looked{*figure_named("person.posts")});
    if (posts->empty()) return;
    rated_place(*posts, rule, report);
    const bool leads = std::any_of(posts->begin(), posts->end(),
                                   [](const Post& p) { return p.role == "head" || p.role == "deputy"; });
    if (!leads) return;
    for (const std::string& place : once.review_places) {
        if (report.file().facts.of("review:" + place) != nullptr) continue;
        const UsedFigure lacking{"review:" + place, "", step_title("review:" + place), {}};
        report.cannot(rule, report.all_levels(), {lacking}, NotApplied::Why::missing);
    }
}

void apply(const auto&, const Rule&, FileReport&) {}

}  // namespace

void apply_posts(const Rule& rule, FileReport& report) {
    std::visit([&](const auto& body) { apply(body, rule, report); }, rule.body);
}

}  // namespace minhtin
