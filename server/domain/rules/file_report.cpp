#include "server/domain/rules/file_report.h"

#include <algorithm>
#include <tuple>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

const Facts* around(const ReadyUnit* unit, const ReadyFile& file) {
    const bool person = file.file.subject == RatedFile::Subject::person;
    return person && unit != nullptr && unit->collective ? &unit->collective->facts : nullptr;
}

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

}  // namespace

UsedFigure used(FigureId id, const Figure& figure) {
    const FigureKind& kind = figure_kinds()[id];
    std::string value;
    switch (figure.state) {
        case Figure::State::known:
            value = kind.type == FigureKind::Type::word ? figure.word : figure.low.text();
            break;
        case Figure::State::between:
            value = figure.low.text() + ".." + figure.high.text();
            break;
        case Figure::State::missing:
        case Figure::State::contradicted:
            break;
    }
    std::vector<std::string> entries = figure.entries;
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    return {std::string(kind.name), value, {std::string(kind.vi), std::string(kind.en)}, entries};
}

namespace {

// A criterion is graded in words of its own, which share ids with the levels.
std::optional<Sentence> grade_titled(std::string_view grade) {
    if (grade == "excellent") return Sentence{"Xuất sắc", "excellent"};
    if (grade == "good") return Sentence{"Tốt", "good"};
    if (grade == "average") return Sentence{"Trung bình", "average"};
    if (grade == "poor") return Sentence{"Kém", "poor"};
    return {};
}

}  // namespace

Place place_of(FigureId id, const Figure& figure, const RegulationProfile& profile) {
    if (figure.word.empty()) return Place(figure.low);
    if (figure_kinds()[id].name.starts_with("criteria.")) {
        if (const auto grade = grade_titled(figure.word)) return Place(*grade);
    }
    for (const Level& level : profile.rating_levels) {
        if (level.id == figure.word) return Place(level.title);
    }
    if (figure.word == "yes") return Place(Sentence{"có", "yes"});
    if (figure.word == "no") return Place(Sentence{"không", "no"});
    return Place(figure.word);
}

std::vector<UsedFigure> used_figures(const Looked& looked, const Figures& figures) {
    const std::set<FigureId> once(looked.begin(), looked.end());
    std::vector<UsedFigure> list;
    for (const FigureId id : once) list.push_back(used(id, figures[id]));
    return list;
}

Places figure_places(const Figures& figures, const Sentence& sentence, const RegulationProfile& profile) {
    Places places;
    for (std::size_t at = sentence.vi.find('{'); at != std::string::npos;
         at = sentence.vi.find('{', at + 1)) {
        const std::size_t end = sentence.vi.find('}', at);
        if (end == std::string::npos) break;
        const std::string name = sentence.vi.substr(at + 1, end - at - 1);
        const auto id = figure_named(name);
        if (id && figures[*id].state == Figure::State::known)
            places.emplace(name, place_of(*id, figures[*id], profile));
        if (id && figures[*id].state != Figure::State::known)
            places.emplace(name, Place(Sentence{"chưa rõ", "unknown"}));
    }
    return places;
}

namespace {

// Labels too: of two findings about other units only they say which.
bool figures_before(const std::vector<UsedFigure>& a, const std::vector<UsedFigure>& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](const auto& x, const auto& y) {
                                            return std::tie(x.name, x.value, x.label.vi, x.entries) <
                                                   std::tie(y.name, y.value, y.label.vi, y.entries);
                                        });
}

}  // namespace

bool finding_before(const Finding& a, const Finding& b) {
    const auto key = [](const Finding& f) { return std::tie(f.kind, f.rule, f.about, f.says.vi, f.levels); };
    return key(a) != key(b) ? key(a) < key(b) : figures_before(a.figures, b.figures);
}
bool not_applied_before(const NotApplied& a, const NotApplied& b) {
    const auto key = [](const NotApplied& n) { return std::tie(n.rule, n.about, n.levels, n.why); };
    return key(a) != key(b) ? key(a) < key(b) : figures_before(a.needs, b.needs);
}

FileReport::FileReport(const Season& season, const ReadyUnit* unit, const ReadyFile& file)
    : season_(season), unit_(unit), file_(file) {
    verdict_.file = file.file.id;
    if (file.level) verdict_.level = profile().rating_levels[*file.level].id;
}

std::vector<std::string> FileReport::all_levels() const {
    std::vector<std::string> ids;
    for (const Level& level : profile().rating_levels) ids.push_back(level.id);
    return ids;
}

std::vector<std::string> FileReport::levels_above(std::size_t place) const {
    std::vector<std::string> ids = all_levels();
    ids.resize(std::min(place, ids.size()));
    return ids;
}

const Figures& FileReport::figures() const {
    if (!figures_)
        figures_ = figures_of(file_.file.subject, file_.facts, around(unit_, file_),
                              {profile(), season_.year(), season_.now()});
    return *figures_;
}

void FileReport::say(Finding::Kind kind, const Rule& rule, std::vector<std::string> levels,
                     std::vector<UsedFigure> figures, Places places) {
    places.merge(figure_places(this->figures(), rule.says, profile()));
    say(kind, rule, rule.says, std::move(levels), std::move(figures), std::move(places));
}

void FileReport::say(Finding::Kind kind, const Rule& rule, const Sentence& says,
                     std::vector<std::string> levels, std::vector<UsedFigure> figures, Places places) {
    verdict_.findings.push_back({kind, rule.id, rule.article, file_.file.id, fill(says, places),
                                 std::move(levels), std::move(figures)});
}

void FileReport::cannot(const Rule& rule, std::vector<std::string> levels, std::vector<UsedFigure> needs,
                        NotApplied::Why why) {
    verdict_.not_applied.push_back(
        {why, rule.id, rule.article, file_.file.id, std::move(needs), std::move(levels)});
}

void FileReport::cannot(const Rule& rule, std::vector<std::string> levels, const Looked& looked) {
    const bool contradicted = std::any_of(looked.begin(), looked.end(), [&](FigureId id) {
        return figures()[id].state == Figure::State::contradicted;
    });
    cannot(rule, std::move(levels), used_figures(looked, figures()),
           contradicted ? NotApplied::Why::contradicted : NotApplied::Why::missing);
}

FileVerdict FileReport::verdict() && {
    for (const std::string& level : all_levels()) {
        LevelVerdict v{level, LevelVerdict::State::possible, {}};
        std::vector<std::string> forbids, open;
        const auto about_it = [&](const auto& x) {
            return std::find(x.levels.begin(), x.levels.end(), level) != x.levels.end();
        };
        for (const Finding& f : verdict_.findings) {
            if (!about_it(f)) continue;
            if (f.kind == Finding::Kind::forbids) add_once(forbids, f.rule);
            if (f.kind == Finding::Kind::missing) add_once(open, f.rule);
        }
        for (const NotApplied& n : verdict_.not_applied) {
            if (about_it(n)) add_once(open, n.rule);
        }
        if (!forbids.empty()) {
            v.state = LevelVerdict::State::forbidden;
            v.why = std::move(forbids);
        } else if (!open.empty()) {
            v.state = LevelVerdict::State::unproven;
            v.why = std::move(open);
        }
        std::sort(v.why.begin(), v.why.end());
        verdict_.levels.push_back(std::move(v));
    }
    std::sort(verdict_.findings.begin(), verdict_.findings.end(), finding_before);
    std::sort(verdict_.not_applied.begin(), verdict_.not_applied.end(), not_applied_before);
    return std::move(verdict_);
}

std::string_view name(Finding::Kind kind) {
    switch (kind) {
        case Finding::Kind::forbids:
            return "forbids";
        case Finding::Kind::missing:
            return "missing";
        case Finding::Kind::would_break:
            return "would-break";
        case Finding::Kind::warns:
            return "warns";
    }
    bug("finding", __FILE__, __LINE__);
}

std::string_view name(NotApplied::Why why) {
    return why == NotApplied::Why::missing ? "missing" : "contradicted";
}

std::string_view name(LevelVerdict::State state) {
    switch (state) {
        case LevelVerdict::State::possible:
            return "possible";
        case LevelVerdict::State::unproven:
            return "unproven";
        case LevelVerdict::State::forbidden:
            return "forbidden";
    }
    bug("state", __FILE__, __LINE__);
}

}  // namespace minhtin
